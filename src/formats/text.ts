import { languageInEnglish } from '../document/languages.ts'
import type { Block, Inline, NodeOf } from '../document/vocabulary.ts'
import { absolute } from './addresses.ts'
import {
  joinsWord,
  linesUnderPicture,
  linesUnderTitle,
  partsOfNote,
  sentence,
  wayToPlan,
} from './wording.ts'
import { write, type Format, type Writers } from './writers.ts'

/** Columns of a line: what a terminal, a mail and an 18-point print hold. */
const width = 72

/**
 * Plain text: UTF-8, lines of at most 72 characters, no sign that a screen reader would have to
 * spell out. Headings are underlined, lists have - or their number, an address follows its link
 * in < and >, and what a picture or a table is, is said in words.
 */
export const text: Format<string> = {
  name: 'plain text',
  ending: '.txt',
  write: ({ tree }, { siteUrl }) => `${new TextWriter(siteUrl).blocks(tree)}\n`,
}

class TextWriter {
  readonly #siteUrl: string
  /** Columns that are left for a line where the writer is. */
  #columns = width

  constructor(siteUrl: string) {
    this.#siteUrl = siteUrl
  }

  blocks(nodes: readonly NodeOf[]): string {
    return nodes
      .map((node) => write(this.#writers, node))
      .filter((written) => written !== '')
      .join('\n\n')
  }

  #line(nodes: readonly Inline[]): string {
    return nodes.map((node) => write(this.#writers, node)).join('')
  }

  #paragraph(nodes: readonly Inline[]): string {
    return this.#wrap(this.#line(nodes))
  }

  #wrap(words: string): string {
    return wrap(words, this.#columns)
  }

  /** Blocks that begin some columns further in. */
  #indented(nodes: readonly NodeOf[], columns: number): string {
    this.#columns -= columns
    const written = this.blocks(nodes)
    this.#columns += columns
    return indent(written, columns)
  }

  #item(sign: string, children: readonly NodeOf[]): string {
    return `${sign} ${this.#indented(children, sign.length + 1).trimStart()}`
  }

  #heading(words: string, depth: number): string {
    const lines = this.#wrap(words)
    const longest = Math.max(...lines.split('\n').map((line) => line.length))
    return `${lines}\n${(depth === 1 ? '=' : depth === 2 ? '-' : '.').repeat(longest)}`
  }

  #link(address: string, words: string): string {
    // A way within the page is of no use in a file without links.
    if (address.startsWith('#')) return words
    const isAddress = [words, `mailto:${words}`, `tel:${words.replaceAll(' ', '')}`].includes(
      address,
    )
    return isAddress ? words : `${words} <${absolute(this.#siteUrl, address)}>`
  }

  readonly #writers: Writers<string> = {
    text: ({ value }) => value,
    emphasis: ({ children }) => this.#line(children),
    strong: ({ children }) => this.#line(children),
    inlineCode: ({ value }) => value,
    break: () => '\n',
    link: ({ address, children }) => this.#link(address, this.#line(children)),
    phrase: ({ lang, children }) => `(in ${languageInEnglish(lang)}:) ${this.#line(children)}`,
    date: ({ value }) => value,
    noteMark: ({ mark, children }) =>
      `${this.#line(children)}${joinsWord(mark) ? ` [${mark}]` : mark}`,
    documentLink: ({ address, details, children }) =>
      this.#link(address, `${this.#line(children)}${details === '' ? '' : ` (${details})`}`),

    paragraph: ({ children }) => this.#paragraph(children),
    heading: ({ depth, children }) => this.#heading(this.#line(children), depth),
    list: ({ ordered, start, children }) =>
      join(
        children.map((item, index) =>
          this.#item(ordered ? `${start + index}.` : '-', item.children),
        ),
      ),
    listItem: ({ children }) => this.blocks(children),
    blockquote: ({ children }) => this.#indented(children, 4),
    code: ({ value }) => indent(value, 4),
    thematicBreak: () => '* * *',
    passage: ({ lang, children }) => `(in ${languageInEnglish(lang)}:)\n\n${this.blocks(children)}`,
    figure: (node) => {
      const { alt } = node.picture
      // A decorative picture says nothing, so nothing is lost without it.
      const shown = alt === '' ? [] : [`Picture: ${sentence(alt)}`]
      return [...shown, ...linesUnderPicture(node)].map((line) => this.#wrap(line)).join('\n')
    },
    table: ({ caption, header, rows }) => {
      const names = header.map((cell) => this.#line(cell.children))
      const written = rows.map((row) =>
        row
          .map((cell, column) => this.#wrap(`${names[column] ?? ''}: ${this.#line(cell.children)}`))
          .join('\n'),
      )
      return [this.#wrap(`Table: ${caption}`), ...written].join('\n\n')
    },
    quotation: ({ attribution, children }) =>
      `${this.#paragraph(attribution.words)}\n\n${this.#indented(children, 4)}`,
    commitments: (node) => {
      const items = node.children.map((each, index) => this.#item(`${index + 1}.`, each.children))
      const { address, words } = wayToPlan(node)
      return [...items, this.#wrap(this.#link(address, words))].join('\n\n')
    },
    commitment: ({ children }) => this.blocks(children),

    titleBlock: (node) => {
      const lines = linesUnderTitle(node).map((line) => this.#paragraph(line))
      return [this.#heading(node.title, 1), lines.join('\n')]
        .filter((part) => part !== '')
        .join('\n\n')
    },
    // Without links or page numbers a list of contents would only be read out.
    contents: () => '',
    notice: ({ heading: words, children }) =>
      `${this.#heading(words, 2)}\n\n${this.blocks(children)}`,
    section: ({ depth, heading: words, children }) =>
      `${this.#heading(this.#line(words), depth)}\n\n${this.blocks(children)}`,
    facts: ({ items }) =>
      items
        .map(({ term, description }) => this.#wrap(`${term}: ${this.#line(description)}`))
        .join('\n'),
    timeline: ({ children }) => this.blocks(children),
    timelineStep: ({ when, children }) => {
      const lines = children.map((each: Block) => this.#indented([each], 2))
      return [this.#paragraph(when), ...lines].join('\n')
    },
    note: (node) => {
      const { opening, others } = partsOfNote(node)
      const line = `${node.mark} ${sentence(node.title)} ${this.#line(opening)}`
      return [this.#wrap(line.trim()), this.blocks(others)]
        .filter((part) => part !== '')
        .join('\n\n')
    },
  }
}

/** Items on lines of their own; with empty lines between when one of them has such a line. */
const join = (items: string[]): string =>
  items.join(items.some((item) => item.includes('\n\n')) ? '\n\n' : '\n')

const indent = (words: string, columns: number): string =>
  words.replace(/^(?=.)/gm, ' '.repeat(columns))

/** Breaks lines at spaces; a word longer than a line, such as an address, stays whole. */
function wrap(words: string, columns: number): string {
  return words
    .split('\n')
    .map((line) => {
      const lines: string[] = []
      let current = ''
      for (const word of line.split(/ +/)) {
        if (current !== '' && current.length + 1 + word.length > columns) {
          lines.push(current)
          current = word
        } else {
          current = current === '' ? word : `${current} ${word}`
        }
      }
      return [...lines, current].join('\n')
    })
    .join('\n')
}
