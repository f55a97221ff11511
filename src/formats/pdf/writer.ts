import type { Cell, Inline, NodeOf, NoteBack } from '../../document/vocabulary.ts'
import { everyNode, textOf } from '../../document/walk.ts'
import {
  charactersIn,
  isRightToLeft,
  languageArguments,
  lineWidth,
  textHeight,
  type PdfDesign,
} from './design.ts'
import { columnWidths } from './table.ts'
import type { PdfPicture } from './pictures.ts'
import type { PdfSpan } from './spans.ts'
import { areHardToReadBack, asPrinted, cutAtLineEnds, stringLiteral } from './words.ts'
import { joinsWord, sentence, wayToPlan } from '../wording.ts'
import { emojiInWords } from '../emoji.ts'
import { write, type Writers } from '../writers.ts'

/** Indents of the design, in ems. */
const indents = { list: 1.6, setOff: 1.2, code: 1.6 }

/** Fewer characters than this surely fit on a page, so they need not be parted. */
const isShort = (words: string): boolean => words.length < 400

/**
 * Writes the tree of a publication as Typst's language: words as strings, everything else as
 * functions that design.ts gives a look.
 */
export class PdfWriter {
  /** Words in a line that the structure of the file tells apart, in order, outer ones first. */
  readonly spans: PdfSpan[] = []
  /** For each table of the file, in order, whether the first cell of a row is its header. */
  readonly rowHeaders: boolean[] = []
  readonly #design: PdfDesign
  readonly #siteUrl: string
  readonly #address: string
  readonly #pictures: ReadonlyMap<string, PdfPicture>
  /** What a way within the page may lead to. */
  readonly #ids: ReadonlySet<string>
  readonly #placed = new Set<string>()
  #lang: string
  /** How wide a line is where the writer is, and how large its type, in points. */
  #width: number
  #size: number

  constructor(
    design: PdfDesign,
    publication: { tree: readonly NodeOf[]; address: string; data: { lang: string } },
    siteUrl: string,
    pictures: ReadonlyMap<string, PdfPicture>,
  ) {
    this.#design = design
    this.#siteUrl = siteUrl
    this.#pictures = pictures
    this.#address = publication.address
    this.#ids = new Set(idsOf(publication.tree))
    this.#lang = publication.data.lang
    this.#width = lineWidth(design)
    this.#size = design.points
  }

