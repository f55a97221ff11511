import { all, isSeen } from '../in-page/dom.ts'
import { clear, colourOf, contrast, over, ratioInWords } from '../in-page/looks/colours.ts'
import { backgroundOf } from '../in-page/looks/backgrounds.ts'
import { isLarge } from '../in-page/looks/text-contrast.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const generatedTextContrast: PageRule = {
  id: 'generated-text-contrast',
  level: 'error',
  criteria: ['1.4.3'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G18',
  meets: 'Words that the style sheet writes are too pale to read.',
  mend: 'Give ::before and ::after with words a contrast of 4.5:1.',
  modes: ['wide', 'dark', 'more contrast'],
  *find(): Iterable<FaultyElement> {
    for (const element of all('*', document.body)) {
      for (const part of ['::before', '::after']) {
        const style = getComputedStyle(element, part)
        if (style.content === 'none' || style.content === 'normal') continue
        const words = /"([^"]*)"/.exec(style.content)?.[1] ?? ''
        if (!/[\p{L}\p{N}]{2}/u.test(words) || style.display === 'none' || !isSeen(element))
          continue
        if (style.visibility === 'hidden' || style.opacity === '0') continue
        const behind = backgroundOf(element)
        const own = style.backgroundImage === 'none' ? colourOf(style.backgroundColor) : clear
        const below = over(own, behind.colour)
        const ratio = contrast(over(colourOf(style.color), below), below)
        const needed = isLarge(style) ? 3 : 4.5
        if (ratio >= needed) continue
        const isCertain =
          (behind.isCertain || own.alpha === 1) &&
          style.textShadow === 'none' &&
          style.position === 'static'
        const detail = `${part}, “${words}”, has a contrast of ${ratioInWords(ratio)}, not ${needed}:1.`
        yield { element, detail, level: isCertain ? 'error' : 'manual' }
      }
    }
  },
}
