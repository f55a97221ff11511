import { all } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const windowlessPlugIn: PageRule = {
  id: 'windowless-plug-in',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Understanding/name-role-value.html',
  meets: 'A plug-in that is drawn without a window of its own is closed to assistive technology.',
  mend: 'Replace the plug-in by HTML; until then set wmode to “window”.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('param, embed[wmode]')) {
      const isWmode = element.getAttribute('name')?.toLowerCase() === 'wmode'
      const value = isWmode ? element.getAttribute('value') : element.getAttribute('wmode')
      if (value !== null && value.toLowerCase() !== 'window')
        yield { element, detail: `wmode is “${value}”.` }
    }
  },
}
