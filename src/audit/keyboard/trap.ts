import type { ProbeTools } from '../probe.ts'
import type { Fault } from '../rule.ts'
import { press } from './keys.ts'

/** Keys that a page may name as its way out: “press M to leave”, “Ctrl + Z”. */
const NAMED =
  /\b(?:press|use|hit)\b[^.]{0,20}?\b(?:(ctrl|control|alt|shift)\s*\+\s*)?(escape|esc|[a-z0-9])\b(?:[ -]key)?/gi

/** @returns the fault of a trap, unless a key that the page names, or Escape, leads out of it */
export async function findExit(tools: ProbeTools, key: string): Promise<Fault[]> {
  const { page, cdp } = tools
  const trap = await page.evaluate(() => window.publicationAudit.keyboard.trapNow())
  if (!trap) return []
  const faults = await page.evaluate((by) => window.publicationAudit.keyboard.judgeTrap(by), key)
  const named = [...trap.words.matchAll(NAMED)].slice(0, 3)
  for (const [, held, name = ''] of named) {
    // From where the walk has ended, then from each of the first places of the trap.
    for (const place of [-1, 0, 1, 2]) {
      const isThere = await page.evaluate(
        (at) => at < 0 || window.publicationAudit.keyboard.focusInTrap(at),
        place,
      )
      if (!isThere) continue
      await page.keyboard.press(chord(held, name))
      await page.waitForTimeout(30)
      if (await page.evaluate(() => window.publicationAudit.keyboard.isOut())) return []
      await press(cdp, 'Tab', 2, key !== 'Tab')
      await page.waitForTimeout(30)
      if (await page.evaluate(() => window.publicationAudit.keyboard.isOut())) return []
    }
  }
  return faults
}

/** As Playwright names the keys. */
function chord(held: string | undefined, name: string): string {
  const key = /^esc/i.test(name) ? 'Escape' : name.toLowerCase()
  if (held === undefined) return key
  const modifier = /^c/i.test(held) ? 'Control' : /^a/i.test(held) ? 'Alt' : 'Shift'
  return `${modifier}+${key}`
}
