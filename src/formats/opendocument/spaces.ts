import type { ElementContent } from 'xast'
import { x } from 'xastscript'
import { text } from './markup.ts'

/** Elements in whose words spaces count as those of the paragraph. */
const inLine = new Set(['text:span', 'text:a'])

/**
 * The parts of a paragraph, with elements for tabs, new lines and each space that a reader of
 * OpenDocument takes out: at the beginning, and behind another one (1.3, part 3, section 6.1.2).
 */
export function keepSpaces(parts: readonly ElementContent[]): ElementContent[] {
  let behindSpace = true
  const kept = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'element' && inLine.has(node.name)) {
        return [{ ...node, children: kept(node.children) }]
      }
      if (node.type !== 'text') return [node]
      const spaces = behindSpace ? /([ \t\n]{2,}|[\t\n]|^ )/ : /([ \t\n]{2,}|[\t\n])/
      if (node.value !== '') behindSpace = /[ \t\n]$/.test(node.value)
      return node.value
        .split(spaces)
        .flatMap((piece, index) => (index % 2 === 0 ? [text(piece)] : spacesOf(piece)))
        .filter((piece) => piece.type !== 'text' || piece.value !== '')
    })
  return kept(parts)
}

const spacesOf = (piece: string): ElementContent[] =>
  [...piece.matchAll(/ +|\t|\n/g)].map(([each]) => {
    if (each === '\t') return x('text:tab')
    if (each === '\n') return x('text:line-break')
    return x('text:s', each.length === 1 ? {} : { 'text:c': each.length })
  })
