import { all, isHeard, nameOf, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const figureWithoutCaption: PageRule = {
  id: 'figure-without-caption',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/tutorials/images/groups/',
  meets: 'A figure is announced, and nothing tells what it is.',
  mend: 'Give the figure a <figcaption> or a name, or use no <figure>.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('figure')) {
      if (!isHeard(element) || element.matches('[role=presentation], [role=none]')) continue
      // A quotation or a table brings its own words.
      if (
        element.querySelector('blockquote, table, pre, [alt]:not([alt=""])') &&
        !element.querySelector('figcaption')
      ) {
        continue
      }
      const caption = element.querySelector('figcaption')
      const isCaptioned = squeeze(caption?.textContent) !== '' || nameOf(element) !== ''
      if (!isCaptioned)
        yield { element, detail: caption ? 'Its caption is empty.' : 'It has no caption.' }
    }
  },
}
