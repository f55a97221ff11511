import type { Problems } from './problems.ts'
import type { NodeOf } from './vocabulary.ts'
import { everyNode, textOf } from './walk.ts'

/** Remarks on a quotation that a curly mark opens and a straight one closes. */
export function checkQuotes(nodes: readonly NodeOf[], problems: Problems): void {
  for (const node of everyNode(nodes)) {
    if (node.type !== 'paragraph' || !node.place) continue
    if (/“[^”]*"/u.test(textOf(node.children))) {
      problems.remark(
        node.place,
        'A curly quotation mark (“) is closed by a straight one (").',
        'Write ” in a new text; leave a public record as it was published.',
      )
    }
  }
}
