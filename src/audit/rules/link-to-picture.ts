import { linksOfPage } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const linkToPicture: PageRule = {
  id: 'link-to-picture',
  level: 'manual',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G94',
  meets: 'The link opens a bare picture file, which has no text alternative.',
  mend: 'Show the picture on a page that describes it, and link to that page.',
  *find(): Iterable<FaultyElement> {
    for (const { element } of linksOfPage()) {
      if (element.hasAttribute('download')) continue
      const ending = /\.(jpe?g|png|gif|webp|avif|bmp|tiff?)$/i.exec(element.pathname)?.[1]
      if (ending !== undefined) yield { element, detail: `It leads to a .${ending} file.` }
    }
  },
}
