import type { Nodes } from 'mdast'
import type { Reader, Remark } from '../manuscript.ts'
import { attributeOf, everyNodeOf, isElement, textOf } from '../read-tree.ts'

/** Words that say little by themselves. What says nothing, such as “here”, is an error already. */
const vague =
  /^((see|find|read) (it|them|out) here|see (more|below|above)|(more|further|full) (information|details)|information|(this|the) (link|document|report|website|file)|our (website|page)|view|open|(click|tap|press) .*)$/i
const address = /^(https?:\/\/|www\.)\S+$/i

/** Links that cannot be told apart, or not understood, when a screen reader lists them alone (WCAG 2.4.9). */
export const linkTexts: Reader = function* ({ tree }) {
  const known = new Map<string, string>()
  for (const node of everyNodeOf(tree)) {
    const leadsTo = targetOf(node)
    const at = node.position?.start.offset
    if (leadsTo === undefined || at === undefined) continue
    const words = textOf(node).trim()
    yield* remarkOn(words, at)
    const other = known.get(words.toLowerCase())
    known.set(words.toLowerCase(), other ?? leadsTo)
    if (other === undefined || other === leadsTo) continue
    yield {
      at,
      what: `Two links are called “${words}” and lead to different places.`,
      mend: 'Give each its own words, so that they can be told apart in a list of links.',
    }
  }
}

function* remarkOn(words: string, at: number): Generator<Remark> {
  if (address.test(words)) {
    yield {
      at,
      what: 'A bare web address stands in the text; a screen reader spells it out.',
      mend: 'Write what it leads to: [words](https://…).',
    }
  } else if (vague.test(words)) {
    yield {
      at,
      what: `A link is called “${words}”, which says little by itself.`,
      mend: 'Name what it leads to, so that the link makes sense on its own.',
    }
  }
}

function targetOf(node: Nodes): string | undefined {
  if (node.type === 'link') return node.url
  return isElement(node) && node.name === 'DocumentLink' ? attributeOf(node, 'document') : undefined
}
