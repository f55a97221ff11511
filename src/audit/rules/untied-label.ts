import { all, isSeen, nameOf, squeeze } from '../in-page/dom.ts'
import { fieldsIn } from '../in-page/forms/fields.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const LABELLED = 'input:not([type=hidden]), select, textarea, button, meter, progress, output'

export const untiedLabel: PageRule = {
  id: 'untied-label',
  level: 'warn',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F68',
  meets:
    'A label belongs to no field, so pressing it does nothing and nobody hears it with its field.',
  mend: 'Let its for name the id of the field, or put the field into it.',
  *find(): Iterable<FaultyElement> {
    for (const element of all<HTMLLabelElement>('label')) {
      if (!isSeen(element) || element.control || element.querySelector(LABELLED)) continue
      const named = element.htmlFor === '' ? null : document.getElementById(element.htmlFor)
      // A custom element, or a region that is edited, may take the place of a field.
      if (
        named &&
        (named.localName.includes('-') || named.isContentEditable || named.hasAttribute('role'))
      )
        continue
      if (isReferenced(element) || squeeze(element.textContent) === '') continue
      const next = fieldAfter(element)
      const isLost = next !== undefined && nameOf(next) === ''
      const detail =
        element.htmlFor === ''
          ? 'It has no for.'
          : `Nothing to label has the id “${element.htmlFor}”.`
      yield isLost ? { element, detail, level: 'error' } : { element, detail }
    }
  },
}

function isReferenced({ id }: Element): boolean {
  return id !== '' && document.querySelector(`[aria-labelledby~="${CSS.escape(id)}"]`) !== null
}

function fieldAfter(label: Element): Element | undefined {
  return fieldsIn(label.closest('form') ?? document).find(
    (field) => (label.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
}
