import { isSeen, nameOf } from '../in-page/dom.ts'
import { fieldsIn, groupOf, isTyped, seenLabelOf, type Field } from '../in-page/forms/fields.ts'
import { tokensFor } from '../in-page/forms/purposes.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Whose things these are: not those of the person who fills in the form. */
const ofOthers =
  /\b(?:child|son|daughter|partner|spouse|wife|husband|mother|father|parent|friend|recipient|employer|emergency|doctor|gp|school|applicant|claimant|prisoner|patient|pet|landlord|tenant|witness|referee|customer|client|guest|passenger|deceased|manager|colleague|member|product|file|company|event|project|their|his|her|search|filter|find)\b/i

export const purposeMissing: PageRule = {
  id: 'purpose-missing',
  level: 'manual',
  criteria: ['1.3.5'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H98',
  meets: 'Browsers and aids cannot fill in what they know, nor show a picture for it.',
  mend: 'Give the field the autocomplete token of its purpose, if it asks for the person’s own data.',
  *find(): Iterable<FaultyElement> {
    for (const field of fieldsIn()) {
      if (!isTyped(field) || !isSeen(field) || field.readOnly || field.disabled) continue
      // “off” and words that are no token are no purpose either; those that are wrong are axe's.
      const attribute = field.getAttribute('autocomplete')?.trim().toLowerCase() ?? ''
      if (!['', 'on', 'off'].includes(attribute)) continue
      const label = seenLabelOf(field) || nameOf(field)
      if (isOfOthers(field, label)) continue
      const tokens = fitting(field, label)
      if (!tokens) continue
      const isCertain = field.type === 'email' && /^(?:your|my) e-?mail/i.test(label)
      yield {
        element: field,
        detail: `“${label.slice(0, 40)}” asks for autocomplete="${tokens[0]}".`,
        level: isCertain ? 'error' : 'manual',
      }
    }
  },
}

function fitting(field: Field, label: string): readonly string[] | undefined {
  const byLabel = tokensFor(label)
  if (byLabel?.[0] === 'current-password') return undefined
  if (byLabel) return byLabel
  if (field.type === 'email') return ['email']
  return field.type === 'tel' && /phone|mobile|\btel\b/i.test(label) ? ['tel'] : undefined
}

function isOfOthers(field: Field, label: string): boolean {
  const form = field.form?.getAttribute('role') === 'search' || field.type === 'search'
  return form || ofOthers.test(label) || ofOthers.test(groupOf(field))
}
