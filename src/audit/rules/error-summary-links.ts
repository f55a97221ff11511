import { all, wordsOf } from '../in-page/dom.ts'
import { fieldsIn } from '../in-page/forms/fields.ts'
import { fieldsNamedIn, messagesIn } from '../in-page/forms/messages.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const errorSummaryLinks: PageRule = {
  id: 'error-summary-links',
  level: 'warn',
  criteria: ['3.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G139',
  meets: 'From the list of errors to each field is a search of its own.',
  mend: 'Make each error of the summary a link to its field.',
  *find(): Iterable<FaultyElement> {
    const fields = fieldsIn()
    for (const { element, words, field } of messagesIn()) {
      if (field || fieldsNamedIn(words, fields).length < 2) continue
      const items = all('li', element)
      if (items.length > 1 && all('a[href]', element).length === 0)
        yield {
          element,
          detail: `${items.length} errors, such as “${wordsOf(items[0] ?? element)}”, have no links.`,
        }
    }
  },
}
