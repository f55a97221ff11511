import type { Page } from '@playwright/test'
import { emojiInWords } from '../../src/formats/emoji.ts'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** What a reader is told beside the words themselves, which formats do in different ways. */
export interface Telling {
  /** Whether the language of a part is said, and not only marked. */
  languages: boolean
  /** Whether each cell of a table is read with its header, after “Table:”, or they stand once. */
  cells: 'each with its header' | 'under their header'
  /** Whether “Picture:” is said before what a picture shows. */
  pictures: boolean
  /** Whether emoji are read by their names. */
  emoji?: boolean
  lowerCase?: boolean
}

/** As text says it. */
export const inWords: Telling = {
  languages: true,
  cells: 'each with its header',
  pictures: true,
}

/**
 * The words of a page's <article> in the order in which they are read out, with what a reader is
 * told and the HTML says by its elements: the numbers of a list, the header of a cell, what a
 * picture shows, which language follows. Ways through the page (`data-furniture`) are left out.
 */
export async function readArticle(page: Page, telling: Telling = inWords): Promise<string[]> {
  const text = await page.locator('article').evaluate((article, { languages, cells, pictures }) => {
    const withHeaders = cells === 'each with its header'
    const number = (item: Element) => {
      const list = item.parentElement
      if (!(list instanceof HTMLOListElement)) return ''
      if (getComputedStyle(item).listStyleType === 'none') return ''
      return String(list.start + [...list.children].indexOf(item))
    }
    const language = (lang: string) =>
      new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(lang) ?? lang
    const said = (element: Element): string[] => {
      if (element instanceof HTMLLIElement) return [number(element)]
      if (element instanceof HTMLTableCaptionElement) return withHeaders ? ['Table:'] : []
      if (element instanceof HTMLImageElement) {
        return element.alt ? [pictures ? 'Picture:' : '', element.alt] : []
      }
      if (withHeaders && element instanceof HTMLTableCellElement && element.closest('tbody')) {
        const table = element.closest('table')
        return [table?.tHead?.rows[0]?.cells[element.cellIndex]?.textContent ?? '']
      }
      return []
    }
    const read = (node: Node): string => {
      if (node instanceof Text) return node.data
      if (!(node instanceof Element) || node.matches('[data-furniture]')) return ''
      if (withHeaders && node.matches('thead')) return ''
      // A new line, or the sign of a note, ends a word.
      if (node.matches('br, .mark')) return ` ${node.textContent} `
      const lang = node.getAttribute('lang')
      const before = [...said(node), ...(languages && lang ? [`in ${language(lang)}`] : [])].join(
        ' ',
      )
      const inside = [...node.childNodes].map(read).join('')
      return getComputedStyle(node).display.startsWith('inline') && before === ''
        ? inside
        : ` ${before} ${inside} `
    }
    return read(article)
  }, telling)
  const read = telling.emoji ? emojiInWords(text) : text
  return wordsOf(telling.lowerCase ? read.toLowerCase() : read)
}

/** The words of a plain-text file; an address in < and > is where a link of the page leads. */
export function readText(text: string): string[] {
  return wordsOf(text.replace(/<(?:https?|mailto|tel):\S+>/g, ''))
}

const markdownParser = unified().use(remarkParse).use(remarkGfm)

/** What another program finds in a file of Markdown, below its front matter. */
export function parseMarkdown(file: string): Nodes {
  return markdownParser.parse(file.replace(/^---\n.*?\n---\n/s, ''))
}

/** The words of a Markdown file, with what a reader is told by its signs. */
export function readMarkdown(file: string): string[] {
  const read = (node: Nodes): string => {
    switch (node.type) {
      case 'html':
        throw new Error(`HTML in Markdown: ${node.value}`)
      case 'text':
      case 'code':
      case 'inlineCode':
        return node.value
      case 'break':
        return ' '
      case 'image':
        return node.alt ? ` Picture: ${node.alt} ` : ''
      case 'list':
        return node.children
          .map((item, index) => ` ${node.ordered ? (node.start ?? 1) + index : ''} ${read(item)} `)
          .join('')
      case 'table': {
        const [header, ...rows] = node.children
        const names = header?.children.map(read) ?? []
        return rows
          .flatMap((row) => row.children.map((cell, at) => ` ${names[at] ?? ''} ${read(cell)} `))
          .join('')
      }
      case 'emphasis':
      case 'strong':
      case 'link':
        return node.children.map(read).join('')
      default:
        return 'children' in node ? ` ${node.children.map(read).join('')} ` : ''
    }
  }
  return wordsOf(read(parseMarkdown(file)))
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
