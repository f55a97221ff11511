import type { Inline, NodeOf, NodeType } from './vocabulary.ts'

type Parts = { [T in NodeType]: (node: NodeOf<T>) => readonly NodeOf[] }

const none = () => []
const children = ({ children }: { children: NodeOf[] }) => children

/** The nodes inside each node, in reading order. Typed over the vocabulary, so that none is missed. */
const parts: Parts = {
  text: none,
  emphasis: children,
  strong: children,
  inlineCode: none,
  break: none,
  link: children,
  phrase: children,
  date: none,
  noteMark: children,
  documentLink: children,
  paragraph: children,
  heading: children,
  list: children,
  listItem: children,
  blockquote: children,
  code: none,
  thematicBreak: none,
  passage: children,
  figure: none,
  table: ({ header, rows }) => [...header, ...rows.flat()].flatMap((cell) => cell.children),
  quotation: ({ attribution, children }) => [...attribution.words, ...children],
  commitments: children,
  commitment: children,
  titleBlock: ({ details }) => details.flat(),
  // It says again what headings say.
  contents: none,
  notice: children,
  section: ({ heading, children }) => [...heading, ...children],
  facts: ({ items }) => items.flatMap(({ description }) => description),
  timeline: children,
  timelineStep: ({ when, children }) => [...when, ...children],
  note: children,
}

/** The nodes right inside a node, in reading order. */
export function partsOf<T extends NodeType>(node: NodeOf<T>): readonly NodeOf[] {
  return parts[node.type](node)
}

/** Every node of a tree, parents before children, in reading order. */
export function* everyNode(nodes: readonly NodeOf[]): Generator<NodeOf> {
  // A stack and no recursion: each generator around another would hand every node on once more.
  const waiting = nodes.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    waiting.push(...partsOf(node).toReversed())
  }
}

/** The plain words of some nodes, as they are read. */
export function textOf(nodes: readonly NodeOf[]): string {
  let text = ''
  for (const node of everyNode(nodes)) {
    if ('value' in node) text += node.value
    if (node.type === 'break') text += ' '
  }
  return text
}

/** The words of a line without what can be clicked, but with their languages. */
export function wordsOf(nodes: readonly Inline[]): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'phrase') return [{ ...node, children: wordsOf(node.children) }]
    if ('children' in node) return wordsOf(node.children)
    return [{ type: 'text', value: 'value' in node ? node.value : ' ' }]
  })
}

/** How many words a person reads in some blocks. */
export function countWords(nodes: readonly NodeOf[]): number {
  let count = 0
  for (const node of everyNode(nodes)) {
    if ('value' in node)
      count += node.value.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0
  }
  return count
}
