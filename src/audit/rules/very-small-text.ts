import { all } from '../in-page/dom.ts'
import { blocksOfPage } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** In px: what browsers offer as the least, and about 9 points. */
const LEAST = 12

export const verySmallText: PageRule = {
  id: 'very-small-text',
  level: 'warn',
  criteria: [],
  source: 'https://design-system.service.gov.uk/styles/type-scale/',
  meets: 'Many readers cannot read text this small without zooming in.',
  mend: `Set text in ${LEAST} px at least, better in 16 px or more.`,
  *find(): Iterable<FaultyElement> {
    for (const { element, texts } of blocksOfPage()) {
      const small = texts.filter(
        (text) =>
          sizeOf(text.element) < LEAST &&
          /[\p{L}\p{N}]/u.test(text.words) &&
          !text.element.closest('sup, sub, rt, svg, math, [aria-hidden="true"]'),
      )
      const first = small[0]
      if (!first) continue
      const isWhole = small.length === texts.length && all('*', element).length < 50
      const size = Math.round(sizeOf(first.element) * 10) / 10
      yield { element: isWhole ? element : first.element, detail: `The text is ${size} px high.` }
    }
  },
}

function sizeOf(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).fontSize)
}
