import { descriptionOf, isSeen, nameOf, squeeze } from '../in-page/dom.ts'
import { fieldsIn, isTyped, seenLabelOf } from '../in-page/forms/fields.ts'
import { wordsNear } from '../in-page/forms/nearby.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** A form to follow, not an example of a name. */
const isForm = /\d|\b(?:dd|mm|yyyy|format|must|at least|characters|e\.g\.|example)\b|[x#_]{3,}|@/i

export const hintVanishes: PageRule = {
  id: 'hint-vanishes',
  level: 'warn',
  criteria: ['3.3.2'],
  source: 'https://www.w3.org/WAI/tutorials/forms/instructions/#placeholder-text',
  meets: 'How to fill in the field vanishes as soon as something is typed.',
  mend: 'Put the hint before the field, and tie it with aria-describedby.',
  *find(): Iterable<FaultyElement> {
    for (const field of fieldsIn()) {
      if (!isTyped(field) || !isSeen(field)) continue
      const hint = squeeze(field.placeholder)
      if (!isForm.test(hint)) continue
      const told = [seenLabelOf(field), wordsNear(field)].join(' ')
      if (told === ' ' || told.includes(hint) || descriptionOf(field).length > hint.length) continue
      // A label that gives an example of its own is enough.
      if (/\d|dd|example/i.test(told) || nameOf(field) === hint) continue
      yield { element: field, detail: `“${hint}” stands in the placeholder alone.` }
    }
  },
}
