import { mdxToMdast, type MdastNode } from 'satteri'
import { syntax } from '../document/syntax.ts'
import { onOneLine } from './fact-words.ts'
import type { Line } from './words.ts'

/**
 * The words of a text block by block; of one that cannot be parsed, paragraph by paragraph.
 * @param text a whole file
 * @param frontMatterLines how many lines of it are front matter
 */
export function bodyLines(text: string, frontMatterLines: number): Line[] {
  let root: MdastNode
  try {
    root = mdxToMdast(text, { features: syntax })
  } catch {
    return rawParagraphs(text, frontMatterLines)
  }
  return blocks('children' in root ? root.children : [root], 'paragraph', '')
}

function rawParagraphs(text: string, frontMatterLines: number): Line[] {
  const lines: Line[] = []
  let isOpen = false
  text.split('\n').forEach((each, index) => {
    const words = onOneLine(each)
    const last = lines.at(-1)
    if (index < frontMatterLines || words === '') isOpen = false
    else if (isOpen && last) last.words += ` ${words}`
    else {
      lines.push({ part: 'text', label: 'paragraph', words, line: index + 1 })
      isOpen = true
    }
  })
  return lines
}

/**
 * @param label what a paragraph is called here
 * @param within what the blocks stand in, such as ` of the action “a-name”`
 */
function blocks(nodes: readonly MdastNode[], label: string, within: string): Line[] {
  return withLinesOfWords(nodes).flatMap((each) =>
    Array.isArray(each) ? written(each, label + within) : block(each, label, within),
  )
}

function block(node: MdastNode, label: string, within: string): Line[] {
  switch (node.type) {
    case 'paragraph':
      return written([node], label + within)
    case 'heading':
      return written([node], `heading${within}`)
    case 'listItem':
      return blocks(node.children, 'list item', within)
    case 'tableRow':
      return written([node], `table row${within}`)
    case 'definition':
      return written([node], `address of a link${within}`)
    case 'yaml':
    case 'toml':
    case 'thematicBreak':
      return []
    case 'mdxJsxFlowElement':
      return element(node, label, within)
    default:
      return 'children' in node
        ? blocks(node.children, label, within)
        : written([node], label + within)
  }
}

type Element = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

function element(node: Element, label: string, within: string): Line[] {
  const inside = (place: string) => blocks(node.children, label, place)
  const told = (as: string, ...names: string[]) => {
    const words = names.map((name) => attribute(node, name)).join(' ')
    return line(words, as + within, node)
  }
  switch (node.name) {
    case 'Quotation':
      return inside(' of a quotation')
    case 'Action':
      return inside(` of the action “${attribute(node, 'id')}”`)
    case 'Actions':
      return [...line(planOf(node), `list of actions${within}`, node), ...inside(within)]
    case 'Figure':
      return [...told('picture', 'src', 'alt', 'caption', 'credit'), ...inside(within)]
    case 'Table':
      return [...told('caption of a table', 'caption'), ...inside(within)]
    default:
      return inside(within)
  }
}

/** Blocks as they are, and what stands between them as words of one line. */
function withLinesOfWords(nodes: readonly MdastNode[]): (MdastNode | MdastNode[])[] {
  const parts: (MdastNode | MdastNode[])[] = []
  for (const node of nodes) {
    const last = parts.at(-1)
    if (!isWithinLine(node)) parts.push(node)
    else if (Array.isArray(last)) last.push(node)
    else parts.push([node])
  }
  return parts
}

const withinLine = new Set<MdastNode['type']>([
  ...(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image'] as const),
  ...(['linkReference', 'imageReference', 'footnoteReference'] as const),
  ...(['mdxJsxTextElement', 'mdxTextExpression'] as const),
])

/** An element that is a line by itself is a block for the parser, whatever it holds. */
function isWithinLine(node: MdastNode): boolean {
  if (node.type !== 'mdxJsxFlowElement') return withinLine.has(node.type)
  return node.name === 'NoteMark' || node.name === 'DocumentLink'
}

function written(nodes: readonly MdastNode[], label: string): Line[] {
  return line(nodes.map(inWords).join(''), label, nodes[0])
}

function line(said: string, label: string, node: MdastNode | undefined): Line[] {
  const words = onOneLine(said)
  return words === '' ? [] : [{ part: 'text', label, words, line: node?.position?.start.line ?? 1 }]
}

/** The words of a node on one line, with the addresses of its links. */
function inWords(node: MdastNode): string {
  const children = 'children' in node ? node.children : []
  const words = children.map(inWords).join('')
  switch (node.type) {
    case 'break':
      return ' '
    case 'image':
    case 'imageReference':
      return node.alt ?? ''
    case 'link':
      return words === node.url ? words : `${words} (${node.url})`
    case 'definition':
      return `${node.identifier}: ${node.url}`
    case 'linkReference':
      return `${words} (${node.identifier})`
    case 'footnoteReference':
      return ` (${node.identifier})`
    case 'tableRow':
      return children.map(inWords).join(' | ')
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      if (node.name === 'DocumentLink') return `${words} (${attribute(node, 'document')})`
      // That a note hangs here, its reader sees; what the note is called, nobody does.
      return node.name === 'NoteMark' ? `${words} (note)` : words
    default:
      return 'value' in node ? node.value : words
  }
}

/** The address of a plan whose actions are listed; a plan's own list names none. */
function planOf(node: Element): string {
  const plan = attribute(node, 'plan')
  return plan === '' ? '' : `/action-plans/${plan}/`
}

function attribute(node: Element, name: string): string {
  const found = node.attributes.find((each) => 'name' in each && each.name === name)
  return typeof found?.value === 'string' ? found.value : ''
}
