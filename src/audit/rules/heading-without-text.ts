import { squeeze } from '../in-page/dom.ts'
import { headingsOfPage, wordsUnder } from '../in-page/structure/headings.ts'
import { goesOn } from '../in-page/structure/lines-of-text.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const headingWithoutText: PageRule = {
  id: 'heading-without-text',
  level: 'manual',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F43',
  meets: 'A heading has nothing under it: it may be large text that only looks like one.',
  mend: 'Make it a paragraph if it heads nothing; otherwise put its text under it.',
  *find(): Iterable<FaultyElement> {
    const headings = headingsOfPage()
    for (const [place, heading] of headings.entries()) {
      const next = headings[place + 1]
      // The first heading may stand alone over the parts of the page.
      if (heading.level === 1 || !next || next.level > heading.level) continue
      const range = document.createRange()
      range.setStartAfter(heading.element)
      range.setEndBefore(next.element)
      const hasThings =
        range
          .cloneContents()
          .querySelector('img, svg, video, iframe, input, select, canvas, table') !== null
      if (wordsUnder(heading, next) === '' && !hasThings)
        yield {
          element: heading.element,
          detail: `“${heading.name}” is followed by “${next.name}”.`,
        }
    }
    for (const { element, name } of headings)
      if (isInSentence(element))
        yield { element, detail: `“${name}” is a part of the sentence before it.` }
  },
}

/** Whether the paragraph before a heading has no end, so that the heading goes on with it. */
function isInSentence(element: Element): boolean {
  const before = element.previousElementSibling
  if (before?.localName !== 'p' || element.nextElementSibling?.localName !== 'p') return false
  return goesOn(squeeze(before.textContent))
}
