import type { ProbeTools } from '../probe.ts'
import type { Fault } from '../rule.ts'
import { barOnPaper, lostOnPaper } from './facts.ts'

/** @returns what paper loses; the page is on the screen again afterwards */
export async function printFaults({ page }: ProbeTools): Promise<Fault[]> {
  await page.evaluate(() => {
    window.publicationAudit.looks.noteScreen()
  })
  await page.emulateMedia({ media: 'print' })
  const found = await page.evaluate(() => window.publicationAudit.looks.printFaults())
  await page.emulateMedia({ media: 'screen' })
  return found.map(({ kind, ...place }) => ({
    rule: kind === 'bar' ? barOnPaper.id : lostOnPaper.id,
    ...place,
  }))
}
