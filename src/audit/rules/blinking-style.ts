import { isSeen } from '../in-page/dom.ts'
import { fitting, sheetRules } from '../in-page/looks/sheets.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const blinkingStyle: PageRule = {
  id: 'blinking-style',
  level: 'warn',
  criteria: ['2.2.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F4',
  meets: 'In browsers that still know it, text-decoration: blink makes the words blink for ever.',
  mend: 'Take text-decoration: blink out, and use bold for weight.',
  *find(): Iterable<FaultyElement> {
    const told = new Set(document.querySelectorAll<HTMLElement>('[style*="blink" i]'))
    for (const element of told) {
      if (
        /text-decoration[^;]*blink/i.test(element.getAttribute('style') ?? '') &&
        isSeen(element)
      ) {
        yield { element }
      }
    }
    for (const { rule } of sheetRules()) {
      if (!rule.style.textDecoration.includes('blink')) continue
      for (const element of fitting(rule.selectorText)) if (isSeen(element)) yield { element }
    }
  },
}
