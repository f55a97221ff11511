import type { CDPSession, Page } from '@playwright/test'
import type { Verdict } from '../in-page/looks/painted-text.ts'
import type { Fault } from '../rule.ts'

const ENOUGH = 'axe/color-contrast'
const ENHANCED = 'axe/color-contrast-enhanced'

/**
 * Measures text on the painted page: its colour against each pixel behind its letters.
 *
 * @param page in the mode that is asked for; it is as before afterwards
 * @param cdp of the page
 * @param selectors of the elements; null for all text over pictures, gradients and placed boxes
 * @returns a verdict for each element with text in sight
 */
export async function measureContrast(
  page: Page,
  cdp: CDPSession,
  selectors: readonly string[] | null,
): Promise<(Verdict & { asked: string })[]> {
  const area = await page.evaluate(
    (asked) => window.publicationAudit.looks.paintedTexts(asked),
    selectors,
  )
  if (!area) return []
  const picture = async (paint: string): Promise<string> => {
    await page.evaluate((given) => {
      window.publicationAudit.looks.paintText(given)
    }, paint)
    const { data } = await cdp.send('Page.captureScreenshot', {
      format: 'png',
      clip: { ...area, scale: 1 },
      captureBeyondViewport: true,
      optimizeForSpeed: true,
    })
    return data
  }
  const shown = await picture('magenta')
  const hidden = await picture('transparent')
  return page.evaluate(
    async (given) => {
      const { looks } = window.publicationAudit
      looks.showText()
      return looks.judgePainted(given)
    },
    { area, shown, hidden },
  )
}

/**
 * Decides by pixels what axe-core could not decide from style.
 *
 * @param page in the mode that axe has just read
 * @param cdp of the page
 * @param faults of axe in this mode
 * @returns them without what passes; what fails has the level of its rule again
 */
export async function settleContrast(
  page: Page,
  cdp: CDPSession,
  faults: readonly Fault[],
): Promise<Fault[]> {
  const open = faults.filter(isOpen)
  if (open.length === 0) return [...faults]
  const selectors = [...new Set(open.map(({ selector }) => selector))]
  const verdicts = new Map(
    (await measureContrast(page, cdp, selectors)).map((verdict) => [verdict.asked, verdict]),
  )
  return faults.flatMap((fault) => {
    const verdict = isOpen(fault) ? verdicts.get(fault.selector) : undefined
    const outcome = fault.rule === ENHANCED ? verdict?.enhanced : verdict?.enough
    if (!verdict || outcome === 'unclear') return [fault]
    if (outcome === 'passes') return []
    const { rule, selector, snippet, mode } = fault
    const detail = `Measured on the painted page, its contrast is ${verdict.ratio.toFixed(2)}:1.`
    return [{ rule, selector, snippet, detail, ...(mode === undefined ? {} : { mode }) }]
  })
}

function isOpen({ rule, level }: Fault): boolean {
  return level === 'manual' && (rule === ENOUGH || rule === ENHANCED)
}
