import { descriptionOf, isSeen, squeeze } from '../in-page/dom.ts'
import { fieldsIn, seenLabelOf } from '../in-page/forms/fields.ts'
import { wordsNear } from '../in-page/forms/nearby.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Words that tell a form: an example, a number, a unit. */
const tells =
  /\d|\b(?:example|such as|like|format|dd|mm|yyyy|digits?|letters?|characters?|numbers?|only|without|with a|at least|must|one|two|three|four|five|six|seven|eight|nine|ten)\b|[£$€%]|@/i
/** What any text fits is no form. */
const anything = /^(?:\.\*|\.\+|\\s\*.*|\[\^.*\]\+?|\(\?=.*|.*\\S.*)$/

export const formatUntold: PageRule = {
  id: 'format-untold',
  level: 'manual',
  criteria: ['3.3.2', '3.3.3'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G89',
  meets: 'The field takes one form of writing only, and nothing tells which.',
  mend: 'Say the form before the field, with an example; better, take every usual form.',
  *find(): Iterable<FaultyElement> {
    for (const field of fieldsIn()) {
      if (!(field instanceof HTMLInputElement) || !isSeen(field)) continue
      const { pattern } = field
      if (pattern === '' || anything.test(pattern) || field.disabled || field.readOnly) continue
      const told = [
        seenLabelOf(field),
        wordsNear(field),
        descriptionOf(field),
        field.placeholder,
        field.title,
      ]
      if (tells.test(squeeze(told.join(' ')))) continue
      yield { element: field, detail: `Its pattern is ${pattern.slice(0, 40)}.` }
    }
  },
}
