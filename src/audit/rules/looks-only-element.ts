import { all, isHeard, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const looksOnlyElement: PageRule = {
  id: 'looks-only-element',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H49',
  meets: 'The element says how the words look, and not that they matter.',
  mend: 'Use <strong> or <em> for what matters, and the style sheet for what only looks so.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('b, i, u, big, tt')) {
      // An element of icons holds no word; foreign words and names are what <i> is for.
      if (!/\p{L}{2}/u.test(squeeze(element.textContent)) || element.closest('[lang]') === element)
        continue
      // A name in a caption or a byline is what <b> is for.
      if (isHeard(element) && !element.closest('figcaption, cite, footer, dt, time'))
        yield {
          element,
          detail: `<${element.localName}> is used for “${squeeze(element.textContent).slice(0, 60)}”.`,
        }
    }
  },
}
