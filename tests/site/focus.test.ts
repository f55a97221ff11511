import { expect, test, type JSHandle, type Page } from '@playwright/test'
import { focusables } from './focus.ts'
import { dark, enter, forcedColours, wide } from '../../src/audit/modes.ts'
import { unlikePages } from './pages.ts'
import { clearlyDifferentPixels } from './pixels.ts'

for (const address of unlikePages) {
  test(`the focus shows in the pixels of ${address}`, async ({ page }) => {
    await page.goto(address)
    // A key first: the browser then takes every later focus for one that came by keyboard.
    await page.keyboard.press('Tab')
    for (const mode of [wide, dark, forcedColours]) {
      await test.step(mode.name, async () => {
        // So tall that the whole ring of the largest table is in the picture.
        await enter(page, { ...mode, height: 3000 })
        const elements = await focusables(page)
        for (const { index, name } of await oneOfEachKind(elements)) {
          const share = await shareThatShows(page, elements, index)
          // A little is lost in round corners and where the ring falls between two pixels.
          expect.soft(share, `${name}, ${mode.name}`).toBeGreaterThan(0.9)
        }
      })
    }
  })
}

/** Elements that look alike, and stand on the same ground, show their focus alike. */
function oneOfEachKind(
  elements: JSHandle<HTMLElement[]>,
): Promise<{ index: number; name: string }[]> {
  return elements.evaluate((list) => {
    const found = list.flatMap((element, index) => {
      // The ring of a link that runs over two lines has no simple length.
      if (element.getClientRects().length !== 1) return []
      element.focus()
      const { outline, outlineOffset, color, display, backgroundColor } = getComputedStyle(element)
      const ground = element.closest('header, nav, main, footer, body')?.localName ?? ''
      const kind = [element.localName, ground, outline, outlineOffset, color, display]
      return {
        index,
        name: `${element.localName} in ${ground}`,
        kind: [...kind, backgroundColor].join(),
      }
    })
    return [...Map.groupBy(found, ({ kind }) => kind).values()].flatMap(([first]) => first ?? [])
  })
}

/**
 * @returns how much of the change that WCAG 2.2, success criterion 2.4.13, asks for can be seen:
 *   1 is a ring of 2 px round the element, with 3:1 between focused and not focused
 */
async function shareThatShows(
  page: Page,
  elements: JSHandle<HTMLElement[]>,
  index: number,
): Promise<number> {
  const box = await elements.evaluate((list, index) => {
    const element = list[index]
    element?.focus()
    element?.scrollIntoView({ block: 'center' })
    const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {}
    return { x, y, width, height }
  }, index)
  const around = 8
  const clip = {
    x: Math.max(0, box.x - around),
    y: Math.max(0, box.y - around),
    width: box.width + 2 * around,
    height: box.height + 2 * around,
  }
  const focused = await page.screenshot({ clip })
  await elements.evaluate((list, index) => {
    list[index]?.blur()
  }, index)
  const plain = await page.screenshot({ clip })

  const ring = 2 * (2 * box.width + 2 * box.height)
  return (await clearlyDifferentPixels(page, focused, plain)) / ring
}
