import { linksOfPage } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const currentPageUntold: PageRule = {
  id: 'current-page-untold',
  level: 'warn',
  criteria: ['2.4.8'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA26',
  meets: 'A navigation holds a link to the page that is open, and does not say that it is open.',
  mend: 'Put aria-current="page" on the link to the page that is open.',
  *find(): Iterable<FaultyElement> {
    const here = location.href.replace(/#.*$/, '')
    for (const { element, written } of linksOfPage()) {
      const nav = element.closest('nav, [role=navigation]')
      if (!nav || written.startsWith('#') || written.trim() === '') continue
      if (element.href !== here || element.closest('[aria-current]:not([aria-current=false])'))
        continue
      yield { element, detail: 'It leads to the page that is open.' }
    }
  },
}
