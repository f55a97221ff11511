import { squeeze } from '../in-page/dom.ts'
import { namedPictures } from '../in-page/structure/pictures.ts'
import { bare } from '../in-page/structure/vague-words.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const altRepeatsText: PageRule = {
  id: 'alt-repeats-text',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H2',
  meets: 'The same words are heard twice, once for the picture and once for the text beside it.',
  mend: 'Leave the alt empty where the text beside the picture says the same.',
  *find(): Iterable<FaultyElement> {
    for (const { element, name } of namedPictures()) {
      if (element.localName === 'input' || element.localName === 'area') continue
      const words = bare(name)
      if (words.length < 2) continue
      const beside = textsBeside(element).find((text) => bare(text) === words)
      if (beside !== undefined) yield { element, detail: `Both say “${beside}”.` }
    }
  },
}

/** The words of the link, the caption, and the neighbours of a picture. */
function textsBeside(picture: Element): string[] {
  const link = picture.closest('a, button, figure')
  const caption = picture.closest('figure')?.querySelector('figcaption')
  const row = [
    picture.previousSibling,
    picture.nextSibling,
    link?.previousSibling,
    link?.nextSibling,
  ]
  const holders = [link, caption, picture.parentElement?.nextElementSibling]
  return [...holders, ...row]
    .map((node) => squeeze(node?.textContent))
    .filter((text) => text !== '')
}
