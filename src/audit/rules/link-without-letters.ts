import { linksOfPage } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const linkWithoutLetters: PageRule = {
  id: 'link-without-letters',
  level: 'manual',
  criteria: ['2.4.4'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G91',
  meets: 'The link is a mark of punctuation, which screen readers skip or spell.',
  mend: 'Let words be the link, and leave the mark outside of it.',
  *find(): Iterable<FaultyElement> {
    for (const { element, name } of linksOfPage()) {
      if (name === '' || /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(name)) continue
      const detail = `The link says “${name}”.`
      yield /^[.,;:!?'"_\-–—\s]+$/.test(name)
        ? { element, detail, level: 'error' }
        : { element, detail }
    }
  },
}
