import { all, isSeen, nameOf, wordsOf } from '../in-page/dom.ts'
import { isKin, tellingWords } from '../in-page/structure/pictures.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const DECOR =
  /(^|[^a-z])(bg|back(ground)?|texture|pattern|gradient|shadow|corner|divider|border|line|dots?|bullets?|arrows?\w*|chevron\w*|caret|external|select|noise|tile|wave|curve|sprite\w*|spacer|firework\w*|hero|banner|decor\w*)([^a-z]|$)/i

export const meaningInBackground: PageRule = {
  id: 'meaning-in-background',
  level: 'manual',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F3',
  meets:
    'A picture from the style sheet has no alternative, and may say something that the text does not.',
  mend: 'Say in the text what the picture says, or use an <img> with an alt.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('body *')) {
      const { backgroundImage, backgroundRepeat, backgroundSize, cursor } =
        getComputedStyle(element)
      const file = /^url\("(?!data:)([^"]+)"\)$/.exec(backgroundImage)?.[1]
      if (file === undefined || !backgroundRepeat.startsWith('no-repeat') || cursor === 'none')
        continue
      if (backgroundSize === 'cover' || DECOR.test(lastOf(file)) || !isSeen(element)) continue
      if (element.closest('[aria-hidden=true], [role=img], a, button')) continue
      const said = `${wordsOf(element)} ${nameOf(element)}`.toLowerCase()
      const words = tellingWords(lastOf(file))
      const signs = tellingWords(element.className).filter((word) => SIGN.test(word))
      const isSaid = [...words, ...signs].some((word) =>
        said.split(/[^\p{L}]+/u).some((other) => isKinTo(word, other)),
      )
      if ((words.length > 0 && !isSaid) || keepsRoom(element))
        yield { element, detail: `It shows ${lastOf(file)}.` }
    }
  },
}

/** Whether the element keeps much room free of words, in which only the picture can be. */
function keepsRoom(element: Element): boolean {
  const { paddingTop, paddingLeft, paddingRight } = getComputedStyle(element)
  const isText = /^(p|h[1-6]|li|dt|dd|span)$/.test(element.localName)
  return isText && [paddingTop, paddingLeft, paddingRight].some((room) => parseFloat(room) >= 80)
}

const SIGN =
  /^(warning|important|error|alert|danger|success|info|note|help|new|sale|required|caution)$/

function lastOf(address: string): string {
  return (
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  )
}

function isKinTo(word: string, other: string): boolean {
  return other.length > 2 && isKin(word, other)
}
