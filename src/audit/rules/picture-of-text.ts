import { all, isSeen, squeeze } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const NAMED =
  /(^|[-_/])(heading|headline|title|text(image|img|pic\w*)?|quote|slogan|banner|notice|announcement|poster|flyer|button|btn|nav|menu|timetable|letter|scan)([-_.\d]|$)/i
const QUOTED =
  /\b(reads?|says?|saying|reading|text|words?|caption|headline|heading)\b\s*[:,]?\s*["“‘']/i
const WORDS = 14

export const pictureOfText: PageRule = {
  id: 'picture-of-text',
  level: 'manual',
  criteria: ['1.4.5'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/css/C22',
  meets: 'Text in a picture cannot be made larger sharply, recoloured or spaced.',
  mend: 'Write the words as text and style them; a logo may stay a picture.',
  *find(): Iterable<FaultyElement> {
    for (const image of all<HTMLImageElement>('img[src], input[type=image]')) {
      const alt = squeeze(image.alt)
      if (/logo/i.test(`${alt} ${image.src}`) || !isSeen(image) || alt === '') continue
      const file = URL.canParse(image.src) ? new URL(image.src).pathname : ''
      const isNamed = !file.startsWith('data:') && NAMED.test(file)
      if (isNamed || QUOTED.test(alt) || isSentence(alt)) yield { element: image }
    }
  },
}

/** Words that tell a reader what to do, or quote somebody at length, are rarely of a picture. */
function isSentence(alt: string): boolean {
  const words = alt.split(' ')
  return (
    words.length > WORDS &&
    /\b(you|we|our|us|your|please|must|will)\b/i.test(alt) &&
    /[.!?]$/.test(alt)
  )
}
