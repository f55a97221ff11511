import { text } from './nodes.ts'
import type { Block, ContentsItem, NodeOf } from './vocabulary.ts'
import { countWords, wordsOf } from './walk.ts'

/** Below either, a list of contents is longer in the way than it helps. */
const fewestParts = 3
const fewestWords = 400

/**
 * Puts a list of contents after the title of a long publication, and after what must be read
 * first. It names the parts of the text; what the site says at the end of each page is left out.
 */
export function withContents(tree: Block[]): Block[] {
  const items = tree.flatMap(itemOf)
  if (items.length < fewestParts || countWords(tree) < fewestWords) return tree
  const start = tree.findIndex(({ type }) => type !== 'titleBlock' && type !== 'notice')
  return tree.toSpliced(start, 0, { type: 'contents', id: 'contents', items })
}

function itemOf(block: Block): ContentsItem[] {
  if (block.type === 'heading' && block.depth === 2) {
    return [{ id: block.id, words: wordsOf(block.children), items: [] }]
  }
  if (block.type !== 'section' || block.variant === 'aside') return []
  const parts = block.children.filter((each): each is NodeOf<'section'> => each.type === 'section')
  // The main menu has a link of the same words to another page (WCAG 2.2, 2.4.9).
  const here = block.variant === 'notes' ? [text(' on this page')] : []
  const words = [...wordsOf(block.heading), ...here]
  return [{ id: block.id, words, items: parts.flatMap(itemOf) }]
}
