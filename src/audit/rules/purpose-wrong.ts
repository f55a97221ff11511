import { nameOf } from '../in-page/dom.ts'
import { fieldsIn, isTyped, seenLabelOf } from '../in-page/forms/fields.ts'
import { isAkin, knownTokens, tokenOf, tokensFor } from '../in-page/forms/purposes.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const purposeWrong: PageRule = {
  id: 'purpose-wrong',
  level: 'error',
  criteria: ['1.3.5'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F107',
  meets: 'The browser fills in something else than the label asks for.',
  mend: 'Give the field the autocomplete token of what its label asks for.',
  *find(): Iterable<FaultyElement> {
    for (const field of fieldsIn()) {
      const token = tokenOf(field.getAttribute('autocomplete'))
      if (!knownTokens.has(token)) continue
      const label = seenLabelOf(field) || nameOf(field)
      const tokens = tokensFor(/^name$/i.test(label) ? 'full name' : label)
      if (tokens ? isAkin(token, tokens) : !isAgainstType(token, field.type)) continue
      // A name of the label alone may be that of a thing.
      const isField = isTyped(field) || field instanceof HTMLSelectElement
      if (!isField) continue
      yield {
        element: field,
        detail: `“${label}” has autocomplete="${token}"${tokens ? `, not “${tokens[0]}”` : ''}.`,
      }
    }
  },
}

/** Whether a token can never go into a field of the type. */
function isAgainstType(token: string, type: string): boolean {
  if (type === 'email') return !['email', 'username'].includes(token)
  return type === 'password' && /^(?:email|tel|name|street-address|postal-code)$/.test(token)
}
