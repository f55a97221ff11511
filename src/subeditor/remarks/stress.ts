import type { Nodes, Paragraph } from 'mdast'
import type { Reader, Remark } from '../manuscript.ts'
import { textOf } from '../read-tree.ts'

/** Longer words are no heading, whatever they look like. */
const MOST_WORDS_OF_HEADING = 12
/** About a line and a half. */
const MOST_WORDS = 20

/**
 * Stress that stands for something else: for a heading (WCAG 1.3.1, failure F2), or for a
 * passage. Long italics and bold are hard to read for many (British Dyslexia Association,
 * Dyslexia Style Guide).
 */
export const stress: Reader = function* ({ nodes }) {
  for (const node of nodes) {
    if ('children' in node && node.type !== 'listItem') yield* fakeHeadings(node.children)
    if (node.type !== 'emphasis' && node.type !== 'strong') continue
    const count = countWords(textOf(node))
    if (count <= MOST_WORDS) continue
    const [name, sign] = node.type === 'emphasis' ? ['italics', '*'] : ['bold', '**']
    yield {
      at: node.position?.start.offset ?? 0,
      what: `${count} words in a row are in ${name}, which are hard to read.`,
      mend: `Stress the few words that matter, and take the ${sign} round the others out.`,
    }
  }
}

/** A short paragraph of nothing but stressed words, with something under it. */
function* fakeHeadings(nodes: readonly Nodes[]): Generator<Remark> {
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1]
    const kind = node.type === 'paragraph' ? onlyStress(node) : undefined
    if (!kind || !next || next.type === 'heading' || next.type === 'thematicBreak') continue
    // A line in italics before a list or a picture may say something of it.
    if (kind === 'emphasis' && next.type !== 'paragraph') continue
    if (countWords(textOf(node)) > MOST_WORDS_OF_HEADING) continue
    yield {
      at: node.position?.start.offset ?? 0,
      what: 'Stressed words stand in the place of a heading, and nobody can jump to them.',
      mend: 'Begin the line with ## and take the asterisks out.',
    }
  }
}

/** “**Words**” and “**Words**:” are nothing but stress. */
function onlyStress({ children }: Paragraph): 'emphasis' | 'strong' | undefined {
  const [only, ...others] = children.filter(
    (each) => each.type !== 'text' || /[\p{L}\p{N}]/u.test(each.value),
  )
  if (others.length > 0) return undefined
  return only?.type === 'emphasis' || only?.type === 'strong' ? only.type : undefined
}

const countWords = (words: string): number => words.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0
