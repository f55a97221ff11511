import { namedPictures } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const altAnnouncesPicture: PageRule = {
  id: 'alt-announces-picture',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/tutorials/images/tips/',
  meets: 'A screen reader says “image” by itself, so it is heard twice.',
  mend: 'Begin with what the picture shows.',
  *find(): Iterable<FaultyElement> {
    for (const { element, name } of namedPictures()) {
      const start =
        /^(an? |the |this is an? )?(image|picture|graphic|icon|photo|pic|photograph) (of|showing|for|shows)\b/i
      const end = /\b(image|picture|graphic|icon)$/i
      if (start.test(name) || (end.test(name) && name.includes(' ')))
        yield { element, detail: `The alternative is “${name}”.` }
    }
  },
}
