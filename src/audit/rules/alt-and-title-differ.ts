import { isHeard, squeeze } from '../in-page/dom.ts'
import { picturesOfPage } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const altAndTitleDiffer: PageRule = {
  id: 'alt-and-title-differ',
  level: 'warn',
  criteria: [],
  source: 'https://html.spec.whatwg.org/multipage/dom.html#the-title-attribute',
  meets: 'Those who hear the page and those who point at the picture are told different things.',
  mend: 'Say it in the alt, or in text that everybody sees, and remove the title.',
  *find(): Iterable<FaultyElement> {
    for (const element of picturesOfPage()) {
      const [alt, title] = [squeeze(element.getAttribute('alt')), squeeze(element.title)]
      if (title === '' || !element.hasAttribute('alt') || alt === title || !isHeard(element))
        continue
      if (alt !== '') yield { element, detail: `The alt says “${alt}”, the title “${title}”.` }
    }
  },
}
