import { expect, test, type JSHandle, type Page } from '@playwright/test'
import { currentStop, focusables, type Stop } from './focus.ts'
import { enter, narrow } from '../../src/audit/modes.ts'
import { unlikePages } from './pages.ts'

for (const address of unlikePages) {
  test(`keys reach all of ${address} and leave it`, async ({ page }) => {
    // The audit walks the wide page.
    await page.goto(address)
    await enter(page, narrow)
    const expected = await focusables(page)
    const order = await expected.evaluate((list) => list.map((_, index) => index))

    const forward = await walk(page, 'Tab', expected)
    expect.soft(placesOf(forward), 'order').toEqual(order)
    expect.soft(faults(forward), 'Tab').toEqual([])

    const back = await walk(page, 'Shift+Tab', expected)
    expect.soft(placesOf(back), 'order of the way back').toEqual(order.toReversed())
    expect.soft(faults(back), 'Shift+Tab').toEqual([])
  })
}

/** Presses a key until the focus leaves the page or has come round, or cannot be got rid of. */
async function walk(page: Page, key: string, expected: JSHandle<HTMLElement[]>): Promise<Stop[]> {
  const stops: Stop[] = []
  const most = (await expected.evaluate((list) => list.length)) + 5
  while (stops.length < most) {
    await page.keyboard.press(key)
    const stop = await currentStop(expected)
    if (!stop || stop.index === stops[0]?.index) break
    stops.push(stop)
  }
  return stops
}

const placesOf = (stops: Stop[]): number[] => stops.map(({ index }) => index)

function faults(stops: Stop[]): string[] {
  return stops.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}`))
}
