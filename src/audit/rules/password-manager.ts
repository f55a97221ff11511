import { isSeen, listenersOf } from '../in-page/dom.ts'
import { fieldsIn } from '../in-page/forms/fields.ts'
import { tokenOf } from '../in-page/forms/purposes.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const passwordManager: PageRule = {
  id: 'password-manager',
  level: 'warn',
  criteria: ['3.3.8', '1.3.5'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H100',
  meets:
    'A password manager cannot tell what to fill in, so that people have to remember and copy.',
  mend: 'Give the field autocomplete="current-password" or "new-password", and let people paste.',
  *find(): Iterable<FaultyElement> {
    for (const field of fieldsIn()) {
      if (field.type !== 'password' || !isSeen(field)) continue
      if (field instanceof HTMLInputElement && field.maxLength === 1) continue
      const token = tokenOf(
        field.getAttribute('autocomplete') ?? field.form?.getAttribute('autocomplete') ?? '',
      )
      if (/password|one-time-code|^cc-/.test(token)) continue
      const isWatched = listenersOf(field).includes('paste')
        ? ' Its script listens to what is pasted, too.'
        : ''
      yield {
        element: field,
        detail: `${token === '' ? 'It has no autocomplete token.' : `It has autocomplete="${token}".`}${isWatched}`,
      }
    }
  },
}
