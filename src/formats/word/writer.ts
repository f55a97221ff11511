import type { Publication } from '../../document/library.ts'
import { text } from '../../document/nodes.ts'
import type {
  Attribution,
  Cell,
  ContentsItem,
  Inline,
  NodeOf,
  NoteBack,
  Picture,
} from '../../document/vocabulary.ts'
import { absolute } from '../addresses.ts'
import { columnWidths } from '../columns.ts'
import { PackedPictures, sizeOnPaper } from '../pictures.ts'
import {
  joinsWord,
  linesUnderTitle,
  partsOfNote,
  sentence,
  shortened,
  wayToPlan,
} from '../wording.ts'
import { write, type BlockType, type FormatContext, type Writers } from '../writers.ts'
import { Addresses, Bookmarks } from './links.ts'
import { isRightToLeft, val, w, wordPart, xml, type Xml } from './markup.ts'
import type { DocumentParts } from './package.ts'
import { emuPerTwentieth, inch, sectionOf, tallestPicture, textWidth } from './page.ts'
import { drawing, pictureId } from './pictures.ts'
import { runsOf, type Voice } from './runs.ts'
import {
  bullets,
  indentOf,
  listLevels,
  listStep,
  numbersOf,
  quoteStep,
  spaceBefore,
  styleId,
  type NumberedList,
  type ParagraphStyle,
} from './styles.ts'
import { tableProperties } from './tables.ts'

/** Where a block stands. */
interface Setting {
  /** The style of plain paragraphs there. */
  style: ParagraphStyle
  /** How far it is set in by what surrounds it. */
  indent: number
  /** In how many lists it is. */
  lists: number
  lang: string
}

/** The sign that the next paragraph has as the first of its item. */
interface Marker {
  list: number
  numbered: boolean
}

export class DocxWriter {
  readonly #publication: Publication
  readonly #context: FormatContext
  readonly #bookmarks: Bookmarks
  readonly #lists: NumberedList[] = []
  readonly #addresses = new Addresses()
  readonly #footerAddresses = new Addresses()
  readonly #pictures: PackedPictures
  #drawings = 0
  #setting: Setting
  #voice: Voice
  #marker: Marker | undefined
  #needsRoom = false

  constructor(publication: Publication, context: FormatContext) {
    const { lang } = publication.data
    this.#publication = publication
    this.#context = context
    this.#bookmarks = new Bookmarks(publication.tree)
    this.#pictures = new PackedPictures(context, (number) => `media/picture${number}`)
    this.#setting = { style: 'Normal', indent: 0, lists: 0, lang }
    this.#voice = { strong: false, emphasis: false, code: false, link: false, lang }
  }

  /** Writes the publication, with the lists, addresses and pictures that are met on the way. */
  parts(): DocumentParts {
    const document = this.#document()
    const footer = this.#footer()
    return {
      document,
      links: this.#addresses.all,
      lists: this.#lists,
      pictures: this.#pictures.all,
      footer,
      footerLinks: this.#footerAddresses.all,
    }
  }

  #document(): string {
    const section = sectionOf(this.#publication.data.lang)
    const body = w('body', {}, this.#all(this.#publication.tree), section)
    return wordPart(w('document', {}, body), ['w', 'r', 'wp', 'a', 'pic'])
  }

  /** What it is, where it stands, and which page of how many. */
  #footer(): string {
    const { data, address } = this.#publication
    const url = `${this.#context.siteUrl}${address}`
    const link = xml('w:hyperlink', { 'r:id': this.#footerAddresses.idOf(url), 'w:history': 1 }, [
      ...this.#said({ link: true }, () => this.#run(url)),
    ])
    const field = (name: string) => w('fldSimple', { instr: ` ${name} ` }, this.#run('1'))
    return wordPart(
      w(
        'ftr',
        {},
        this.#paragraph(this.#run(shortened(data.title)), 'footer'),
        this.#paragraph([link], 'footer'),
        this.#within({ lang: 'en-GB' }, () =>
          this.#paragraph(
            [...this.#run('Page '), field('PAGE'), ...this.#run(' of '), field('NUMPAGES')],
            'footer',
          ),
        ),
      ),
      ['w', 'r'],
    )
  }

