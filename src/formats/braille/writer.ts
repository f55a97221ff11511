import { languageInEnglish } from '../../document/languages.ts'
import type { Publication } from '../../document/library.ts'
import type { Block, Cell, NodeOf } from '../../document/vocabulary.ts'
import { sentence, wayToPlan } from '../wording.ts'
import { write, type BlockType, type Writers } from '../writers.ts'
import { isEnglish, type Grade } from './languages.ts'
import { typeforms } from './liblouis.ts'
import { centre, wrap, type Shape } from './lines.ts'
import { apart, close, type Piece } from './pages.ts'
import { RunWriter, splitAtBreaks } from './runs.ts'
import { transcribersNote } from './transcribers-note.ts'
import { codeMarks, isMarked, translate, type Run } from './words.ts'

/*
 * The layout is that of Braille Formats: Principles of Print-to-Braille Transcription (Braille
 * Authority of North America, 2016, https://www.brailleauthority.org/formats/2016manual-web/),
 * where “3-1” means: begins in cell 3, goes on in cell 1. Paragraphs are 3-1, the title is centred
 * and headings stand at cells 5 and 7 (section 4), lists are 1-3 (section 8), displayed text stands
 * two cells further in (section 9), transcriber's notes are 7-5.
 *
 * Lists within lists differ: they are 3-5, then 5-7, each to be read as a list of its own, where
 * Braille Formats has all levels go on in the same cell. Tables are read row by row.
 */

const paragraph: Shape = { first: 2, others: 0 }
const item: Shape = { first: 0, others: 2 }
const code: Shape = { first: 2, others: 4 }

/** The margin, in cells, of what stands deepest inside other things. */
const farthest = 16

/** An item of a list, with its bullet or number. */
interface Item {
  sign: string
  children: readonly Block[]
}

/** Makes pieces, for pages, from the tree of a publication. */
export class BrailleWriter {
  readonly #publication: Publication
  readonly #grade: Grade
  readonly #siteUrl: string
  readonly #runs: RunWriter
  /** The language of the braille around the words: words in others are marked in English braille. */
  #around: string
  /** Cells before the text where the writer is. */
  #margin = 0

  constructor(publication: Publication, grade: Grade, siteUrl: string) {
    this.#publication = publication
    this.#grade = grade
    this.#siteUrl = siteUrl
    this.#around = publication.data.lang
    this.#runs = new RunWriter(publication.data.lang, siteUrl)
  }

  publication(): Piece[] {
    return this.#blocks(this.#publication.tree)
  }

  #blocks(nodes: readonly NodeOf<BlockType>[]): Piece[] {
    return nodes.flatMap((node) => write(this.#writers, node))
  }

  #translate(runs: readonly Run[]): string {
    return translate(runs, this.#grade, this.#around)
  }

  #wrap(braille: string, { first, others }: Shape): string[] {
    return wrap(braille, { first: this.#margin + first, others: this.#margin + others })
  }

  /** One text, with a line of its own for what follows each break. */
  #piece(runs: readonly Run[], shape: Shape, more: Omit<Piece, 'lines'> = {}): Piece {
    const after = { first: shape.others, others: shape.others }
    const lines = splitAtBreaks(runs).flatMap((part, index) =>
      this.#wrap(this.#translate(part), index === 0 ? shape : after),
    )
    return { lines, ...more }
  }

  #pieces(texts: readonly Run[][], shape: Shape): Piece[] {
    return texts.map((runs) => this.#piece(runs, shape))
  }

  /** What is inside other things stands two cells further in. */
  #indented(inside: () => Piece[]): Piece[] {
    const margin = this.#margin
    this.#margin = Math.min(margin + 2, farthest)
    const pieces = inside()
    this.#margin = margin
    return pieces
  }

