import { expect, test, type Page } from '@playwright/test'
import {
  enter,
  largeText,
  narrow,
  spaced,
  spacedNarrow,
  wide,
  zoomed,
} from '../../src/audit/modes.ts'
import { pages } from './pages.ts'

for (const address of pages) {
  test(`nothing of ${address} is cut off or needs scrolling sideways`, async ({ page }) => {
    await page.goto(address)
    for (const mode of [wide, narrow, zoomed, largeText, spaced, spacedNarrow]) {
      await test.step(mode.name, async () => {
        await enter(page, mode)
        expect.soft(await tooWide(page), `wider than the screen, ${mode.name}`).toEqual([])
        expect.soft(await cutOff(page), `cut off, ${mode.name}`).toEqual([])
      })
    }
  })
}

test.describe('at 400 % of a screen of 1280 × 1024', () => {
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 })

  for (const address of pages) {
    test(`${address} needs no scrolling sideways`, async ({ page }) => {
      await page.goto(address)
      expect(await tooWide(page)).toEqual([])
    })
  }
})

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
