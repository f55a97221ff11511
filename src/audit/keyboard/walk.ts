import type { ProbeTools } from '../probe.ts'
import { press } from './keys.ts'

/** Presses of Tab in one direction, at most. */
const MOST = 150
/** Milliseconds between keys, and how many keys, where a script moves the focus by a timer. */
const PACE = 25
const MOST_AT_PACE = 30

/**
 * Goes through the page with Tab until the focus leaves it. The record stays in the page.
 *
 * @param tools of the probe
 * @param isBack with Shift held
 * @param needed how often the focus has to leave: twice when the walk starts in the middle
 * @returns whether the focus came out of the page, or was still on its way after the most presses
 */
export async function walk(tools: ProbeTools, isBack: boolean, needed: number): Promise<boolean> {
  const { page, reload } = tools
  const before = await page.evaluate(() => {
    const { startWalk, progress } = window.publicationAudit.keyboard
    return { ...progress(), ...startWalk() }
  })
  const most = Math.min(MOST, 2 * before.expected + 12 + before.extra)
  const fast = await go(tools, { isBack, needed, most, first: before.expected + 1, pace: 0 })
  if (!before.isWatched || fast.timers === before.timers) return isFree(fast, needed, most)

  // What the page was left in would tell; the way back needs what the way there has put into it.
  if (!isBack) await reload()
  await page.evaluate(() => window.publicationAudit.keyboard.startWalk())
  const first = Math.min(MOST_AT_PACE, before.expected + 1)
  return isFree(await go(tools, { isBack, needed, most, first, pace: PACE }), needed, most)
}

interface Pace {
  readonly isBack: boolean
  readonly needed: number
  readonly most: number
  readonly first: number
  readonly pace: number
}

interface Progress {
  readonly left: number
  readonly recent: number
  readonly timers: number
}

async function go(
  { page, cdp }: ProbeTools,
  { isBack, needed, most, first, pace }: Pace,
): Promise<Progress> {
  let at = { left: 0, recent: 0, timers: 0 }
  for (let presses = 0; at.left < needed && presses < most;) {
    const times = Math.min(most - presses, presses === 0 ? first : 12)
    if (pace === 0) {
      await press(cdp, 'Tab', times, isBack)
    } else {
      for (let count = 0; count < times; count += 1) {
        await press(cdp, 'Tab', 1, isBack)
        await page.waitForTimeout(pace)
      }
    }
    presses += times
    at = await page.evaluate(() => window.publicationAudit.keyboard.progress())
  }
  return at
}

/** Whoever still meets new things after many presses is in a long page, not in a trap. */
function isFree({ left, recent }: Progress, needed: number, most: number): boolean {
  return left >= needed || (most === MOST && recent > 8)
}
