import { counted, text } from '../document/nodes.ts'
import type { Block, Inline, NodeOf } from '../document/vocabulary.ts'

/* How several formats word a publication alike. */

/** @returns the words with a full stop, unless they end in a stop of their own */
export const sentence = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`)

/** The lines under the title: what kind of publication it is, and its details. */
export const linesUnderTitle = ({ kind, details }: NodeOf<'titleBlock'>): Inline[][] =>
  kind === '' ? details : [[text(kind)], ...details]

/** The lines under a picture: what it shows, and whose it is. */
export const linesUnderPicture = ({ caption, credit }: NodeOf<'figure'>): string[] =>
  [caption, credit === undefined ? undefined : `Picture: ${credit}`].filter(
    (line) => line !== undefined,
  )

/** The way from what a release announces to what became of it. */
export const wayToPlan = ({ plan, planTitle, children }: NodeOf<'commitments'>) => ({
  address: `/action-plans/${plan}/`,
  words: `Follow the ${counted(children.length, 'action')} in the action plan “${planTitle}”`,
})

/** Whether the mark of a note would become a part of the word before it, for the ear too. */
export const joinsWord = (mark: string): boolean => /^[\p{L}\p{N}]/u.test(mark)

/** What of a note stands in the line of its mark and title, and what follows. */
export function partsOfNote({ children }: NodeOf<'note'>): { opening: Inline[]; others: Block[] } {
  const [first, ...others] = children
  return first?.type === 'paragraph'
    ? { opening: first.children, others }
    : { opening: [], others: children }
}

/** As many whole words of a title as the foot of a page has room for in a line. */
export function shortened(title: string): string {
  const [words = ''] = /^.{1,70}(?!\S)|^.{1,70}/su.exec(title) ?? []
  return words === title ? title : `${words.replace(/[\p{P}\s]+$/u, '')} …`
}
