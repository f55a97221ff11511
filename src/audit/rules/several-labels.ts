import { isSeen } from '../in-page/dom.ts'
import { fieldsIn } from '../in-page/forms/fields.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const severalLabels: PageRule = {
  id: 'several-labels',
  level: 'manual',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H44',
  meets: 'Two labels name the same field; some screen readers say only one, or the wrong one.',
  mend: 'Keep one label a field; make the other a <legend> or a hint.',
  *find(): Iterable<FaultyElement> {
    for (const element of fieldsIn()) {
      const labels = [...(element.labels ?? [])].filter(isSeen)
      if (labels.length > 1)
        yield {
          element,
          detail: `Its labels are ${labels.map(({ innerText }) => `“${innerText.trim()}”`).join(' and ')}.`,
        }
    }
  },
}
