import type {
  BlockContent,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Strong,
  TableCell,
  TableRow,
  Text,
} from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import { languageInEnglish } from '../document/languages.ts'
import type { Publication } from '../document/library.ts'
import type { Cell, Inline, NodeOf } from '../document/vocabulary.ts'
import { absolute } from './addresses.ts'
import { publisher } from './publisher.ts'
import {
  joinsWord,
  linesUnderPicture,
  linesUnderTitle,
  partsOfNote,
  sentence,
  wayToPlan,
} from './wording.ts'
import { write, type BlockType, type Format, type Writers } from './writers.ts'

/**
 * GitHub-flavoured Markdown with YAML front matter: for machines, and for people who quote. A
 * link within the page is its words only, because a file of Markdown has no such places.
 */
export const markdown: Format<string> = {
  name: 'Markdown',
  ending: '.md',
  write: (publication, { siteUrl }) => {
    const children = new MarkdownWriter(siteUrl).blocks(publication.tree)
    const text = toMarkdown({ type: 'root', children }, options)
    return `---\n${stringify(facts(publication, siteUrl), { lineWidth: 0 })}---\n\n${text}`
  },
}

const options: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  // Columns in line are for the eye; with a sentence in a cell they fill lines with spaces.
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
}

/** What is known of the publication, with the names that the front matter of content/ has. */
function facts({ tree, data, address }: Publication, siteUrl: string): Record<string, unknown> {
  const [block] = tree.filter((node) => node.type === 'titleBlock')
  const { title, summary, lang } = data
  return {
    title,
    ...(block?.kind && { kind: block.kind }),
    summary,
    ...publisher(tree),
    ...('published' in data && { published: data.published }),
    lang,
    address: `${siteUrl}${address}`,
    ...('withdrawn' in data && data.withdrawn && { withdrawn: true }),
  }
}

type Blocks = (BlockContent | DefinitionContent)[]

class MarkdownWriter {
  readonly #siteUrl: string

  constructor(siteUrl: string) {
    this.#siteUrl = siteUrl
  }

