import { all, isSeen } from '../in-page/dom.ts'
import { colourOf, ratioInWords } from '../in-page/looks/colours.ts'
import { textContrast } from '../in-page/looks/text-contrast.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const placeholderContrast: PageRule = {
  id: 'placeholder-contrast',
  level: 'error',
  criteria: ['1.4.3'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G18',
  meets: 'The placeholder is too pale to read.',
  mend: 'Give ::placeholder a colour with a contrast of 4.5:1, or say the hint beside the field.',
  modes: ['wide', 'dark', 'more contrast'],
  *find(): Iterable<FaultyElement> {
    for (const field of all<HTMLInputElement>('input[placeholder], textarea[placeholder]')) {
      if (field.placeholder.trim() === '' || field.value !== '' || field.disabled) continue
      if (!isSeen(field)) continue
      const { color } = getComputedStyle(field, '::placeholder')
      const { ratio, needed, isCertain } = textContrast(field, colourOf(color), '::placeholder')
      if (ratio >= needed) continue
      const detail = `“${field.placeholder}” has a contrast of ${ratioInWords(ratio)}, not ${needed}:1.`
      yield { element: field, detail, level: isCertain ? 'error' : 'manual' }
    }
  },
}
