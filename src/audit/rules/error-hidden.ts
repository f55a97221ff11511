import { isTold, messagesIn } from '../in-page/forms/messages.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const errorHidden: PageRule = {
  id: 'error-hidden',
  level: 'error',
  criteria: ['3.3.1', '1.3.1'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/36b590/',
  meets: 'The error is there for the eye alone: screen readers leave it out.',
  mend: 'Take aria-hidden or inert off the message, and name it in the aria-describedby of the field.',
  *find(): Iterable<FaultyElement> {
    for (const message of messagesIn()) {
      if (!isTold(message))
        yield { element: message.element, detail: `It says “${message.words.slice(0, 60)}”.` }
    }
  },
}
