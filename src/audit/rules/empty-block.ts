import { all, isHeard } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const CONTENT =
  'img, svg, canvas, video, audio, iframe, object, embed, input, select, textarea, button, hr, meter, progress, math'

export const emptyBlock: PageRule = {
  id: 'empty-block',
  level: 'warn',
  criteria: [],
  source: 'https://html.spec.whatwg.org/multipage/grouping-content.html#the-p-element',
  meets: 'Some screen readers stop at an empty paragraph, item or caption, and say “blank”.',
  mend: 'Remove the empty element, and make room with margins.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('p, li, dt, dd, blockquote, caption, figcaption, ul, ol, dl')) {
      const words = element.textContent.replace(/[\s\u00a0\u200b]/g, '')
      if (words !== '' || element.querySelector(CONTENT) || !isHeard(element)) continue
      // A place that a script will fill, or that says something by its name.
      if (element.matches('[role], [aria-live], [aria-label], [id]')) continue
      if (
        element.parentElement?.closest('li:empty, ul:empty, ol:empty') === null ||
        !/^[duo]l$/.test(element.localName)
      )
        yield { element, detail: `This <${element.localName}> is empty.` }
    }
  },
}