  blocks(nodes: readonly NodeOf[]): string {
    return nodes.map((node) => write(this.#writers, node)).join('\n\n')
  }

  #line(nodes: readonly Inline[]): string {
    return nodes.map((node) => write(this.#writers, node)).join('')
  }

  /** Blocks in a narrower place. */
  #within(ems: number, written: () => string): string {
    return this.#sized(this.#size, this.#width - ems * this.#design.points, written)
  }

  #sized(size: number, width: number, written: () => string): string {
    const before = { size: this.#size, width: this.#width }
    this.#size = size
    this.#width = width
    const result = written()
    this.#size = before.size
    this.#width = before.width
    return result
  }

  #words(value: string): string {
    return this.#printed(asPrinted(value))
  }

  #printed(words: string): string {
    const room = charactersIn(this.#width, this.#size)
    const printed = cutAtLineEnds(words, room)
      .map((part) => `#${stringLiteral(part)}`)
      .join('#o')
    if (!isRightToLeft(this.#lang) && !areHardToReadBack(words)) return printed
    this.spans.push({ lang: this.#lang, words })
    return `#span[${printed}]`
  }

  #inLanguage(lang: string, written: () => string): string {
    const around = this.#lang
    this.#lang = lang
    const result = written()
    this.#lang = around
    return result
  }

  /** The place that ways within the page lead to; each is there once. */
  #label(id: string): string {
    if (this.#placed.has(id)) return ''
    this.#placed.add(id)
    return `#label(${stringLiteral(id)})`
  }

  #heading(depth: number, written: () => string, id?: string): string {
    const { headings, points } = this.#design
    const words = this.#sized(headings[depth - 1] ?? points, this.#width, written)
    return `#heading(level: ${depth})[${words}]${id === undefined ? '' : this.#label(id)}`
  }

  #link(address: string, words: string): string {
    return `#way(${this.#target(address)})[${words}]`
  }

  /** A place in the file, where there is such, or an address that works outside the site. */
  #target(address: string): string {
    const id = /^#(.*)/.exec(address)?.[1]
    if (id !== undefined && this.#ids.has(id)) return `label(${stringLiteral(id)})`
    const path = id === undefined ? address : `${this.#address}${address}`
    return stringLiteral(path.startsWith('/') ? `${this.#siteUrl}${path}` : path)
  }

  #emphasis(children: readonly Inline[]): string {
    return `#${this.#design.large ? 'strong' : 'emph'}[${this.#line(children)}]`
  }

  readonly #writers: Writers<string> = {
    text: ({ value }) => this.#words(value),
    emphasis: ({ children }) => this.#emphasis(children),
    strong: ({ children }) => `#strong[${this.#line(children)}]`,
    inlineCode: ({ value }) => this.#code(value),
    break: () => '#linebreak()',
    link: ({ address, children }) => this.#link(address, this.#line(children)),
    phrase: ({ lang, children }) => {
      this.spans.push({ lang })
      const words = this.#inLanguage(lang, () => this.#line(children))
      return `#span(text(${languageArguments(lang)})[${words}])`
    },
    date: ({ value }) => this.#words(value),
    noteMark: ({ id, noteId, mark, children }) => {
      const sign = joinsWord(mark) ? ` [${mark}]` : mark
      return `${this.#line(children)}#mark(${this.#target(`#note-${noteId}`)})[${this.#words(sign)}]${this.#label(id)}`
    },
    documentLink: ({ address, details, children }) =>
      `${this.#link(address, this.#line(children))}${details === '' ? '' : this.#words(` (${details})`)}`,

    paragraph: ({ children }) => `#par[${this.#line(children)}]`,
    heading: ({ depth, id, children }) => this.#heading(depth, () => this.#line(children), id),
    list: ({ ordered, start, children }) => {
      const items = children.map((item) => `[${write(this.#writers, item)}]`).join(', ')
      return ordered ? `#numbered(${start}, ${items})` : `#list(${items})`
    },
    listItem: ({ children }) => this.#item(children),
    blockquote: ({ children }) => `#set-off(${this.#side}, line-colour, ${this.#quote(children)})`,
    code: ({ value }) => `#code-block[${this.#within(indents.code, () => this.#code(value))}]`,
    thematicBreak: () => '#divider',
    passage: ({ lang, children }) =>
      `#[#set text(${languageArguments(lang)})\n\n${this.#inLanguage(lang, () => this.blocks(children))}]`,
    figure: (node) => this.#figure(node),
    table: (node) => this.#table(node),
    quotation: ({ id, attribution: { words, name }, children }) => {
      const attribution = this.#line(withNameStrong(words, name))
      const said = `#set-off(${this.#side}, link-colour, ${this.#quote(children)})`
      return `#quotation[#par[${attribution}]][${said}]${this.#label(id)}`
    },
    commitments: (node) => {
      const items = node.children.map((each) => `[${write(this.#writers, each)}]`).join(', ')
      const { address, words } = wayToPlan(node)
      return `#enum(tight: false, ${items})\n\n#par[${this.#link(address, this.#words(words))}]`
    },
    commitment: ({ id, children }) => `#metadata(none)${this.#label(id)}${this.#item(children)}`,

    titleBlock: ({ title, kind, details }) => {
      const heading = this.#heading(1, () => this.#words(title))
      const sign = kind === '' ? 'none' : `[${this.#words(kind)}]`
      const lines = details.map((line) => `#par[${this.#line(line)}]`).join('')
      return `#title-block(${sign}, [${heading}], ${lines === '' ? 'none' : `[${lines}]`})`
    },
    contents: ({ id, items }) => {
      // Its entries are made from the headings, whose words the structure of the file has again.
      const entries = [...everyItem(items)]
      for (const { words } of entries) this.#line(words)
      const parts = entries.map((each) => `label(${stringLiteral(each.id)})`)
      const heading = `#heading(level: 2, outlined: false, bookmarked: false)[#"Contents"]${this.#label(id)}`
      return `${heading}\n\n#contents(selector.or(${parts.join(', ')}))`
    },
    notice: ({ heading, children }) =>
      this.#within(2, () => {
        const words = this.#heading(2, () => this.#words(heading))
        return `#notice[${words}\n\n${this.blocks(children)}]`
      }),
    section: ({ id, depth, variant, heading, children }) => {
      const words = this.#heading(depth, () => this.#line(heading), id)
      const blocks = variant === 'notes' ? this.#notes(children) : this.blocks(children)
      return `${variant === 'action' ? '#rule\n\n' : ''}${words}\n\n${blocks}`
    },
    facts: ({ items }) =>
      this.#facts(
        items.map(({ term, description }) => ({
          term: [{ type: 'text', value: term }],
          description,
        })),
      ),
    timeline: ({ children }) =>
      `#timeline(${children.map((step) => `[${write(this.#writers, step)}]`).join(', ')})`,
    timelineStep: ({ when, workedOut, children }) =>
      this.#within(indents.list, () => {
        const dated = when.some(({ type }) => type === 'date')
        const look = `${this.#side}, ${dated && !workedOut}, ${dated ? '"solid"' : '"dashed"'}`
        const whole = isShort(textOf(children))
        return `#step(${look}, ${whole})[#par[${this.#line(when)}]][${this.blocks(children)}]`
      }),
    note: ({ id, mark, title, backs, children }) =>
      this.#within(indents.setOff, () => {
        const [first, ...rest] = children
        const runIn = `${mark} ${sentence(title)}`
        const before = `#strong[${this.#words(runIn)}]`
        const opening = first?.type === 'paragraph' ? `#" "${this.#line(first.children)}` : ''
        const others = this.blocks(first?.type === 'paragraph' ? rest : children)
        const ways = backs.map((back) => this.#back(back)).join('\n\n')
        return `#note(${this.#side}, ${isShort(textOf(children))})[#par[${before}${opening}]\n\n${others}\n\n${ways}]${this.#label(id)}`
      }),
  }

  /** Not by Typst's own element for code, in which no line can end where nothing says so. */
  #code(value: string): string {
    this.spans.push({ lang: this.#lang, role: 'Code' })
    const lines = value
      .split('\n')
      .map((line) => this.#printed(emojiInWords(line).replaceAll('\t', '    ')))
    return `#code[${lines.join('#linebreak()')}]`
  }

  #quote(children: readonly NodeOf[]): string {
    return `quote(block: true)[${this.#within(indents.setOff, () => this.blocks(children))}]`
  }

  /** At which side of a line it begins. */
  get #side(): 'left' | 'right' {
    return isRightToLeft(this.#lang) ? 'right' : 'left'
  }

  /** What stands before the first note must not stay behind on the page before. */
  #notes(children: readonly NodeOf[]): string {
    return children
      .map((child) => {
        const written = write(this.#writers, child)
        return child.type === 'paragraph' ? `#block(sticky: true)[${written}]` : written
      })
      .join('\n\n')
  }

  #back({ markId, label }: NoteBack): string {
    return `#par[${this.#link(`#${markId}`, this.#words(label))}]`
  }

  #item(children: readonly NodeOf[]): string {
    return this.#within(indents.list, () => this.blocks(children))
  }

  #figure({ picture, caption, credit }: NodeOf<'figure'>): string {
    const { src, alt, width, height } = picture
    // A pixel of the web is 0.75 points.
    const shown = Math.min(
      width * 0.75,
      this.#width,
      (textHeight(this.#design) * 0.6 * width) / height,
    )
    const image = `image(${stringLiteral(src)}, format: ${stringLiteral(this.#pictures.get(src)?.format ?? '')}, width: ${shown.toFixed(2)}pt, alt: ${alt === '' ? 'none' : stringLiteral(alt)})`
    const below = [caption, credit === undefined ? undefined : `Picture: ${credit}`]
      .filter((words) => words !== undefined)
      .map((words) => `[${this.#words(words)}]`)
    const seen = alt === '' ? `pdf.artifact(${image})` : image
    return `#picture(${[seen, ...below].join(', ')})`
  }

  /** Terms with what is said of each: side by side, or in one line where a term is long. */
  #facts(items: readonly { term: Inline[]; description: Inline[] }[]): string {
    const short = items.every(({ term }) => textOf(term).length <= 16)
    const written = items.map(
      ({ term, description }) => `([${this.#line(term)}], [${this.#line(description)}])`,
    )
    const look = short && !this.#design.large ? 'facts-in-columns' : 'facts'
    return `#${look}(${written.join(', ')})`
  }

  /**
   * A table where all its words have room beside each other. If not, each row is said as “Heading:
   * words” one below the other, as braille and plain text have it: no word is lost, and none is
   * broken or so far from its heading that a magnified page shows only one of them.
   */
  #table(node: NodeOf<'table'>): string {
    const { caption, rowHeaders, header, rows } = node
    const columns = header.map((each, column) =>
      [each, ...rows.flatMap((row) => row[column] ?? [])].map(({ children }) => textOf(children)),
    )
    const room = charactersIn(this.#width, this.#size)
    const widths = columnWidths(columns, room)
    if (!widths || (this.#design.large && header.length > 3)) return this.#tableInRows(node)
    this.rowHeaders.push(rowHeaders)
    const written = ({ children }: Cell, column: number) => {
      const width = (this.#width * (widths[column] ?? room)) / room
      return `[${this.#sized(this.#size, width, () => this.#line(children))}]`
    }
    const title = this.#words(caption)
    const head = header.map((cell, column) => `strong${written(cell, column)}`)
    const body = rows.map((row) => {
      const whole = isShort(textOf(row.flatMap(({ children }) => children)))
      return row
        .map((cell, column) => {
          const words = written(cell, column)
          const content = rowHeaders && column === 0 ? `strong${words}` : words
          return whole ? `table.cell(breakable: false, ${content})` : content
        })
        .join(', ')
    })
    const shares = widths.map((width) => `${width}fr`).join(', ')
    // What is said again on each page is an artifact, and those cannot hold links (PDF/UA-1).
    const repeat = ![...everyNode(header.flatMap(({ children }) => children))].some(isWay)
    return `#captioned([${title}], table(columns: (${shares}), table.header(repeat: ${repeat}, ${head.join(', ')}), ${body.join(', ')}))`
  }

  #tableInRows({ caption, header, rows }: NodeOf<'table'>): string {
    const title = `#block(sticky: true)[#par[#strong[${this.#words(`Table: ${caption}`)}]]]`
    const written = rows.map((row) => {
      const items = row.map(({ children }, column) => ({
        term: header[column]?.children ?? [],
        description: children,
      }))
      const whole = isShort(textOf(row.flatMap(({ children }) => children)))
      return `#block(width: 100%, breakable: ${!whole})[${this.#facts(items)}]`
    })
    return [title, ...written].join('\n\n#rule\n\n')
  }
}

const isWay = ({ type }: NodeOf): boolean =>
  type === 'link' || type === 'documentLink' || type === 'noteMark'

/** The ids of everything that a way within the page may lead to. */
function* idsOf(nodes: readonly NodeOf[]): Generator<string> {
  for (const node of everyNode(nodes)) if ('id' in node) yield node.id
}

function* everyItem(
  items: NodeOf<'contents'>['items'],
): Generator<NodeOf<'contents'>['items'][number]> {
  for (const item of items) {
    yield item
    yield* everyItem(item.items)
  }
}

/** The words of an attribution with the name set apart for the eye. */
function withNameStrong(words: readonly Inline[], name: string): Inline[] {
  const at = words.findIndex((node) => node.type === 'text' && node.value.includes(name))
  const node = words[at]
  if (node?.type !== 'text') return [...words]
  const start = node.value.indexOf(name)
  const [before, after] = [node.value.slice(0, start), node.value.slice(start + name.length)]
  return words.toSpliced(
    at,
    1,
    { type: 'text', value: before },
    { type: 'strong', children: [{ type: 'text', value: name }] },
    { type: 'text', value: after },
  )
}
