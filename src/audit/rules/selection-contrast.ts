import { clear, colourOf, contrast, over, ratioInWords } from '../in-page/looks/colours.ts'
import { canvasColour } from '../in-page/looks/backgrounds.ts'
import { sheetRules } from '../in-page/looks/sheets.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const selectionContrast: PageRule = {
  id: 'selection-contrast',
  level: 'warn',
  criteria: ['1.4.3'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G18',
  meets: 'Words that the reader has marked can no longer be read.',
  mend: 'Give ::selection a colour and a background with a contrast of 4.5:1, or leave it to the browser.',
  modes: ['wide', 'dark'],
  *find(): Iterable<FaultyElement> {
    if (!sheetRules().some(({ rule }) => rule.selectorText.includes('::selection'))) return
    const { color, backgroundColor } = getComputedStyle(document.body, '::selection')
    const behind = over(colourOf(backgroundColor), canvasColour())
    if (colourOf(backgroundColor) === clear) return
    const ratio = contrast(over(colourOf(color), behind), behind)
    if (ratio >= 4.5) return
    yield { element: document.body, detail: `The contrast is ${ratioInWords(ratio)}.` }
  },
}
