import { isSpacer, picturesOfPage } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const spacerPicture: PageRule = {
  id: 'spacer-picture',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/css/C18',
  meets: 'A picture keeps a place open, which does not grow with the text and is heard by some.',
  mend: 'Make the room with margin or padding.',
  *find(): Iterable<FaultyElement> {
    for (const element of picturesOfPage()) {
      const { width, height } = element.getBoundingClientRect()
      // A picture of one pixel that also takes one pixel counts visits, and keeps no place.
      if (isSpacer(element) && (width > 1 || height > 1))
        yield { element, detail: `It is drawn ${Math.round(width)} by ${Math.round(height)} px.` }
    }
  },
}
