import { isSeen, squeeze } from '../in-page/dom.ts'
import { applies, fitting, sheetRules } from '../in-page/looks/sheets.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** A length that grows with the window alone. */
const WINDOW_ALONE = /^\s*(?:calc\(\s*)?[\d.]+(?:vw|vh|vmin|vmax|svw|lvw|dvw|vi|vb)\s*\)?\s*$/i

export const sizedByWindow: PageRule = {
  id: 'sized-by-window',
  level: 'error',
  criteria: ['1.4.4'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F94',
  meets: 'The text keeps its size when the reader zooms, because it depends on the window alone.',
  mend: 'Add a part that grows with the reader’s own size: calc(1rem + 0.5vw).',
  *find(): Iterable<FaultyElement> {
    const told = new Set<Element>()
    const inStyle = [...document.querySelectorAll<HTMLElement>('[style*="font"]')].filter(
      ({ style }) => WINDOW_ALONE.test(style.fontSize),
    )
    const bySheet = sheetRules()
      .filter((found) => WINDOW_ALONE.test(found.rule.style.fontSize) && applies(found))
      .flatMap(({ rule }) =>
        fitting(rule.selectorText).map((element) => ({ element, size: rule.style.fontSize })),
      )
    for (const { element, size } of [
      ...inStyle.map((found) => ({ element: found, size: found.style.fontSize })),
      ...bySheet,
    ]) {
      if (told.has(element) || squeeze(element.textContent) === '' || !isSeen(element)) continue
      // Another rule may have won.
      if (!isOfWindow(element, size)) continue
      told.add(element)
      yield { element, detail: `Its size is ${size}.` }
    }
  },
}

function isOfWindow(element: Element, size: string): boolean {
  const number = Number.parseFloat(size.replace(/[^\d.]/g, ' ').trim())
  const unit = /vh|vb/i.test(size)
    ? innerHeight
    : /vmin/i.test(size)
      ? Math.min(innerWidth, innerHeight)
      : /vmax/i.test(size)
        ? Math.max(innerWidth, innerHeight)
        : innerWidth
  const expected = (number * unit) / 100
  const shown = Number.parseFloat(getComputedStyle(element).fontSize)
  return Math.abs(shown - expected) < 0.05 * expected + 0.5
}
