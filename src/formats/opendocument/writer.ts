import type { Element, ElementContent } from 'xast'
import { x } from 'xastscript'
import type { Publication } from '../../document/library.ts'
import type {
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
  linesUnderPicture,
  linesUnderTitle,
  partsOfNote,
  sentence,
  wayToPlan,
} from '../wording.ts'
import { write, type BlockType, type FormatContext, type Writers } from '../writers.ts'
import { AutomaticStyles, indentOf, type Surroundings } from './automatic-styles.ts'
import { listOf } from './lists.ts'
import { bookmark, link, nameOf, namespaces, text } from './markup.ts'
import type { DocumentParts } from './package.ts'
import { frame } from './pictures.ts'
import { keepSpaces } from './spaces.ts'
import {
  fonts,
  measures,
  type ListKind,
  type ParagraphStyleName,
  type TextStyleName,
} from './styles.ts'
import { cellOf, tableOf, tableRoom } from './tables.ts'

/** Where the writer is. */
interface Setting extends Surroundings {
  /** The style of a paragraph that has none of its own. */
  paragraph: ParagraphStyleName
}

export class OdtWriter {
  readonly #publication: Publication
  readonly #siteUrl: string
  readonly #pictures: PackedPictures
  readonly #styles: AutomaticStyles
  #setting: Setting
  /** Places that links lead to; the next paragraph or heading takes them. */
  #anchors: string[] = []
  #tables = 0
  #frames = 0
  #lists = 0

  constructor(publication: Publication, context: FormatContext) {
    const { lang } = publication.data
    this.#publication = publication
    this.#siteUrl = context.siteUrl
    this.#pictures = new PackedPictures(context, (number) => `Pictures/${number}`)
    this.#styles = new AutomaticStyles(lang)
    this.#setting = { lang, paragraph: 'Text body', lists: 0, quotations: 0 }
  }

  /** Writes the publication, with the styles and pictures that are met on the way. */
  parts(): DocumentParts {
    const blocks = this.#all(this.#publication.tree)
    const content = x(
      'office:document-content',
      { ...namespaces, 'office:version': '1.3' },
      fonts(),
      x('office:automatic-styles', this.#styles.all),
      x('office:body', [x('office:text', blocks)]),
    )
    return { content, pictures: this.#pictures.all }
  }

  #all(nodes: readonly NodeOf<BlockType>[]): Element[] {
    return nodes.flatMap((node) => write(this.#blocks, node))
  }

  #line(nodes: readonly Inline[]): ElementContent[] {
    return nodes.flatMap((node) => write(this.#inlines, node))
  }

  #within<Out>(change: Partial<Setting>, writeIt: () => Out): Out {
    const before = this.#setting
    this.#setting = { ...before, ...change }
    const out = writeIt()
    this.#setting = before
    return out
  }

  #anchor(id: string): void {
    this.#anchors.push(id)
  }

  #bookmarks(): Element[] {
    const bookmarks = this.#anchors.map(bookmark)
    this.#anchors = []
    return bookmarks
  }

  #paragraph(children: readonly ElementContent[], style = this.#setting.paragraph): Element {
    const name = this.#styles.ofParagraph(style, this.#setting)
    return x('text:p', { 'text:style-name': name }, this.#bookmarks(), keepSpaces(children))
  }

  #heading(
    children: readonly ElementContent[],
    depth: number,
    style: ParagraphStyleName = headings[depth - 1] ?? 'Heading 6',
  ): Element {
    const attributes = {
      'text:style-name': this.#styles.ofParagraph(style, this.#setting),
      'text:outline-level': Math.min(depth, headings.length),
    }
    return x('text:h', attributes, this.#bookmarks(), keepSpaces(children))
  }

  #span(style: TextStyleName, children: readonly ElementContent[]): Element {
    return x('text:span', { 'text:style-name': nameOf(style) }, [...children])
  }

