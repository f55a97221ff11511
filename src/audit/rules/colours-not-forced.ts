import { all, isSeen, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const coloursNotForced: PageRule = {
  id: 'colours-not-forced',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/TR/css-color-adjust-1/#forced-color-adjust-prop',
  meets: 'Readers who force their own colours still get those of the page.',
  mend: 'Keep forced-color-adjust: none for samples of colour, and take it off text and controls.',
  modes: ['forced colours'],
  *find(): Iterable<FaultyElement> {
    for (const element of all('*', document.body)) {
      const { parentElement } = element
      const own = getComputedStyle(element).getPropertyValue('forced-color-adjust')
      if (own !== 'none' || !parentElement || !isSeen(element)) continue
      const around = getComputedStyle(parentElement).getPropertyValue('forced-color-adjust')
      if (around === 'none' || element.closest('svg') || squeeze(element.innerText) === '') continue
      yield { element }
    }
  },
}
