import { blocksOfPage, linesOf } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const justifiedText: PageRule = {
  id: 'justified-text',
  level: 'warn',
  criteria: ['1.4.8'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F88',
  meets:
    'Gaps of uneven width run through justified text as rivers, which hinder readers with dyslexia.',
  mend: 'Align text to the start of the line.',
  *find(): Iterable<FaultyElement> {
    for (const block of blocksOfPage()) {
      const style = getComputedStyle(block.element)
      const isJustified = style.textAlign === 'justify' || style.textAlignLast === 'justify'
      if (isJustified && linesOf(block).length > 1) yield { element: block.element }
    }
  },
}