  #all(nodes: readonly NodeOf<BlockType>[]): Xml[] {
    return nodes.flatMap((node) => write(this.#blocks, node))
  }

  #line(nodes: readonly Inline[]): Xml[] {
    return nodes.flatMap((node) => write(this.#inlines, node))
  }

  #within<Out>(change: Partial<Setting>, writeIt: () => Out): Out {
    const before = this.#setting
    this.#setting = { ...before, ...change }
    const { lang } = this.#setting
    const out = this.#said({ lang }, writeIt)
    this.#setting = before
    return out
  }

  #said<Out>(change: Partial<Voice>, writeIt: () => Out): Out {
    const before = this.#voice
    this.#voice = { ...before, ...change }
    const out = writeIt()
    this.#voice = before
    return out
  }

  #isRightToLeft(): boolean {
    return isRightToLeft(this.#setting.lang)
  }

  /** A paragraph; the first one of an item has the item's sign. */
  #paragraph(content: readonly Xml[], style = this.#setting.style, keepNext = false): Xml {
    const marker = this.#marker
    this.#marker = undefined
    const isItem = marker !== undefined && style === 'List Continue'
    const named = !isItem ? style : marker.numbered ? 'List Number' : 'List Bullet'
    const look = this.#look(named, marker, keepNext)
    return w('p', {}, look.children.length > 0 && look, content)
  }

  /** In the order that CT_PPrBase has (section 17.3.1.26). */
  #look(style: ParagraphStyle, marker: Marker | undefined, keepNext: boolean): Xml {
    const { indent } = this.#setting
    const level = this.#level()
    const left = indentOf(style) + indent
    const isOwnIndent = left !== (marker ? listStep * (level + 1) : indentOf(style))
    const isTooNear = this.#needsRoom && spaceBefore(style) < room
    this.#needsRoom = false
    return w(
      'pPr',
      {},
      style !== 'Normal' && val('pStyle', styleId(style)),
      keepNext && w('keepNext', {}),
      marker && w('numPr', {}, val('ilvl', level), val('numId', marker.list)),
      this.#isRightToLeft() && w('bidi', {}),
      isTooNear && w('spacing', { before: room }),
      isOwnIndent && w('ind', { left, ...(marker && { hanging: listStep }) }),
    )
  }

  /** The level of the list that the writer is in, from 0. */
  #level(): number {
    return Math.min(this.#setting.lists, listLevels) - 1
  }

  #heading(depth: number, words: readonly Inline[], id?: string): Xml {
    const line = this.#line(words)
    return this.#paragraph(
      id === undefined ? line : this.#bookmarks.around(id, line),
      headings[depth - 1] ?? 'heading 6',
    )
  }

  /** Items of a list; with numbers from `start` on, or without. */
  #list(items: readonly { children: NodeOf<BlockType>[] }[], start?: number): Xml[] {
    const opened = this.#signAlone()
    const change: Partial<Setting> = {
      style: 'List Continue',
      indent: this.#edge() + listStep,
      lists: this.#setting.lists + 1,
    }
    const written = this.#within(change, () => {
      const numbered = start !== undefined
      const list = numbered ? numbersOf(this.#lists.length) : bullets
      if (numbered) this.#lists.push({ level: this.#level(), start })
      return items.flatMap(({ children }) => {
        this.#marker = { list, numbered }
        return [...this.#all(children), ...this.#signAlone()]
      })
    })
    return [...opened, ...written]
  }

  /** The sign of an item in which no paragraph is, or none before a list. */
  #signAlone(): Xml[] {
    return this.#marker === undefined ? [] : [this.#paragraph([])]
  }

  /** Where plain paragraphs begin. */
  #edge(): number {
    return this.#setting.indent + indentOf(this.#setting.style)
  }

  #quoted(children: readonly NodeOf<BlockType>[]): Xml[] {
    const { style, indent } = this.#setting
    const deeper = style === 'Quote' ? quoteStep : 0
    return this.#within({ style: 'Quote', indent: indent + deeper }, () => this.#all(children))
  }

  #link(address: string, writeWords: () => Xml[], tip?: string): Xml[] {
    const anchor = address.startsWith('#') ? this.#bookmarks.nameOf(address.slice(1)) : undefined
    // A way to a part of the page that no format has.
    if (address.startsWith('#') && anchor === undefined) return writeWords()
    const target =
      anchor === undefined
        ? { 'r:id': this.#addresses.idOf(absolute(this.#context.siteUrl, address)) }
        : { 'w:anchor': anchor }
    const words = this.#said({ link: true }, writeWords)
    return [xml('w:hyperlink', { ...target, 'w:tooltip': tip, 'w:history': 1 }, words)]
  }

  #run(words: string): Xml[] {
    return runsOf(words, this.#voice, this.#publication.data.lang)
  }

  #picture(picture: Picture): Xml {
    const id = (this.#drawings += 1)
    const room = { width: textWidth - this.#setting.indent, height: tallestPicture }
    const { width, height } = sizeOnPaper(picture, room, inch)
    const size = {
      cx: Math.round(width * emuPerTwentieth),
      cy: Math.round(height * emuPerTwentieth),
    }
    const relation = pictureId(this.#pictures.pack(picture.src))
    const name = `Picture ${id}`
    return w('r', {}, w('drawing', {}, drawing({ id, name, alt: picture.alt, size, relation })))
  }

  #table({ caption, rowHeaders, header, rows }: NodeOf<'table'>): Xml[] {
    const indent = this.#edge()
    const room = { width: textWidth - indent, letter: 140, beside: 200 }
    const widths = columnWidths([header, ...rows], room).map(Math.round)
    const cell = ({ children }: Cell, index: number, isHeader: boolean) =>
      w(
        'tc',
        {},
        w('tcPr', {}, w('tcW', { w: widths[index], type: 'dxa' })),
        this.#within({ indent: 0, style: isHeader ? 'Table Heading' : 'Table Text' }, () =>
          this.#paragraph(this.#line(children)),
        ),
      )
    const row = (cells: readonly Cell[], isHeader: boolean) =>
      w(
        'tr',
        {},
        w('trPr', {}, w('cantSplit', {}), isHeader && w('tblHeader', {})),
        cells.map((each, index) => cell(each, index, isHeader || (rowHeaders && index === 0))),
      )
    const title = this.#paragraph(this.#run(caption), 'caption', true)
    const table = w(
      'tbl',
      {},
      tableProperties({
        caption,
        rowHeaders,
        rows: rows.length,
        widths,
        indent,
        isRightToLeft: this.#isRightToLeft(),
      }),
      row(header, true),
      rows.map((cells) => row(cells, false)),
    )
    this.#needsRoom = true
    return [title, table]
  }

  #contents(items: readonly ContentsItem[], level = 0): Xml[] {
    return items.flatMap(({ id, words, items }) => [
      this.#paragraph(
        this.#link(`#${id}`, () => this.#line(words)),
        contentsLevels[level] ?? 'toc 3',
      ),
      ...this.#contents(items, level + 1),
    ])
  }

  #wayBack({ markId, label }: NoteBack): Xml {
    return this.#paragraph(
      this.#link(`#${markId}`, () => this.#run(label)),
      'Way Back',
    )
  }

  /** Words in bold, followed by others in the same paragraph. */
  #runIn(words: string): Xml[] {
    return this.#said({ strong: true }, () => this.#run(words))
  }

  /** The words of the attribution, with the name set apart for the eye. */
  #attribution({ words, name }: Attribution): Xml[] {
    const at = words.findIndex((node) => node.type === 'text' && node.value.includes(name))
    const found = words[at]
    if (found?.type !== 'text') return this.#line(words)
    const start = found.value.indexOf(name)
    return [
      ...this.#line(words.slice(0, at)),
      ...this.#run(found.value.slice(0, start)),
      ...this.#runIn(name),
      ...this.#run(found.value.slice(start + name.length)),
      ...this.#line(words.slice(at + 1)),
    ]
  }

  readonly #inlines: Writers<Xml[], Inline['type']> = {
    text: ({ value }) => this.#run(value),
    emphasis: ({ children }) => this.#said({ emphasis: true }, () => this.#line(children)),
    strong: ({ children }) => this.#said({ strong: true }, () => this.#line(children)),
    inlineCode: ({ value }) => this.#said({ code: true }, () => this.#run(value)),
    break: () => [w('r', {}, w('br', {}))],
    link: ({ address, children }) => this.#link(address, () => this.#line(children)),
    phrase: ({ lang, children }) => this.#said({ lang }, () => this.#line(children)),
    date: ({ value }) => this.#run(value),
    noteMark: ({ id, noteId, mark, about, children }) => {
      const isApart = joinsWord(mark)
      const sign = () => this.#run(isApart ? `[${mark}]` : mark)
      return [
        ...this.#line(children),
        ...(isApart ? this.#run(' ') : []),
        ...this.#bookmarks.around(id, this.#link(`#note-${noteId}`, sign, `Note: ${about}`)),
      ]
    },
    documentLink: ({ address, details, children }) =>
      this.#link(address, () => [
        ...this.#line(children),
        ...(details === '' ? [] : this.#run(` (${details})`)),
      ]),
  }

  readonly #blocks: Writers<Xml[], BlockType> = {
    paragraph: ({ children }) => [this.#paragraph(this.#line(children))],
    heading: ({ depth, id, children }) => [this.#heading(depth, children, id)],
    list: ({ ordered, start, children }) => this.#list(children, ordered ? start : undefined),
    listItem: ({ children }) => this.#all(children),
    blockquote: ({ children }) => this.#quoted(children),
    code: ({ value }) => {
      const lines = value.split('\n').map((line) => this.#run(line))
      const broken = lines.flatMap((line, index) =>
        index === 0 ? line : [w('r', {}, w('br', {})), ...line],
      )
      return [this.#paragraph(broken, 'HTML Preformatted')]
    },
    thematicBreak: () => [this.#paragraph(this.#run('* * *'), 'Break')],
    passage: ({ lang, children }) => this.#within({ lang }, () => this.#all(children)),
    figure: ({ picture, caption, credit }) => {
      const isAlone = caption === undefined && credit === undefined
      return [
        this.#paragraph([this.#picture(picture)], 'Picture', !isAlone),
        ...(caption === undefined
          ? []
          : [this.#paragraph(this.#run(caption), 'caption', credit !== undefined)]),
        ...(credit === undefined
          ? []
          : [this.#paragraph(this.#run(`Picture: ${credit}`), 'Credit')]),
      ]
    },
    table: (node) => this.#table(node),
    quotation: ({ id, attribution, children }) => [
      this.#paragraph(
        this.#bookmarks.around(id, this.#attribution(attribution)),
        'Quote Attribution',
      ),
      ...this.#quoted(children),
    ],
    commitments: (node) => {
      const { address, words } = wayToPlan(node)
      const way = this.#link(address, () => this.#run(words))
      const items = node.children.map((each) => ({ children: [each] }))
      return [...this.#list(items, 1), this.#paragraph(way)]
    },
    commitment: ({ id, children }) => [...this.#bookmarks.around(id, []), ...this.#all(children)],

    titleBlock: (node) => [
      this.#heading(1, [text(node.title)]),
      ...linesUnderTitle(node).map((line) => this.#paragraph(this.#line(line), 'Details')),
    ],
    // Links to the headings themselves: page numbers would have to be updated by hand.
    contents: ({ id, items }) => {
      const written = [
        this.#paragraph(this.#bookmarks.around(id, this.#run('Contents')), 'TOC Heading'),
        ...this.#contents(items),
      ]
      this.#needsRoom = true
      return written
    },
    notice: ({ heading, children }) => [
      this.#heading(2, [text(heading)]),
      ...this.#within({ style: 'Notice' }, () => this.#all(children)),
    ],
    section: ({ id, depth, heading, children }) => [
      this.#heading(depth, heading, id),
      ...this.#all(children),
    ],
    facts: ({ items }) =>
      items.map(({ term, description }) =>
        this.#paragraph(
          [...this.#runIn(`${term}:`), ...this.#run(' '), ...this.#line(description)],
          'Fact',
        ),
      ),
    timeline: ({ children }) => this.#all(children),
    timelineStep: ({ when, children }) => [
      this.#paragraph(this.#line(when), 'Timeline Date'),
      ...this.#within({ style: 'Timeline Step' }, () => this.#all(children)),
    ],
    note: (node) =>
      this.#within({ style: 'Note to Editors' }, () => {
        const { opening, others } = partsOfNote(node)
        const line = [
          ...this.#run(`${node.mark} `),
          ...this.#runIn(sentence(node.title)),
          ...(opening.length > 0 ? [...this.#run(' '), ...this.#line(opening)] : []),
        ]
        return [
          this.#paragraph(this.#bookmarks.around(node.id, line)),
          ...this.#all(others),
          ...node.backs.map((back) => this.#wayBack(back)),
        ]
      }),
  }
}

/** What stands above a paragraph that follows a table or a list of contents: those end without. */
const room = 240

const headings = [
  'heading 1',
  'heading 2',
  'heading 3',
  'heading 4',
  'heading 5',
  'heading 6',
] as const
const contentsLevels = ['toc 1', 'toc 2', 'toc 3'] as const
