import { squeeze } from '../in-page/dom.ts'
import { linksOfPage } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const neighboursToOnePlace: PageRule = {
  id: 'neighbours-to-one-place',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H2',
  meets:
    'Two links that follow each other lead to the same place, so the same is heard and tabbed twice.',
  mend: 'Put the picture and the words into one link, with an empty alt on the picture.',
  *find(): Iterable<FaultyElement> {
    const links = linksOfPage()
    for (const [place, { element, written }] of links.entries()) {
      const before = links[place - 1]?.element
      if (before?.href !== element.href || /^(#|javascript:|$)/i.test(written)) continue
      const between = document.createRange()
      between.setStartAfter(before)
      between.setEndBefore(element)
      // A paragraph of words between them makes them two links of a text.
      if (squeeze(between.toString()).length > 3) continue
      yield { element, detail: `Both lead to ${written}.` }
    }
  },
}
