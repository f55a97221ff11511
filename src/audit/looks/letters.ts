import type { LostPlace } from '../in-page/looks/doubled.ts'
import { enter, wide } from '../modes.ts'
import type { ProbeTools } from '../probe.ts'
import type { Fault } from '../rule.ts'
import { textLostWhenLettersDouble } from './facts.ts'

/**
 * Doubles the page as zoom does, and then its letters alone. The page stays with double letters.
 *
 * @returns words that are lost by either, and were not before
 */
export async function letterFaults({ page }: ProbeTools): Promise<Fault[]> {
  const always = await page.evaluate(() => window.publicationAudit.looks.noteLost())
  await enter(page, { name: 'zoomed to 200 %', width: 640, height: 400 })
  const zoomed = await page.evaluate(() => window.publicationAudit.looks.lostSince())
  await enter(page, wide)
  const doubled = await page.evaluate(() => {
    const { looks } = window.publicationAudit
    looks.doubleLetters()
    return looks.lostSince()
  })
  return [...always, ...zoomed, ...doubled].map(faultOf)
}

function faultOf({ isShortened, ...place }: LostPlace): Fault {
  return {
    rule: textLostWhenLettersDouble.id,
    ...place,
    ...(isShortened ? { level: 'manual' as const } : {}),
  }
}
