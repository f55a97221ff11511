import { isSeen, nameOf, squeeze } from '../in-page/dom.ts'
import { picturesOfPage } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const HEADING =
  /^(chapter|section|part|introduction|summary|contents|preface|appendix|about|news|contact|step|welcome)\b/i

export const pictureAsHeading: PageRule = {
  id: 'picture-as-heading',
  level: 'manual',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F2',
  meets: 'A picture of words stands over the text as a heading would, and is none.',
  mend: 'Put the picture into a heading element, or write the heading as text.',
  *find(): Iterable<FaultyElement> {
    for (const element of picturesOfPage()) {
      const name = nameOf(element)
      if (!HEADING.test(name) || name.split(' ').length > 6 || !isSeen(element)) continue
      if (element.closest('h1, h2, h3, h4, h5, h6, [role=heading], a, button, figure, li, td'))
        continue
      const holder =
        squeeze(element.parentElement?.textContent) === '' ? element.parentElement : element
      const next = (holder ?? element).nextElementSibling
      if (next?.localName === 'p') yield { element, detail: `The picture says “${name}”.` }
    }
  },
}
