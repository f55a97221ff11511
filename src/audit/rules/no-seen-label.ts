import { isSeen, nameOf } from '../in-page/dom.ts'
import { fieldsIn, groupOf, isTyped, seenLabelOf } from '../in-page/forms/fields.ts'
import { wordsNear } from '../in-page/forms/nearby.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const noSeenLabel: PageRule = {
  id: 'no-seen-label',
  level: 'error',
  criteria: ['3.3.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F82',
  meets: 'Nothing that can be seen tells what belongs into the field.',
  mend: 'Put a label in sight before the field, or a legend before fields that belong together.',
  *find(): Iterable<FaultyElement> {
    for (const field of fieldsIn()) {
      if (!isTyped(field) || !isSeen(field) || field.disabled || field.readOnly) continue
      if (field.placeholder.trim() !== '' || field.value.trim() !== '') continue
      // What has no name at all is axe's.
      const name = nameOf(field)
      if (name === '' || seenLabelOf(field) !== '') continue
      if (wordsNear(field) !== '' || groupOf(field) !== '' || field.closest('td, th, label'))
        continue
      const isSearch = field.type === 'search' || field.closest('search, [role=search]') !== null
      if (isSearch || fieldsIn(field.form ?? document).length === 1) continue
      yield { element: field, detail: `Its name, “${name}”, is not in sight.` }
    }
  },
}
