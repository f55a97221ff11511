import { blocksOfPage, linesOf } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Two centred lines are a title; from this many on, each line has to be looked for. */
const LINES = 4

export const centredText: PageRule = {
  id: 'centred-text',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F88',
  meets: 'Each line of centred text starts elsewhere, so the eye has to look for it.',
  mend: 'Align paragraphs to the start of the line, and centre titles alone.',
  *find(): Iterable<FaultyElement> {
    for (const block of blocksOfPage()) {
      if (!getComputedStyle(block.element).textAlign.includes('center')) continue
      if (block.element.querySelector('br') || linesOf(block).length < LINES) continue
      yield { element: block.element }
    }
  },
}
