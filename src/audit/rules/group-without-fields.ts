import { all, isHeard } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const groupWithoutFields: PageRule = {
  id: 'group-without-fields',
  level: 'manual',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F43',
  meets:
    'It is announced as a group of fields, and there is no field in it: it may only be a frame.',
  mend: 'Use a <div> with a border and a heading.',
  *find(): Iterable<FaultyElement> {
    const field =
      'input, select, textarea, button, output, [role], [tabindex], a[href], meter, progress'
    for (const element of all('fieldset')) {
      if (isHeard(element) && !element.querySelector(field))
        yield { element, detail: 'No field is in it.' }
    }
  },
}