  #link(address: string, children: readonly ElementContent[]): Element {
    return link(absolute(this.#siteUrl, address), children)
  }

  #list<Item>(
    kind: ListKind,
    items: readonly Item[],
    blocksOf: (item: Item) => Element[],
    start = 1,
  ): Element[] {
    const { lists, quotations } = this.#setting
    const style = this.#styles.ofList(kind, quotations)
    const id = `list-${++this.#lists}`
    const written = this.#within({ lists: lists + 1, paragraph: 'List' }, () =>
      items.map((item) => {
        const blocks = blocksOf(item)
        return blocks.length > 0 ? blocks : [this.#paragraph([])]
      }),
    )
    return listOf(style, id, written, start)
  }

  readonly #inlines: Writers<ElementContent[], Inline['type']> = {
    text: ({ value }) => [text(value)],
    emphasis: ({ children }) => [this.#span('Emphasis', this.#line(children))],
    strong: ({ children }) => [this.#span('Strong Emphasis', this.#line(children))],
    inlineCode: ({ value }) => [this.#span('Source Text', [text(value)])],
    break: () => [x('text:line-break')],
    link: ({ address, children }) => [this.#link(address, this.#line(children))],
    phrase: ({ lang, children }) => [
      x('text:span', { 'text:style-name': this.#styles.ofLanguage(lang) }, this.#line(children)),
    ],
    date: ({ value }) => [text(value)],
    noteMark: ({ id, noteId, mark, about, children }) => {
      const sign = this.#span('Note mark', [text(joinsWord(mark) ? `[${mark}]` : mark)])
      return [
        ...this.#line(children),
        bookmark(id),
        link(`#note-${noteId}`, [sign], { 'office:title': `Note: ${about}` }),
      ]
    },
    documentLink: ({ address, details, children }) => [
      this.#link(address, this.#line(children)),
      ...(details === '' ? [] : [text(` (${details})`)]),
    ],
  }

  readonly #blocks: Writers<Element[], BlockType> = {
    paragraph: ({ children }) => [this.#paragraph(this.#line(children))],
    heading: ({ depth, id, children }) => {
      this.#anchor(id)
      return [this.#heading(this.#line(children), depth)]
    },
    list: ({ ordered, start, children }) =>
      ordered
        ? this.#list('Numbers', children, (item) => this.#all(item.children), start)
        : this.#list('Bullets', children, (item) => this.#all(item.children)),
    listItem: ({ children }) => this.#all(children),
    blockquote: ({ children }) => this.#quoted(children),
    code: ({ value }) => [this.#paragraph([text(value)], 'Preformatted Text')],
    thematicBreak: () => [this.#paragraph([text('* * *')], 'Break')],
    passage: ({ lang, children }) => this.#within({ lang }, () => this.#all(children)),
    figure: (node) => this.#figure(node),
    table: (node) => this.#table(node),
    quotation: ({ id, attribution, children }) => {
      this.#anchor(id)
      return [
        this.#paragraph(this.#line(attribution.words), 'Attribution'),
        ...this.#quoted(children),
      ]
    },
    commitments: (node) => {
      const { address, words } = wayToPlan(node)
      return [
        ...this.#list('Numbers', node.children, (each) => write(this.#blocks, each)),
        this.#paragraph([this.#link(address, [text(words)])]),
      ]
    },
    commitment: ({ id, children }) => {
      this.#anchor(id)
      return this.#all(children)
    },

    titleBlock: (node) => [
      this.#heading([text(node.title)], 1),
      ...linesUnderTitle(node).map((line, index, { length }) =>
        this.#paragraph(this.#line(line), index < length - 1 ? 'Details' : 'Details end'),
      ),
    ],
    contents: ({ id, items }) => {
      this.#anchor(id)
      return [this.#heading([text('Contents')], 2, 'Contents Heading'), ...this.#contents(items)]
    },
    notice: ({ heading, children }) => [
      this.#heading([text(heading)], 2, 'Notice heading'),
      ...this.#within({ paragraph: 'Notice' }, () => this.#all(children)),
    ],
    section: ({ id, depth, heading, children }) => {
      this.#anchor(id)
      return [this.#heading(this.#line(heading), depth), ...this.#all(children)]
    },
    facts: ({ items }) =>
      items.map(({ term, description }) => {
        const runIn = this.#span('Strong Emphasis', [text(`${term}:`)])
        return this.#paragraph([runIn, text(' '), ...this.#line(description)], 'Facts')
      }),
    timeline: ({ children }) =>
      this.#list('Bullets', children, (step) => write(this.#blocks, step)),
    timelineStep: ({ when, children }) => [
      this.#paragraph(this.#line(when), 'Timeline date'),
      ...this.#all(children),
    ],
    note: (node) => {
      this.#anchor(node.id)
      const { opening, others } = partsOfNote(node)
      const runIn = this.#span('Strong Emphasis', [text(sentence(node.title))])
      const words = opening.length > 0 ? [text(' '), ...this.#line(opening)] : []
      return this.#within({ paragraph: 'Note' }, () => [
        this.#paragraph([text(`${node.mark} `), runIn, ...words]),
        ...this.#all(others),
        ...node.backs.map((back) => this.#wayBack(back)),
      ])
    },
  }

  #quoted(children: readonly NodeOf<BlockType>[]): Element[] {
    const quotations = this.#setting.quotations + 1
    return this.#within({ quotations, paragraph: 'Quotations' }, () => this.#all(children))
  }

  /** @param end the style of the very last entry, which has room below it */
  #contents(items: readonly ContentsItem[], end: ParagraphStyleName = 'Contents end'): Element[] {
    return this.#list('Plain', items, (item) => {
      const ending = item === items.at(-1) ? end : 'Contents entry'
      const isLeaf = item.items.length === 0
      const entry = this.#paragraph(
        [this.#link(`#${item.id}`, this.#line(item.words))],
        isLeaf ? ending : 'Contents entry',
      )
      return isLeaf ? [entry] : [entry, ...this.#contents(item.items, ending)]
    })
  }

  #wayBack({ markId, label }: NoteBack): Element {
    return this.#paragraph([this.#link(`#${markId}`, [text(label)])], 'Way back')
  }

  #figure(node: NodeOf<'figure'>): Element[] {
    const picture = this.#frame(node.picture)
    const below = linesUnderPicture(node).flatMap((line, index) =>
      index === 0 ? [text(line)] : [x('text:line-break'), text(line)],
    )
    if (below.length === 0) return [this.#paragraph([picture], 'Figure')]
    return [this.#paragraph([picture], 'Figure with caption'), this.#paragraph(below, 'Caption')]
  }

  #frame(picture: Picture): Element {
    const { src, alt } = picture
    const room = {
      width: measures.text.width - indentOf(this.#setting),
      height: measures.text.tallest,
    }
    return frame({
      name: `Picture ${++this.#frames}`,
      style: alt === '' ? this.#styles.ofDecoration() : 'Graphics',
      path: this.#pictures.pack(src).path,
      alt,
      size: sizeOnPaper(picture, room, 2.54),
    })
  }

  #table({ caption, rowHeaders, header, rows }: NodeOf<'table'>): Element[] {
    const title = this.#paragraph([text(caption)], 'Table caption')
    const name = `Table${++this.#tables}`
    const cell = ({ children }: Cell, isHeader: boolean) =>
      this.#paragraph(this.#line(children), isHeader ? 'Table Heading' : 'Table Contents')
    const table = tableOf({
      name,
      lang: this.#setting.lang,
      rowHeaders,
      columns: columnWidths([header, ...rows], tableRoom).map((width, index) =>
        this.#styles.ofColumn(`${name}-${index + 1}`, width),
      ),
      header: header.map((each) => cellOf(cell(each, true), 'Table-head')),
      rows: rows.map((row) =>
        row.map((each, index) =>
          rowHeaders && index === 0
            ? cellOf(cell(each, true), 'Table-row-head')
            : cellOf(cell(each, false), 'Table-cell'),
        ),
      ),
    })
    return [title, table]
  }
}

const headings = [
  'Heading 1',
  'Heading 2',
  'Heading 3',
  'Heading 4',
  'Heading 5',
  'Heading 6',
] as const
