import { blocksOf } from '../in-page/looks/blocks.ts'
import { lostTexts, newlyLost } from '../in-page/looks/lost-text.ts'
import { withoutReaderStyle } from '../in-page/looks/reader-style.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const textLostBySpacing: PageRule = {
  id: 'text-lost-by-spacing',
  level: 'error',
  criteria: ['1.4.12'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F104',
  meets: 'Readers who widen the space between letters, words and lines lose words.',
  mend: 'Let boxes grow with their text: min-height for height, and no overflow: hidden.',
  modes: ['text spacing'],
  *find(): Iterable<FaultyElement> {
    const before = withoutReaderStyle(() => lostTexts(blocksOf()))
    for (const { element, detail, isShortened } of newlyLost(before)) {
      yield { element, detail, level: isShortened ? 'manual' : 'error' }
    }
  },
}
