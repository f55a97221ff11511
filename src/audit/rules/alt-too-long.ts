import { namedPictures } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Characters that can still be heard in one go, with neither pause nor way back. */
const MOST = 180

export const altTooLong: PageRule = {
  id: 'alt-too-long',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/tutorials/images/complex/',
  meets: 'A long alternative is read in one go: nobody can pause in it, go back, or skip it.',
  mend: 'Say the point in the alt, and the rest in text beside the picture.',
  *find(): Iterable<FaultyElement> {
    for (const { element, name } of namedPictures()) {
      if (name.length > MOST) yield { element, detail: `It has ${name.length} characters.` }
    }
  },
}
