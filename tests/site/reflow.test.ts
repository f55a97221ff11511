import { expect, test, type Page } from '@playwright/test'
import { enter, spacedNarrow } from '../../src/audit/modes.ts'
import { unlikePages } from './pages.ts'

// The audit reads each page in every mode by itself; this is two of them at a time.
for (const address of unlikePages) {
  test(`nothing of ${address} is cut off by wider spacing at 320 px`, async ({ page }) => {
    await page.goto(address)
    await enter(page, spacedNarrow)
    expect.soft(await tooWide(page), 'wider than the screen').toEqual([])
    expect.soft(await cutOff(page), 'cut off').toEqual([])
  })
}

/** What makes the page wider than the screen; text in a region that scrolls by itself may be so. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { right, width } = element.getBoundingClientRect()
      return width > 0 && right > clientWidth + 1 && !element.closest('[tabindex="0"]')
    })
    const names = wide.map(({ outerHTML }) => outerHTML.slice(0, 80))
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`, ...names] : names
  })
}

/** What is hidden at the edge of its box, or scrolls where keys or a name do not reach. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    return [...document.body.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(element)
      // Text for screen readers alone is cut to nothing on purpose.
      const isForEars = element.clientWidth <= 1 || clipPath !== 'none'
      const isOver =
        (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
        (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
      if (!isOver || isForEars) return []
      const isNamedRegion = element.matches(
        ':is([role=region], section):is([aria-label], [aria-labelledby])[tabindex="0"]',
      )
      const scrolls = overflowX === 'auto' || overflowX === 'scroll'
      return isNamedRegion && scrolls ? [] : [element.outerHTML.slice(0, 80)]
    })
  })
}
