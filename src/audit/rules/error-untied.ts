import { messagesIn } from '../in-page/forms/messages.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const errorUntied: PageRule = {
  id: 'error-untied',
  level: 'manual',
  criteria: ['1.3.1', '3.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA1',
  meets: 'Who comes to the field with a screen reader does not hear its error.',
  mend: 'Name the message in the aria-describedby of the field, or put it into the label.',
  *find(): Iterable<FaultyElement> {
    for (const { element, field, isTied, words } of messagesIn()) {
      if (field && !isTied) yield { element, detail: `It says “${words.slice(0, 60)}”.` }
    }
  },
}
