import { fieldsIn } from '../in-page/forms/fields.ts'
import { messagesIn } from '../in-page/forms/messages.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const errorTitle: PageRule = {
  id: 'error-title',
  level: 'warn',
  criteria: ['2.4.2'],
  source: 'https://design-system.service.gov.uk/components/error-message/',
  meets: 'After a failed form the title, which is read first, sounds as if nothing had happened.',
  mend: 'Begin the title with “Error:” while the form has errors.',
  *find(): Iterable<FaultyElement> {
    const isInvalid = fieldsIn().some((field) => field.getAttribute('aria-invalid') === 'true')
    if (!isInvalid || messagesIn().length === 0) return
    if (/error|problem|invalid|failed|correct/i.test(document.title)) return
    const title = document.querySelector('title') ?? document.documentElement
    yield { element: title, detail: `The title is “${document.title.slice(0, 60)}”.` }
  },
}
