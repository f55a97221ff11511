import { descriptionOf } from '../in-page/dom.ts'
import { choicesByName, namedGroupOf, questionBefore } from '../in-page/structure/groups.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const groupWithoutName: PageRule = {
  id: 'group-without-name',
  level: 'error',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H71',
  meets: 'The choices are heard without the question that they answer.',
  mend: 'Put them into a <fieldset>, and the question into its <legend>.',
  *find(): Iterable<FaultyElement> {
    for (const type of ['radio', 'checkbox'] as const) {
      for (const fields of choicesByName(type)) {
        const [element] = fields
        const isTold = fields.every(
          (field) =>
            namedGroupOf(field) !== undefined ||
            descriptionOf(field) !== '' ||
            /\s/.test(field.getAttribute('aria-labelledby') ?? ''),
        )
        if (!element || isTold) continue
        const question = questionBefore(fields)
        const isAsked = question !== '' && question.length < 160
        const detail = isAsked
          ? `“${question}” is not tied to ${fields.length} choices.`
          : `${fields.length} choices have no question.`
        // Boxes to tick may each make sense alone.
        if (type === 'radio')
          yield isAsked ? { element, detail } : { element, detail, level: 'manual' }
        else if (isAsked) yield { element, detail, level: 'manual' }
      }
    }
  },
}
