import { blocksOfPage, linesOf } from '../in-page/looks/blocks.ts'
import { declared } from '../in-page/looks/sheets.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Of the height of the letters: WCAG 2.2, success criterion 1.4.8. */
const LEAST = 1.5
/** A line or two, such as a heading, is not read as a paragraph is. */
const LINES = 3

export const tightLines: PageRule = {
  id: 'tight-lines',
  level: 'warn',
  criteria: ['1.4.8'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/css/C21',
  meets: 'Lines this close run into each other for readers with low vision or dyslexia.',
  mend: `Give paragraphs a line-height of ${LEAST} or more, without a unit.`,
  *find(): Iterable<FaultyElement> {
    for (const block of blocksOfPage()) {
      const { element } = block
      if (element.closest('h1, h2, h3, h4, h5, h6, pre, code, svg, button')) continue
      const style = getComputedStyle(element)
      const height = Number.parseFloat(style.lineHeight)
      const ratio = height / Number.parseFloat(style.fontSize)
      if (Number.isNaN(ratio) || ratio >= LEAST - 0.01) continue
      const lines = linesOf(block).length
      // So tight that letters touch, two lines are enough.
      if (lines < (ratio < 1.1 ? 2 : LINES) || !isDeclared(element)) continue
      yield { element, detail: `The lines stand ${Math.round(ratio * 100) / 100} apart.` }
    }
  },
}

/** What the page leaves to the browser, readers can set there. */
function isDeclared(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (declared(at, 'line-height').some((value) => value !== 'normal')) return true
  }
  return false
}
