import { all } from '../in-page/dom.ts'
import type { PageRule } from '../rule.ts'

/** A key of the page's own, that may be one of the reader's. */
export const accessKey: PageRule = {
  id: 'access-key',
  level: 'warn',
  criteria: [],
  source: 'https://webaim.org/techniques/keyboard/accesskey',
  meets: 'The page takes a key for itself that a screen reader or browser may already use.',
  mend: 'Take the accesskey away.',
  *find() {
    for (const element of all('[accesskey]:not([accesskey=""])')) {
      yield { element, detail: `The key is “${element.accessKey}”.` }
    }
  },
}
