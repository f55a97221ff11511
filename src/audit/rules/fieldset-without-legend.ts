import { all, isHeard, nameOf, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const fieldsetWithoutLegend: PageRule = {
  id: 'fieldset-without-legend',
  level: 'error',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H71',
  meets: 'Fields are announced as a group, and nobody hears what the group is.',
  mend: 'Write what the fields have in common into a <legend>, first in the <fieldset>.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('fieldset')) {
      if (!isHeard(element) || element.matches('[role=none], [role=presentation]')) continue
      const legend = element.querySelector(':scope > legend')
      const isNamed = element.matches('[aria-label], [aria-labelledby]') && nameOf(element) !== ''
      if (
        isNamed ||
        squeeze(legend?.textContent) !== '' ||
        legend?.querySelector('img[alt]:not([alt=""])')
      )
        continue
      const fields = all('input:not([type=hidden]), select, textarea', element).length
      if (legend) yield { element: legend, detail: 'The legend is empty.' }
      // A frame around the whole form, or around one field, needs no words.
      else yield { element, detail: `${fields} fields are in it.`, level: 'manual' }
    }
  },
}
