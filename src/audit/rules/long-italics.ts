import { blocksOfPage } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Words in a row; a title or a name in another language is shorter. */
const LONG = 20

export const longItalics: PageRule = {
  id: 'long-italics',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG2/supplemental/patterns/o3p05-legible-text/',
  meets: 'Long passages in italics are hard to read, above all with dyslexia.',
  mend: 'Keep italics to a few words, and mark quotations with a line or an indent.',
  *find(): Iterable<FaultyElement> {
    for (const { element, texts } of blocksOfPage()) {
      const slanted = texts.filter((text) => getComputedStyle(text.element).fontStyle !== 'normal')
      const count = slanted.flatMap(({ words }) => words.split(' ')).length
      const first = slanted[0]
      if (!first || count < LONG) continue
      const isWhole = slanted.length === texts.length
      yield { element: isWhole ? element : first.element, detail: `${count} words are slanted.` }
    }
  },
}
