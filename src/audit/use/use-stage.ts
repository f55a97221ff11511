import type { ProbeTools } from '../probe.ts'
import type { Fault } from '../rule.ts'
import { popupFaults } from './popups.ts'

/** Waits, fills in, sends and presses whatever there is, each from a fresh page. */
export async function useFaults({ page, reload, attempts }: ProbeTools): Promise<Fault[]> {
  const { isScripted, hasFields, hasForms, hasButtons } = await page.evaluate(() => ({
    isScripted: window.publicationAudit.use.hasScript(),
    hasFields: document.querySelector('input, select, textarea') !== null,
    hasForms: document.querySelector('form') !== null,
    hasButtons:
      document.querySelector(
        'button, [role=button], [onclick], a[href="#"], a[href^="javascript:"], input[type=button]',
      ) !== null,
  }))
  if (!isScripted) return []
  const faults = popupFaults(attempts)
  faults.push(...(await page.evaluate(() => window.publicationAudit.use.judgeTime())))
  if (hasFields) {
    await reload()
    faults.push(...(await page.evaluate(() => window.publicationAudit.use.judgeControls())))
  }
  if (hasForms && hasFields) {
    await reload()
    faults.push(...(await page.evaluate(() => window.publicationAudit.use.judgeSubmit())))
  }
  if (hasButtons) {
    await reload()
    faults.push(...(await page.evaluate(() => window.publicationAudit.use.judgeButtons())))
  }
  return distinct(faults)
}

/** One fault of a rule for each place: it shows in one stage as in another. */
function distinct(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>()
  return faults.filter(({ rule, selector }) => {
    const key = `${rule} ${selector}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}