  #indentedBlocks(nodes: readonly NodeOf<BlockType>[]): Piece[] {
    return this.#indented(() => this.#blocks(nodes))
  }

  /** The first paragraph goes on behind a sign or title, and the other blocks follow. */
  #runIn(opening: string, blocks: readonly Block[]): { runs: Run[]; others: readonly Block[] } {
    const [first, ...rest] = blocks
    const runs = this.#runs.words(opening)
    return first?.type === 'paragraph'
      ? { runs: [...runs, ...this.#runs.line(first.children)], others: rest }
      : { runs, others: blocks }
  }

  #list(items: readonly Item[]): Piece[] {
    return apart(
      items.flatMap(({ sign, children }) => {
        const { runs, others } = this.#runIn(`${sign} `, children)
        return [this.#piece(runs, item), ...close(this.#indentedBlocks(others))]
      }),
    )
  }

  /** Tables of other languages have no sign for a bullet. */
  #bullet(): string {
    return isEnglish(this.#runs.lang) ? '•' : '-'
  }

  #centred(runs: readonly Run[]): string[] {
    return splitAtBreaks(runs).flatMap((part) => centre(this.#translate(part)))
  }

  #heading(depth: number, runs: readonly Run[]): Piece {
    const heading = { before: true, leads: true }
    if (depth === 1) return { lines: this.#centred(runs), after: true, ...heading }
    if (depth === 2) return this.#piece(runs, { first: 4, others: 4 }, heading)
    if (depth === 3) return this.#piece(runs, { first: 6, others: 6 }, heading)
    // Braille Formats has no further ones: as paragraph headings do, it begins in cell 3, in bold.
    const bold = runs.map((run) => ({ ...run, form: run.form | typeforms.bold }))
    return this.#piece(bold, { first: 2, others: 2 }, heading)
  }

  /** Each cell after the name of its column, those after the first further in. */
  #row(names: readonly Run[][], row: readonly Cell[]): Piece[] {
    const [first, ...others] = row.map((cell, column) => [
      ...(names[column] ?? []),
      ...this.#runs.words(': '),
      ...this.#runs.line(cell.children),
    ])
    return [
      ...(first ? [this.#piece(first, item)] : []),
      ...this.#indented(() => this.#pieces(others, item)),
    ]
  }

  /** Blocks in another language, between marks on lines of their own (UEB §14.3.7). */
  #inLanguage(lang: string, blocks: readonly Block[]): Piece[] {
    const around = this.#around
    this.#around = lang
    const inside = this.#runs.within({ lang }, () => this.#blocks(blocks))
    this.#around = around
    if (!isMarked(lang, around)) return inside
    const { opens, closes } = codeMarks(lang)
    return [
      { lines: this.#wrap(opens, item), leads: true },
      ...inside,
      { lines: this.#wrap(closes, item) },
    ]
  }

  readonly #writers: Writers<Piece[], BlockType> = {
    paragraph: ({ children }) => [this.#piece(this.#runs.line(children), paragraph)],
    heading: ({ depth, children }) => [this.#heading(depth, this.#runs.line(children))],
    list: ({ ordered, start, children }) =>
      this.#list(
        children.map(({ children }, index) => ({
          sign: ordered ? `${start + index}.` : this.#bullet(),
          children,
        })),
      ),
    listItem: ({ children }) => this.#blocks(children),
    blockquote: ({ children }) => apart(this.#indentedBlocks(children)),
    code: ({ value }) => {
      const lines = value.split('\n').map((line) => this.#runs.words(line))
      return apart(this.#pieces(lines, code))
    },
    thematicBreak: () => apart([{ lines: this.#centred(this.#runs.words('* * *')) }]),
    passage: ({ lang, children }) => {
      const opening = this.#runs.words(`(in ${languageInEnglish(lang)}:)`)
      return [this.#piece(opening, paragraph, { leads: true }), ...this.#inLanguage(lang, children)]
    },
    figure: ({ picture, caption, credit }) => {
      // A decorative picture says nothing, so nothing is lost without it.
      const texts = [
        picture.alt === '' ? undefined : `[Picture: ${picture.alt}]`,
        caption,
        credit === undefined ? undefined : `Picture: ${credit}`,
      ]
        .filter((words) => words !== undefined)
        .map((words) => this.#runs.words(words))
      return apart(this.#pieces(texts, item))
    },
    table: ({ caption, header, rows }) => {
      const names = header.map((cell) => this.#runs.line(cell.children))
      const title = this.#piece(this.#runs.words(`Table: ${caption}`), item, { leads: true })
      return apart([title, ...rows.flatMap((row) => this.#row(names, row))])
    },
    quotation: ({ attribution, children }) => [
      this.#piece(this.#runs.line(attribution.words), paragraph, { leads: true }),
      ...apart(this.#indentedBlocks(children)),
    ],
    commitments: (node) => {
      const items = node.children.map(({ children }, index) => ({
        sign: `${index + 1}.`,
        children,
      }))
      const { address, words } = wayToPlan(node)
      const onward = this.#runs.link(address, this.#runs.words(words))
      return [...this.#list(items), this.#piece(onward, paragraph)]
    },
    commitment: ({ children }) => this.#blocks(children),

    titleBlock: ({ title, kind, details }) => {
      const lines = [
        ...(kind === '' ? [] : [this.#runs.words(kind)]),
        ...details.map((line) => this.#runs.line(line)),
      ]
      return [
        this.#heading(1, this.#runs.words(title)),
        ...this.#pieces(lines, item),
        transcribersNote(this.#publication, this.#grade, this.#siteUrl),
      ]
    },
    // Without links or page numbers a list of contents would only be read twice.
    contents: () => [],
    notice: ({ heading, children }) => [
      this.#heading(2, this.#runs.words(heading)),
      ...this.#blocks(children),
    ],
    section: ({ depth, heading, children }) => [
      this.#heading(depth, this.#runs.line(heading)),
      ...this.#blocks(children),
    ],
    facts: ({ items }) => {
      const lines = items.map(({ term, description }) => [
        ...this.#runs.words(`${term}: `),
        ...this.#runs.line(description),
      ])
      return apart(this.#pieces(lines, item))
    },
    timeline: ({ children }) => apart(this.#blocks(children)),
    timelineStep: ({ when, children }) => [
      this.#piece(this.#runs.line(when), item, { leads: true }),
      ...this.#indented(() =>
        children.flatMap((child) =>
          child.type === 'paragraph'
            ? [this.#piece(this.#runs.line(child.children), item)]
            : this.#blocks([child]),
        ),
      ),
    ],
    note: ({ mark, title, children }) => {
      const { runs, others } = this.#runIn(`${mark} ${sentence(title)} `, children)
      return [this.#piece(runs, paragraph), ...this.#blocks(others)]
    },
  }
}
