import { isSeen } from '../in-page/dom.ts'
import { backgroundOf } from '../in-page/looks/backgrounds.ts'
import { blocksOfPage } from '../in-page/looks/blocks.ts'
import { colourOf, contrast, over, ratioInWords } from '../in-page/looks/colours.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const textWithoutPicture: PageRule = {
  id: 'text-without-picture',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F24',
  meets:
    'The words over the picture cannot be read while it loads, when it is missing or when pictures are off.',
  mend: 'Give the element with the picture a background colour too, like that of the picture.',
  modes: ['wide', 'dark'],
  *find(): Iterable<FaultyElement> {
    for (const { element, texts } of blocksOfPage()) {
      const first = texts[0]
      if (!first) continue
      const { colour, picture } = backgroundOf(first.element)
      if (
        !picture ||
        !isSeen(picture) ||
        !getComputedStyle(picture).backgroundImage.includes('url(')
      )
        continue
      const ratio = contrast(over(colourOf(getComputedStyle(first.element).color), colour), colour)
      if (ratio >= 3) continue
      yield { element, detail: `Without the picture the contrast is ${ratioInWords(ratio)}.` }
    }
  },
}
