import type { Block } from '../document/vocabulary.ts'
import { textOf } from '../document/walk.ts'

/**
 * Who published, in the words that the page has for it: the first line under a release's title,
 * or the first fact of a plan.
 * @returns such as `{ from: 'Mayor of London' }` or `{ owner: 'The Mayor of London' }`
 */
export function publisher(tree: readonly Block[]): { from?: string; owner?: string } {
  for (const node of tree) {
    if (node.type === 'titleBlock') {
      const [, from] = /^From: (.+)/s.exec(textOf(node.details[0] ?? [])) ?? []
      if (from !== undefined) return { from }
    }
    if (node.type === 'facts') {
      const owner = node.items.find(({ term }) => term === 'Owner')
      return owner ? { owner: textOf(owner.description) } : {}
    }
  }
  return {}
}
