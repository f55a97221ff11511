import { all, isHeard } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const preformattedText: PageRule = {
  id: 'preformatted-text',
  level: 'warn',
  criteria: [],
  source: 'https://html.spec.whatwg.org/multipage/grouping-content.html#the-pre-element',
  meets:
    'Preformatted text does not wrap, and nothing tells whether it is code, a poem or a picture.',
  mend: 'Put code into <code>, and other text into elements that say what it is.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('pre, listing, xmp, plaintext')) {
      const isTold =
        element.querySelector('code, samp, kbd, output') ??
        element.closest('[role=img], code, [role=log]')
      if (!isTold && isHeard(element)) yield { element }
    }
  },
}
