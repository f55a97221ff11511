import { counted } from '../document/nodes.ts'
import type { Block, Inline, NodeOf } from '../document/vocabulary.ts'
import { textOf } from '../document/walk.ts'
import { languageInEnglish, write, type Format, type Writers } from './writers.ts'

/** Columns of a line: what a terminal, a mail and an 18-point print hold. */
const width = 72

/**
 * Plain text: UTF-8, lines of at most 72 characters, no sign that a screen reader would have to
 * spell out. Headings are underlined, lists have - or their number, an address follows its link
 * in < and >, and what a picture or a table is, is said in words.
 */
export const text: Format = {
  name: 'plain text',
  extension: 'txt',
  write: ({ tree }, siteUrl) => `${new TextWriter(siteUrl).blocks(tree)}\n`,
}

class TextWriter {
  readonly #siteUrl: string

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
    return wrap(this.#line(nodes))
  }

  #item(sign: string, children: readonly NodeOf[]): string {
    return `${sign} ${indent(this.blocks(children), sign.length + 1).trimStart()}`
  }

  #address(address: string): string {
    return address.startsWith('/') ? `${this.#siteUrl}${address}` : address
  }

  #link(address: string, words: string): string {
    // A way within the page is of no use in a file without links.
    return address.startsWith('#') ? words : `${words} <${this.#address(address)}>`
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
    noteMark: ({ mark, children }) => `${this.#line(children)}${mark}`,
    documentLink: ({ address, details, children }) =>
      this.#link(address, `${this.#line(children)}${details === '' ? '' : ` (${details})`}`),

    paragraph: ({ children }) => this.#paragraph(children),
    heading: ({ depth, children }) => heading(this.#line(children), depth),
    list: ({ ordered, start, children }) =>
      children
        .map((item, index) => this.#item(ordered ? `${start + index}.` : '-', item.children))
        .join('\n'),
    listItem: ({ children }) => this.blocks(children),
    blockquote: ({ children }) => indent(this.blocks(children), 4),
    code: ({ value }) => indent(value, 4),
    thematicBreak: () => '* * *',
    passage: ({ lang, children }) => `(in ${languageInEnglish(lang)}:)\n\n${this.blocks(children)}`,
    figure: ({ picture, caption, credit }) =>
      // A decorative picture says nothing, so nothing is lost without it.
      [
        picture.alt === '' ? undefined : `Picture: ${sentence(picture.alt)}`,
        caption,
        credit === undefined ? undefined : `Picture: ${credit}`,
      ]
        .filter((part) => part !== undefined)
        .map(wrap)
        .join('\n'),
    table: ({ caption, header, rows }) => {
      const names = header.map((cell) => textOf(cell.children))
      const written = rows.map((row) =>
        row
          .map((cell, column) => wrap(`${names[column] ?? ''}: ${this.#line(cell.children)}`))
          .join('\n'),
      )
      return [wrap(`Table: ${caption}`), ...written].join('\n\n')
    },
    quotation: ({ attribution, children }) =>
      `${this.#paragraph(attribution.words)}\n\n${indent(this.blocks(children), 4)}`,
    commitments: ({ plan, planTitle, children }) => {
      const items = children.map((each, index) => this.#item(`${index + 1}.`, each.children))
      const words = `Follow the ${counted(children.length, 'action')} in the action plan “${planTitle}”`
      return [...items, wrap(this.#link(`/action-plans/${plan}/`, words))].join('\n\n')
    },
    commitment: ({ children }) => this.blocks(children),

    titleBlock: ({ title, kind, details }) =>
      [
        heading(title, 1),
        [...(kind === '' ? [] : [kind]), ...details.map((line) => this.#line(line))].join('\n'),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    notice: ({ heading: words, children }) => `${heading(words, 2)}\n\n${this.blocks(children)}`,
    section: ({ depth, heading: words, children }) =>
      `${heading(this.#line(words), depth)}\n\n${this.blocks(children)}`,
    facts: ({ items }) =>
      items.map(({ term, description }) => wrap(`${term}: ${this.#line(description)}`)).join('\n'),
    timeline: ({ children }) => this.blocks(children),
    timelineStep: ({ when, children }) => {
      const lines = children.map((each: Block) => indent(this.blocks([each]), 2))
      return [this.#paragraph(when), ...lines].join('\n')
    },
    note: ({ mark, title, children }) => {
      const [first, ...rest] = children
      const opening = first?.type === 'paragraph' ? this.#line(first.children) : ''
      const others = first?.type === 'paragraph' ? rest : children
      const runIn = wrap(`${mark} ${sentence(title)} ${opening}`.trim())
      return [runIn, this.blocks(others)].filter((part) => part !== '').join('\n\n')
    },
  }
}

const sentence = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`)

function heading(words: string, depth: number): string {
  const lines = wrap(words)
  const longest = Math.max(...lines.split('\n').map((line) => line.length))
  return `${lines}\n${(depth === 1 ? '=' : depth === 2 ? '-' : '.').repeat(longest)}`
}

const indent = (words: string, columns: number): string =>
  words.replace(/^(?=.)/gm, ' '.repeat(columns))

/** Breaks lines at spaces; a word longer than a line, such as an address, stays whole. */
function wrap(words: string): string {
  return words
    .split('\n')
    .map((line) => {
      const lines: string[] = []
      let current = ''
      for (const word of line.split(/ +/)) {
        if (current !== '' && current.length + 1 + word.length > width) {
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
