import { all, isRendered, squeeze } from '../in-page/dom.ts'
import { erring } from '../in-page/forms/messages.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const errorTooEarly: PageRule = {
  id: 'error-too-early',
  level: 'warn',
  criteria: ['3.3.1'],
  source: 'https://www.w3.org/TR/accname-1.2/#computation-steps',
  meets:
    'A screen reader says an error that nobody has made: descriptions count while they are hidden.',
  mend: 'Add the id of the message to aria-describedby when the message is shown.',
  *find(): Iterable<FaultyElement> {
    for (const control of all('[aria-describedby]:is(input, select, textarea, button)')) {
      if (control.getAttribute('aria-invalid') === 'true' || !isRendered(control)) continue
      for (const id of (control.getAttribute('aria-describedby') ?? '').split(/\s+/)) {
        const named = document.getElementById(id)
        const words = squeeze(named?.textContent)
        if (!named || isRendered(named) || words === '') continue
        const isError =
          /error|invalid/i.test(`${id} ${named.className}`) || /^(?:error|invalid)/i.test(words)
        if (isError && erring.test(words))
          yield { element: control, detail: `It says “${words.slice(0, 60)}”.` }
      }
    }
  },
}
