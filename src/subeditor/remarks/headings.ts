import type { Heading, Nodes } from 'mdast'
import type { Reader } from '../manuscript.ts'
import { textOf } from '../read-tree.ts'

/** About a line and a half of a narrow window at double size. */
const MOST_CHARACTERS = 100

const plain = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Headings that do not say what stands under them (WCAG 2.4.6, 2.4.10). */
export const headings: Reader = function* ({ nodes, fields }) {
  const title = fields.find(({ name }) => name === 'title')?.words
  for (const node of nodes) {
    if (!('children' in node)) continue
    for (const [index, heading] of node.children.entries()) {
      if (heading.type !== 'heading') continue
      const at = heading.position?.start.offset ?? 0
      const words = textOf(heading).trim()
      if (isEmptyPart(heading, node.children[index + 1])) {
        yield {
          at,
          what: `Nothing stands under the heading “${words}”.`,
          mend: 'Write the words of this part, or take its heading out.',
        }
      }
      if (title !== undefined && plain(words) === plain(title)) {
        yield {
          at,
          what: 'A heading says the same as the title.',
          mend: 'Say in it what this part alone is about, or take it out.',
        }
      }
      if (words.length > MOST_CHARACTERS) {
        yield {
          at,
          what: `A heading has ${words.length} characters.`,
          mend: `Use at most ${MOST_CHARACTERS}: in a list of headings it is heard in one piece.`,
        }
      }
    }
  }
}

/** Whether the next thing is the next part, and not a part of this one. */
const isEmptyPart = (heading: Heading, next: Nodes | undefined): boolean =>
  next === undefined || (next.type === 'heading' && next.depth <= heading.depth)
