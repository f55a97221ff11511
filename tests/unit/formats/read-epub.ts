import { strFromU8, unzipSync } from 'fflate'
import { fromXml } from 'xast-util-from-xml'

/* An EPUB as a reading system reads it, from its container on. */

export type Element = Extract<ReturnType<typeof fromXml>['children'][number], { type: 'element' }>

export interface Book {
  files: Readonly<Record<string, Uint8Array>>
  /** The package document, and the folder that its addresses start from. */
  package: Element
  folder: string
}

export function openEpub(bytes: Uint8Array): Book {
  const files = unzipSync(bytes)
  const container = parse(files, 'META-INF/container.xml')
  const path = only(container, 'rootfile').attributes['full-path'] ?? ''
  return { files, package: parse(files, path), folder: path.replace(/[^/]*$/, '') }
}

/** The pages of its spine, in order, by their address in the package. */
export function pagesOf(book: Book): Map<string, Element> {
  const addresses = new Map(
    all(book.package, 'item').map(({ attributes }) => [attributes.id, attributes.href ?? '']),
  )
  return new Map(
    all(book.package, 'itemref').map(({ attributes }) => {
      const address = addresses.get(attributes.idref) ?? ''
      return [address, parse(book.files, `${book.folder}${address}`)]
    }),
  )
}

/**
 * The words of its pages but the cover, in the order in which they are read out, with what a
 * reader is told and the elements say: the numbers of a list, the header of a cell, what a picture
 * shows, which language follows. Ways through the book (`data-furniture`) are left out.
 */
export function readEpub(bytes: Uint8Array): string[] {
  const bodies = [...pagesOf(openEpub(bytes)).values()]
    .map((page) => only(page, 'body'))
    .filter((body) => body.attributes['epub:type'] !== 'cover')
  return (
    bodies
      .map(wordsIn)
      .join(' ')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}

/** Every element of a name, in the order of the document. */
export function all(parent: Element, name: string): Element[] {
  return elementsOf(parent).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ])
}

export function only(parent: Element, name: string): Element {
  const [found, ...others] = all(parent, name)
  if (!found || others.length > 0) throw new Error(`<${parent.name}> has not one <${name}>.`)
  return found
}

export const textIn = ({ children }: Element): string =>
  children
    .map((child) => {
      if (child.type === 'element') return textIn(child)
      return child.type === 'text' ? child.value : ''
    })
    .join('')

export function parse(files: Book['files'], path: string): Element {
  const file = files[path]
  if (!file) throw new Error(`The package has no ${path}.`)
  const root = fromXml(strFromU8(file)).children.find((node) => node.type === 'element')
  if (!root) throw new Error(`${path} has no element.`)
  return root
}

const elementsOf = ({ children }: Element): Element[] =>
  children.filter((child) => child.type === 'element')

const inLine = new Set(['a', 'b', 'code', 'em', 'span', 'strong', 'time'])

function wordsIn(element: Element): string {
  const { name, attributes, children } = element
  if ('data-furniture' in attributes) return ''
  if (name === 'br') return ' '
  if (name === 'img') return attributes.alt ? ` Picture: ${attributes.alt} ` : ''
  if (name === 'table') return tableWords(element)
  const numbers = name === 'ol' && attributes.class !== 'timeline'
  const start = Number(attributes.start ?? 1)
  let item = 0
  const inside = children
    .map((child) => {
      if (child.type === 'text') return child.value
      if (child.type !== 'element') return ''
      return `${numbers ? ` ${start + item++} ` : ''}${wordsIn(child)}`
    })
    .join('')
  const { lang } = attributes
  const isMark = attributes.class === 'mark'
  if (inLine.has(name) && !lang && !isMark) return inside
  return ` ${lang ? `in ${language(lang)}` : ''} ${inside} `
}

const language = (lang: string): string =>
  new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(lang) ?? lang

/** By rows, each cell with its header cell. */
function tableWords(table: Element): string {
  const names = all(only(table, 'thead'), 'th').map(wordsIn)
  const cells = all(only(table, 'tbody'), 'tr').flatMap((row) =>
    elementsOf(row).map((cell, column) => `${names[column] ?? ''} ${wordsIn(cell)}`),
  )
  return ` Table: ${wordsIn(only(table, 'caption'))} ${cells.join(' ')} `
}
