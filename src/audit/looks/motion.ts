import type { Page } from '@playwright/test'
import type { MovingPlace } from '../in-page/looks/motion.ts'
import type { ProbeTools } from '../probe.ts'
import type { Fault } from '../rule.ts'
import { flashes, movesForLong } from './facts.ts'

/** Milliseconds between looks. */
const STEP = 200
const LATER_STEP = 600
/** Milliseconds for which what has changed once is watched: beyond the five seconds of WCAG 2.2, 2.2.2. */
const LATER = 6_000

/**
 * @param tools of a page as it was loaded
 * @returns what moves for more than five seconds or flashes; it waits only where something may move
 */
export async function motionFaults({ page }: ProbeTools): Promise<Fault[]> {
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const { found, ms } = await page.evaluate(async () => {
    const { looks } = window.publicationAudit
    const pictures = await looks.movingPictures()
    return { found: [...looks.styleMotion(), ...pictures], ms: looks.msToWatch() }
  })
  const byScript = ms > 0 && found.length === 0 ? await watchScripts(page, ms) : []
  return [...found, ...byScript].map(faultOf)
}

async function watchScripts(page: Page, ms: number): Promise<MovingPlace[]> {
  const look = (): Promise<number> => page.evaluate(() => window.publicationAudit.looks.lookAgain())
  let changed = await look()
  for (let waited = 0; changed === 0 && waited < ms; waited += STEP) {
    await page.waitForTimeout(STEP)
    changed = await look()
  }
  if (changed === 0) return []
  for (let waited = 0; waited < LATER; waited += LATER_STEP) {
    await page.waitForTimeout(LATER_STEP)
    await look()
  }
  return page.evaluate(() => window.publicationAudit.looks.scriptMotion())
}

function faultOf({ kind, selector, snippet, detail }: MovingPlace): Fault {
  const { id } = kind === 'flashes' ? flashes : movesForLong
  return { rule: id, selector, snippet, detail }
}
