import { descriptionOf, isSeen, nameOf } from '../in-page/dom.ts'
import { fieldsIn } from '../in-page/forms/fields.ts'
import { fieldsNamedIn, messagesIn } from '../in-page/forms/messages.ts'
import { wordsNear } from '../in-page/forms/nearby.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const invalidUnexplained: PageRule = {
  id: 'invalid-unexplained',
  level: 'error',
  criteria: ['3.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA21',
  meets: 'The field is said to be wrong, and no words say what is wrong with it.',
  mend: 'Write the error beside the field, and name it in aria-describedby.',
  *find(): Iterable<FaultyElement> {
    const fields = fieldsIn()
    for (const field of fields) {
      if (
        !['true', 'grammar', 'spelling'].includes(field.getAttribute('aria-invalid') ?? '') ||
        !isSeen(field)
      )
        continue
      const isNamed = messagesIn().some(
        ({ words, field: its }) => its === field || fieldsNamedIn(words, fields).includes(field),
      )
      if (isNamed || descriptionOf(field) !== '') continue
      const near = wordsNear(field).replace(nameOf(field), '').trim()
      const beside = field.closest('label')?.querySelector('span, strong, em, small')
      if (/\p{L}{3,}/u.test(near) || (beside && isSeen(beside))) continue
      yield { element: field, detail: `“${nameOf(field)}” has aria-invalid and no message.` }
    }
  },
}
