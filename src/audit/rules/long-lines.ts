import { blocksOfPage, linesOf, longestLine } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Characters in a line, at most, of WCAG 2.2, success criterion 1.4.8. */
const MOST = 80
/** Widths of characters differ, and the mean over a block is not that of one line. */
const TOLERANCE = 6

export const longLines: PageRule = {
  id: 'long-lines',
  level: 'warn',
  criteria: ['1.4.8'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/css/C20',
  meets: 'In lines this long many readers lose their place on the way to the next line.',
  mend: `Keep lines to ${MOST} characters: max-inline-size: 65ch is a good measure.`,
  *find(): Iterable<FaultyElement> {
    for (const block of blocksOfPage()) {
      if (block.words.length <= MOST || block.element.closest('pre, table, svg')) continue
      const lines = linesOf(block)
      const longest = Math.round(Math.max(...lines.map(({ characters }) => characters)))
      // What stands in one line asks for no way back.
      if (lines.length < 2 || longest <= MOST - TOLERANCE) continue
      const isNear = longest < MOST + 3 * TOLERANCE
      const count = isNear ? longestLine(block) : longest
      if (count <= MOST) continue
      yield {
        element: block.element,
        detail: `A line holds ${isNear ? '' : 'about '}${count} characters.`,
      }
    }
  },
}
