import { blocksOf } from '../in-page/looks/blocks.ts'
import { lostTexts, newlyLost } from '../in-page/looks/lost-text.ts'
import { withoutReaderStyle } from '../in-page/looks/reader-style.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const textLostAt200Percent: PageRule = {
  id: 'text-lost-at-200-percent',
  level: 'error',
  criteria: ['1.4.4'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F69',
  meets: 'Readers who ask their browser for letters of twice the size lose words.',
  mend: 'Let boxes grow with their text: sizes in em or rem, min-height for height.',
  modes: ['text at 200 %'],
  *find(): Iterable<FaultyElement> {
    const before = withoutReaderStyle(() => lostTexts(blocksOf()))
    for (const { element, detail, isShortened } of newlyLost(before)) {
      yield { element, detail, level: isShortened ? 'manual' : 'error' }
    }
  },
}
