import { strFromU8, unzipSync } from 'fflate'
import type { Element, ElementContent } from 'xast'
import { fromXml } from 'xast-util-from-xml'

/* What a program that opens an OpenDocument text finds in it, without the code that wrote it. */

export interface OpenDocument {
  /** The package's files, by their path. */
  files: Record<string, Uint8Array>
  /** The root elements of the XML files. */
  content: Element
  styles: Element
  meta: Element
  manifest: Element
  /** What stands in the document itself, in order. */
  body: Element
}

export function openOdt(bytes: Uint8Array): OpenDocument {
  const files = unzipSync(bytes)
  const root = (path: string): Element => {
    const file = files[path]
    if (!file) throw new Error(`${path} is not in the package`)
    const [element] = elementsIn(fromXml(strFromU8(file)).children)
    if (!element) throw new Error(`${path} has no root element`)
    return element
  }
  const content = root('content.xml')
  const [body] = allIn(content, 'office:text')
  if (!body) throw new Error('content.xml has no text')
  return {
    files,
    content,
    body,
    styles: root('styles.xml'),
    meta: root('meta.xml'),
    manifest: root('META-INF/manifest.xml'),
  }
}

export const elementsIn = (nodes: readonly { type: string }[]): Element[] =>
  nodes.filter((node): node is Element => node.type === 'element')

/** All elements of a name inside an element, in order. */
export const allIn = (element: Element, ...names: string[]): Element[] =>
  elementsIn(element.children).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...allIn(child, ...names),
  ])

/** What stands between the tags of an element, with its spaces, tabs and new lines. */
export function textIn(element: Element): string {
  return element.children.map(textOfNode).join('')
}

function textOfNode(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  switch (node.name) {
    case 'text:s':
      return ' '.repeat(Number(node.attributes['text:c'] ?? 1))
    case 'text:tab':
      return '\t'
    case 'text:line-break':
      return '\n'
    case 'svg:title':
    case 'svg:desc':
      return ` ${textIn(node)} `
    default:
      // The sign of a note ends a word.
      return node.attributes['text:style-name'] === 'Note_20_mark'
        ? ` ${textIn(node)} `
        : textIn(node)
  }
}

/** All styles of a document by their name, the automatic ones too. */
function stylesOf({ content, styles }: OpenDocument): Map<string, Element> {
  const all = [content, styles].flatMap((root) => allIn(root, 'style:style', 'text:list-style'))
  return new Map(all.map((style) => [style.attributes['style:name'] ?? '', style]))
}

/** The style that a person sees the name of, for one that only the file has. */
export function namedStyle(document: OpenDocument, name: string | null | undefined): string {
  const automatic = allIn(document.content, 'style:style').find(
    ({ attributes }) => attributes['style:name'] === name,
  )
  return automatic?.attributes['style:parent-style-name'] ?? name ?? ''
}

/** Ways through the file that are no words of the publication. */
const furniture = ['Contents_20_Heading', 'Contents_20_entry', 'Contents_20_end', 'Way_20_back']

/**
 * The words of an OpenDocument text in the order in which they are read out, with the numbers of
 * lists and what pictures show. The list of contents and the ways back to marks are left out.
 */
export function readOdt(bytes: Uint8Array): string[] {
  const document = openOdt(bytes)
  const styles = stylesOf(document)
  const counts = new Map<string, number>()

  const isNumbered = (list: string | undefined, level: number): boolean =>
    elementsIn(styles.get(list ?? '')?.children ?? []).some(
      ({ name, attributes }) =>
        name === 'text:list-level-style-number' &&
        attributes['text:level'] === String(level) &&
        attributes['style:num-format'] === '1',
    )

  const readList = (list: Element, outer: string | undefined, level: number): string => {
    const { attributes } = list
    const style = attributes['text:style-name'] ?? outer
    const continued = attributes['text:continue-list']
    const id = continued ?? attributes['xml:id'] ?? ''
    let number = continued ? (counts.get(continued) ?? 0) : 0
    const items = elementsIn(list.children).map((item) => {
      const inside = read(item.children, style, level)
      if (item.name !== 'text:list-item') return inside
      const start = item.attributes['text:start-value']
      number = start === undefined || start === null ? number + 1 : Number(start)
      return isNumbered(style, level) ? ` ${number} ${inside}` : inside
    })
    counts.set(id, number)
    return items.join(' ')
  }

  const read = (nodes: readonly ElementContent[], style?: string, level = 0): string =>
    elementsIn(nodes)
      .map((node) => {
        if (node.name === 'text:list') return readList(node, style, level + 1)
        if (node.name !== 'text:p' && node.name !== 'text:h')
          return read(node.children, style, level)
        const itsStyle = namedStyle(document, node.attributes['text:style-name'])
        return furniture.includes(itsStyle) ? '' : ` ${textIn(node)} `
      })
      .join('')

  return read(document.body.children).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
