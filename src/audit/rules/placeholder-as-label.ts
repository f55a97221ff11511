import { all, isSeen, nameOf, squeeze } from '../in-page/dom.ts'
import { fieldsIn, groupOf, isTyped, seenLabelOf, type Field } from '../in-page/forms/fields.ts'
import { wordsNear } from '../in-page/forms/nearby.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const placeholderAsLabel: PageRule = {
  id: 'placeholder-as-label',
  level: 'manual',
  criteria: ['3.3.2'],
  source: 'https://www.w3.org/WAI/tutorials/forms/instructions/#placeholder-text',
  meets: 'The only words that tell what to fill in vanish as soon as something is typed.',
  mend: 'Put a label that stays in sight before the field.',
  *find(): Iterable<FaultyElement> {
    for (const field of fieldsIn()) {
      if (!isTyped(field) || !isSeen(field)) continue
      const placeholder = squeeze(field.placeholder)
      if (placeholder === '' || seenLabelOf(field) !== '' || wordsNear(field) !== '') continue
      if (groupOf(field) !== '' && groupOf(field) === nameOf(field)) continue
      yield {
        element: field,
        detail: `“${placeholder}” is its only label.`,
        // A button with the word may stand for a label (G167), yet not for those who have typed already.
        ...(hasButton(field) ? { level: 'warn' as const } : {}),
      }
    }
  },
}

function hasButton(field: Field): boolean {
  const fields = fieldsIn(field.form ?? document)
  const buttons = all('button, input[type=submit], input[type=image]', field.form ?? document)
  return fields.length === 1 && buttons.some((button) => nameOf(button) !== '')
}
