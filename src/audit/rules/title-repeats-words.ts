import { all, isHeard, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const titleRepeatsWords: PageRule = {
  id: 'title-repeats-words',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H33',
  meets: 'The same words are heard twice, and a tooltip that adds nothing covers the page.',
  mend: 'Remove the title, or let it say what the words do not.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('a[title], button[title], h1[title], h2[title], h3[title]')) {
      const title = squeeze(element.title).toLowerCase()
      if (!isHeard(element) || title === '') continue
      if (title === squeeze(element.textContent).toLowerCase())
        yield { element, detail: `The title says “${element.title}” once more.` }
    }
  },
}
