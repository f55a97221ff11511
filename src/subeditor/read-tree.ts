import type { Nodes, PhrasingContent } from 'mdast'
import type { Piece, Prose } from './prose.ts'

export type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

export function isElement(node: Nodes): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

export const isEnglish = (lang: string): boolean => /^en(-|$)/i.test(lang)

/** What an element was told, as text. */
export function attributeOf({ attributes }: Element, name: string): string | undefined {
  const found = attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name)
  return typeof found?.value === 'string' ? found.value : undefined
}

/** Every node of a tree, parents before children. */
export function* everyNodeOf(tree: Nodes): Generator<Nodes> {
  // A stack and no recursion: each generator around another would hand every node on once more.
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    if ('children' in node) waiting.push(...node.children.toReversed())
  }
}

/** The words of a node, without what carries them. */
export function textOf(node: Nodes): string {
  return [...everyNodeOf(node)].map((each) => ('value' in each ? each.value : '')).join('')
}

const kinds = { paragraph: 'text', heading: 'heading', tableCell: 'cell' } as const

/** Adds the English words of a tree to the prose, in the order in which they are read. */
export function addTree(node: Nodes, lang: string, prose: Prose): void {
  const inner = isElement(node) ? languageWithin(node, lang) : lang
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    if (!isEnglish(lang)) return
    prose.add(kinds[node.type], node.children.flatMap(piecesOf))
    for (const each of everyNodeOf(node)) addLabels(each, prose)
    return
  }
  if (isEnglish(lang)) addLabels(node, prose)
  if (!('children' in node)) return
  for (const child of node.children) addTree(child, inner, prose)
}

/** The words of a picture or a table that stand in no line. */
function addLabels(node: Nodes, prose: Prose): void {
  if (node.type === 'image' && node.alt) {
    prose.add('label', [{ words: node.alt, from: startOf(node) + '!['.length }])
  }
  if (!isElement(node)) return
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue
    if (attribute.name !== 'alt' && attribute.name !== 'caption') continue
    const from = startOf(attribute) + `${attribute.name}="`.length
    prose.add('label', [{ words: attribute.value, from }])
  }
}

/** The words of a line; code and other languages as the pieces without words that they are. */
function piecesOf(node: PhrasingContent): Piece[] {
  const from = startOf(node)
  if (node.type === 'text') return [{ words: node.value, from }]
  if (node.type === 'break') return [{ words: ' ', from }]
  if (node.type === 'image') return []
  const isForeign = isElement(node) && !isEnglish(languageWithin(node, 'en'))
  if (!('children' in node) || isForeign || isBareAddress(node)) return [{ words: undefined, from }]
  return node.children.flatMap(piecesOf)
}

/** A link whose words are a web or e-mail address. */
function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false
  const [only] = node.children
  return node.children.length === 1 && only?.type === 'text' && /^\S+[@/.]\S+$/.test(only.value)
}

/** The language of what stands in an element, in a text of another one. */
export function languageWithin(element: Element, lang: string): string {
  return element.name === 'Passage' ? (attributeOf(element, 'lang') ?? lang) : lang
}

const startOf = ({ position }: Pick<Nodes, 'position'>): number => position?.start.offset ?? 0
