import { dark, enter, forcedColours, narrow, wide, zoomed } from '../modes.ts'
import type { ProbeTools } from '../probe.ts'
import type { Fault } from '../rule.ts'
import { press } from './keys.ts'
import { isSameWithFocus } from './pictures.ts'
import { findExit } from './trap.ts'
import { walk } from './walk.ts'

/** Walks there and back, and looks at every stop on the way. */
export async function walkFaults(tools: ProbeTools): Promise<Fault[]> {
  const { page } = tools
  const isOut = await walk(tools, false, 1)
  const faults = await page.evaluate(() => window.publicationAudit.keyboard.judgeForward())
  // In a trap the focus is moved about, and says nothing of other faults.
  if (!isOut) return findExit(tools, 'Tab')

  const isBack = await walk(tools, true, 2)
  if (!isBack) return [...faults, ...(await findExit(tools, 'Shift+Tab'))]
  faults.push(...(await page.evaluate(() => window.publicationAudit.keyboard.judgeMissed())))
  // No style of :focus applies while the focus is in the browser.
  if (!(await page.evaluate(() => window.publicationAudit.keyboard.isInPage()))) {
    await press(tools.cdp, 'Tab')
  }
  const { isDarkToo, hasLayers } = await page.evaluate(() =>
    window.publicationAudit.keyboard.styleTraits(),
  )
  faults.push(...(await marks(tools, isDarkToo)), ...(await places(tools, hasLayers)))
  return [...faults, ...(await skipLink(tools))]
}

/** Whether the focus shows: on light ground, and where the page answers to it in dark and forced colours. */
async function marks({ page }: ProbeTools, isDarkToo: boolean): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const mode of isDarkToo ? [wide, dark, forcedColours] : [wide, forcedColours]) {
    if (mode !== wide)
      await page.emulateMedia({
        colorScheme: mode.colorScheme ?? 'light',
        forcedColors: mode.forcedColors ?? 'none',
      })
    const found = await page.evaluate(() => window.publicationAudit.keyboard.judgeMarks())
    if (mode !== forcedColours)
      faults.push(...found.faults.map((fault) => ({ ...fault, mode: mode.name })))
    for (const { place, clip } of found.suspects) {
      if (!(await isSameWithFocus(page, place, clip))) continue
      const name = mode === wide ? '' : mode.name
      const told = await page.evaluate(
        ([at, words]) => window.publicationAudit.keyboard.faultOfSuspect(at, words),
        [place, name] as const,
      )
      faults.push(...told.map((fault) => withLevel(fault, mode.name)))
    }
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' })
  return faults
}

/** Forced colours are the reader's own: WCAG does not speak of them. */
function withLevel(fault: Fault, mode: string): Fault {
  return mode === forcedColours.name ? { ...fault, level: 'warn', mode } : { ...fault, mode }
}

async function places({ page }: ProbeTools, hasLayers: boolean): Promise<Fault[]> {
  const faults = await page.evaluate(() => {
    const { judgeOrder, judgePlaces } = window.publicationAudit.keyboard
    return [...judgePlaces(), ...judgeOrder()]
  })
  if (!hasLayers) return faults
  for (const mode of [narrow, zoomed]) {
    await enter(page, mode)
    const found = await page.evaluate(() => window.publicationAudit.keyboard.judgePlaces())
    faults.push(...found.map((fault) => ({ ...fault, mode: mode.name })))
  }
  await enter(page, wide)
  return faults
}

async function skipLink({ page, cdp }: ProbeTools): Promise<Fault[]> {
  const { isToTry, faults } = await page.evaluate(() =>
    window.publicationAudit.keyboard.judgeSkipLink(),
  )
  if (!isToTry) return faults
  await press(cdp, 'Enter')
  await press(cdp, 'Tab')
  return page.evaluate(() => window.publicationAudit.keyboard.judgeLanding())
}
