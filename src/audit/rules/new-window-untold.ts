import { all, descriptionOf, isHeard, nameOf } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const newWindowUntold: PageRule = {
  id: 'new-window-untold',
  level: 'warn',
  criteria: ['3.2.5'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H83',
  meets: 'A new window opens without a word, and the way back is lost.',
  mend: 'Open it in the same window, or say “(opens in a new tab)” in the link.',
  *find(): Iterable<FaultyElement> {
    const openers = all<HTMLAnchorElement | HTMLFormElement>(
      'a[href][target], area[target], form[target]',
    )
    for (const element of openers) {
      const target = element.getAttribute('target') ?? ''
      if (target === '' || /^_(self|top|parent)$/i.test(target) || !isHeard(element)) continue
      // A name of a frame on the page opens no window.
      if (document.querySelector(`iframe[name="${CSS.escape(target)}"]`)) continue
      const words = `${nameOf(element)} ${descriptionOf(element)} ${element.getAttribute('title') ?? ''}`
      if (!/\b(new|another|separate)\s+(browser\s+)?(window|tab)\b|\bwindow\b/i.test(words))
        yield { element, detail: `It opens in “${target}”.` }
    }
  },
}
