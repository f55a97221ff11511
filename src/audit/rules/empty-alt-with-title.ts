import { squeeze } from '../in-page/dom.ts'
import { isSpacer, picturesOfPage } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const emptyAltWithTitle: PageRule = {
  id: 'empty-alt-with-title',
  level: 'manual',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H67',
  meets: 'The empty alt says that the picture is an ornament, and the title says that it is not.',
  mend: 'Move the words of the title into the alt; or remove the title of an ornament.',
  *find(): Iterable<FaultyElement> {
    for (const element of picturesOfPage()) {
      const title = squeeze(element.title)
      if (element.getAttribute('alt') !== '' || title === '' || isSpacer(element)) continue
      yield { element, detail: `The title says “${title}”.` }
    }
  },
}
