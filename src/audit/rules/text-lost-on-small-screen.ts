import { lostTexts, newlyLost, type LostText } from '../in-page/looks/lost-text.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** What is lost in a wide window already; that mode comes first. */
let before: readonly LostText[] = []

export const textLostOnSmallScreen: PageRule = {
  id: 'text-lost-on-small-screen',
  level: 'error',
  criteria: ['1.4.10'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F102',
  meets: 'On a telephone, or at 400 %, a part of the words is cut off or written over.',
  mend: 'Let boxes grow with their text, and place nothing by fixed distances.',
  modes: ['wide', '320 px'],
  *find(): Iterable<FaultyElement> {
    if (innerWidth > 320) {
      before = lostTexts()
      return
    }
    for (const { element, detail, isShortened } of newlyLost(before)) {
      yield { element, detail, level: isShortened ? 'manual' : 'error' }
    }
  },
}