  blocks(nodes: readonly NodeOf<BlockType>[]): Blocks {
    return nodes.flatMap((node) => write(this.#blocks, node))
  }

  #line(nodes: readonly Inline[]): PhrasingContent[] {
    return nodes.flatMap((node) => write(this.#inlines, node))
  }

  #link(address: string, words: PhrasingContent[]): PhrasingContent[] {
    if (address.startsWith('#')) return words
    // No line can hold a link inside a link; the vocabulary has none either.
    const children = words.filter((node) => node.type !== 'link' && node.type !== 'linkReference')
    return [{ type: 'link', url: absolute(this.#siteUrl, address), children }]
  }

  #heading(depth: number, children: PhrasingContent[]): Heading {
    return { type: 'heading', depth: depths[depth - 1] ?? 6, children }
  }

  readonly #inlines: Writers<PhrasingContent[], Inline['type']> = {
    text: ({ value }) =>
      // As a text its colon would be escaped, and nobody could copy it.
      /^https?:\/\/\S+$/.test(value)
        ? [{ type: 'link', url: value, children: [text(value)] }]
        : [text(value)],
    emphasis: ({ children }) => [{ type: 'emphasis', children: this.#line(children) }],
    strong: ({ children }) => [strong(...this.#line(children))],
    inlineCode: ({ value }) => [{ type: 'inlineCode', value }],
    break: () => [{ type: 'break' }],
    link: ({ address, children }) => this.#link(address, this.#line(children)),
    phrase: ({ lang, children }) => [
      text(`(in ${languageInEnglish(lang)}:) `),
      ...this.#line(children),
    ],
    date: ({ value }) => [text(value)],
    noteMark: ({ mark, children }) => [
      ...this.#line(children),
      text(joinsWord(mark) ? ` [${mark}]` : mark),
    ],
    documentLink: ({ address, details, children }) => [
      ...this.#link(address, this.#line(children)),
      ...(details === '' ? [] : [text(` (${details})`)]),
    ],
  }

  readonly #blocks: Writers<Blocks, BlockType> = {
    paragraph: ({ children }) => [paragraph(...this.#line(children))],
    heading: ({ depth, children }) => [this.#heading(depth, this.#line(children))],
    list: ({ ordered, start, children }) => [
      list(
        children.map((item) => this.blocks(item.children)),
        ordered ? start : undefined,
      ),
    ],
    listItem: ({ children }) => this.blocks(children),
    blockquote: ({ children }) => [{ type: 'blockquote', children: this.blocks(children) }],
    code: ({ value }) => [{ type: 'code', value }],
    thematicBreak: () => [{ type: 'thematicBreak' }],
    passage: ({ lang, children }) => [
      paragraph(text(`(in ${languageInEnglish(lang)}:)`)),
      ...this.blocks(children),
    ],
    figure: (node) => {
      const { src, alt } = node.picture
      return [
        paragraph({ type: 'image', url: absolute(this.#siteUrl, src), alt }),
        ...linesUnderPicture(node).map((line) => paragraph(text(line))),
      ]
    },
    table: ({ caption, rowHeaders, header, rows }) => {
      const cells = (row: Cell[]) => row.map(({ children }) => cell(this.#line(children)))
      const body = rows.map((row) => {
        const [first, ...others] = cells(row)
        if (!first || !rowHeaders) return tableRow(cells(row))
        return tableRow([cell([strong(...first.children)]), ...others])
      })
      return [
        paragraph(text(`Table: ${caption}`)),
        { type: 'table', children: [tableRow(cells(header)), ...body] },
      ]
    },
    quotation: ({ attribution, children }) => [
      paragraph(...this.#line(attribution.words)),
      { type: 'blockquote', children: this.blocks(children) },
    ],
    commitments: (node) => {
      const items = node.children.map((each) => this.blocks(each.children))
      const { address, words } = wayToPlan(node)
      return [list(items, 1), paragraph(...this.#link(address, [text(words)]))]
    },
    commitment: ({ children }) => this.blocks(children),

    // Programs that show Markdown make such a list themselves.
    contents: () => [],
    titleBlock: (node) => {
      const heading = this.#heading(1, [text(node.title)])
      const lines = linesUnderTitle(node).map((line) => [paragraph(...this.#line(line))])
      return lines.length === 0 ? [heading] : [heading, list(lines)]
    },
    notice: ({ heading: words, children }) => [
      this.#heading(2, [text(words)]),
      ...this.blocks(children),
    ],
    section: ({ depth, heading: words, children }) => [
      this.#heading(depth, this.#line(words)),
      ...this.blocks(children),
    ],
    facts: ({ items }) => [
      list(
        items.map(({ term, description }) => [
          paragraph(strong(text(`${term}:`)), text(' '), ...this.#line(description)),
        ]),
      ),
    ],
    timeline: ({ children }) => [list(children.map((step) => write(this.#blocks, step)))],
    timelineStep: ({ when, children }) => [
      paragraph(strong(...this.#line(when))),
      ...this.blocks(children),
    ],
    note: (node) => {
      const { opening, others } = partsOfNote(node)
      const line: PhrasingContent[] = [text(`${node.mark} `), strong(text(sentence(node.title)))]
      if (opening.length > 0) line.push(text(' '), ...this.#line(opening))
      return [paragraph(...line), ...this.blocks(others)]
    },
  }
}

const depths = [1, 2, 3, 4, 5, 6] as const

const text = (value: string): Text => ({ type: 'text', value })
const strong = (...children: PhrasingContent[]): Strong => ({ type: 'strong', children })
const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })
const cell = (children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children })
const tableRow = (children: TableCell[]): TableRow => ({ type: 'tableRow', children })

/** A list with numbers from `start` on, or with none. Items with several paragraphs stand apart. */
function list(items: Blocks[], start?: number): List {
  const children = items.map((item): ListItem => ({
    type: 'listItem',
    spread: item.slice(1).some(({ type }) => type !== 'list'),
    children: item,
  }))
  return {
    type: 'list',
    ordered: start !== undefined,
    ...(start !== undefined && { start }),
    spread: children.some(({ spread }) => spread),
    children,
  }
}
