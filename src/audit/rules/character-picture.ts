import { isHeard, wordsOf } from '../in-page/dom.ts'
import { blocksOfPage } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const characterPicture: PageRule = {
  id: 'character-picture',
  level: 'error',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F72',
  meets: 'A picture drawn with characters is read out as a row of slashes and dots.',
  mend: 'Put it into an element with role="img" and a name that says what it shows.',
  *find(): Iterable<FaultyElement> {
    for (const { element } of blocksOfPage()) {
      if (!isHeard(element) || element.closest('[role=img], code, kbd, samp, textarea, .highlight'))
        continue
      if (element.querySelector('code')) continue
      const raw = element instanceof HTMLElement ? element.innerText : wordsOf(element)
      const lines = raw.split('\n').filter((line) => line.trim() !== '')
      const ink = raw.replace(/\s/g, '')
      const signs = ink.replace(/[\p{L}\p{N}.,;:!?'"()]/gu, '')
      const drawn = lines.filter((line) => (line.match(/[/\\|_*@#=^<>~+`-]/g) ?? []).length >= 2)
      if (lines.length < 3 || ink.length < 10) continue
      const isDrawn = drawn.length >= 3 && signs.length / ink.length > 0.3
      if (!isDrawn) continue
      // Source text is full of signs too, but of brackets and semicolons.
      const isSource = (raw.match(/[{};]|=>|\bfunction\b|<\/?\w+[ >]/g) ?? []).length >= 2
      if (!isSource) yield { element, detail: `It has ${lines.length} lines of signs.` }
    }
  },
}
