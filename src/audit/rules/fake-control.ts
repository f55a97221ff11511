import { all, isHeard, isSeen, listenersOf, roleOf, wordsOf } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const NATIVE =
  'a[href], button, input, select, textarea, summary, label, option, area, video, audio, iframe, [contenteditable]'
const PLAIN_ROLES =
  /^(|generic|none|presentation|img|image|paragraph|listitem|heading|text|strong|emphasis|cell|term|definition)$/

export const fakeControl: PageRule = {
  id: 'fake-control',
  level: 'error',
  criteria: ['4.1.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F59',
  meets: 'It can be pressed, and nobody hears that: it has no role of a control.',
  mend: 'Use <button> for an action and <a href> for a place to go.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('body *')) {
      if (
        !listenersOf(element).some((type) =>
          /^(click|mousedown|mouseup|pointerdown|keydown|keypress|touchstart)$/.test(type),
        )
      )
        continue
      if (element.closest(NATIVE) ?? element.querySelector(NATIVE)) continue
      if (!PLAIN_ROLES.test(roleOf(element)) || !isHeard(element) || !isSeen(element)) continue
      // A listener on a large part of the page hears what happens to the things inside.
      const isPart = element.querySelector('[role], [tabindex], p, h1, h2, h3, ul, table') !== null
      if (
        isPart ||
        /^(main|body|form|section|article|ul|ol|table|nav|header|footer|svg|canvas|dialog)$/.test(
          element.localName,
        )
      )
        continue
      const isPressed = listenersOf(element).includes('click') || element.tabIndex >= 0
      if (isPressed)
        yield {
          element,
          detail: `It is a <${element.localName}> that says “${wordsOf(element).slice(0, 60)}”.`,
        }
    }
  },
}
