import type { ProbeTools } from '../probe.ts'
import type { Fault } from '../rule.ts'
import { press } from './keys.ts'

/** Uses the controls: with keys, then with a pointer. Each kind is tried on a page that is fresh when something was. */
export async function useFaults(tools: ProbeTools): Promise<Fault[]> {
  const { page } = tools
  const shortcuts = await shortcutFaults(tools)
  const faults = await page.evaluate(async () => {
    const { keyboard: asked } = window.publicationAudit
    asked.startWalk()
    return [
      ...asked.judgeMovements(),
      ...(await asked.judgeDeafControls()),
      ...(await asked.judgeClickOnly()),
      ...(await asked.judgePointerDown()),
    ]
  })
  return [...shortcuts, ...faults, ...(await dialogues(tools)), ...(await hover(tools))]
}

/** What a key seems to do may have come by itself, so that a fresh page has to show it again. */
async function shortcutFaults({ page, reload }: ProbeTools): Promise<Fault[]> {
  const judge = () => page.evaluate(() => window.publicationAudit.keyboard.judgeShortcuts())
  if ((await judge()).length === 0) return []
  await reload()
  const faults = await judge()
  await reload()
  return faults
}

async function dialogues(tools: ProbeTools): Promise<Fault[]> {
  const { page, cdp, reload } = tools
  const faults: Fault[] = []
  if ((await page.evaluate(() => window.publicationAudit.keyboard.findOpeners())) === 0) return []
  await refresh(tools)
  const count = await page.evaluate(() => window.publicationAudit.keyboard.findOpeners())
  for (let place = 0; place < count; place += 1) {
    const opened = await page.evaluate((at) => window.publicationAudit.keyboard.openWith(at), place)
    faults.push(...opened.faults)
    if (!opened.isOpen) continue
    if (await page.evaluate(() => window.publicationAudit.keyboard.goToLast())) {
      // Once to leave the page, if this is its last stop, and once to come back into it.
      await press(cdp, 'Tab', 2)
      faults.push(...(await page.evaluate(() => window.publicationAudit.keyboard.judgeLeak())))
      await page.evaluate(() => window.publicationAudit.keyboard.goToLast())
    }
    await press(cdp, 'Escape')
    await page.waitForTimeout(60)
    faults.push(...(await page.evaluate(() => window.publicationAudit.keyboard.judgeClosed())))
    await reload()
    await page.evaluate(() => window.publicationAudit.keyboard.findOpeners())
  }
  return faults
}

/** Loads the page again when something that was tried has changed it. */
async function refresh({ page, reload }: ProbeTools): Promise<void> {
  if (await page.evaluate(() => window.publicationAudit.keyboard.hasActed())) await reload()
}

/** Milliseconds in which what hovering shows has come, or has gone. */
const COMING = 60

async function hover(tools: ProbeTools): Promise<Fault[]> {
  const { page } = tools
  if ((await page.evaluate(() => window.publicationAudit.keyboard.findTriggers())) === 0) return []
  await refresh(tools)
  await page.mouse.move(0, 0)
  const count = await page.evaluate(() => window.publicationAudit.keyboard.findTriggers())
  const faults: Fault[] = []
  for (let place = 0; place < count; place += 1) {
    faults.push(...(await hoverOver(tools, place)))
    await page.mouse.move(0, 0)
  }
  return faults
}

async function hoverOver({ page, cdp }: ProbeTools, place: number): Promise<Fault[]> {
  const point = await page.evaluate((at) => window.publicationAudit.keyboard.approach(at), place)
  if (!point) return []
  await page.mouse.move(point.x, point.y)
  await page.waitForTimeout(COMING)
  const content = await page.evaluate(() => window.publicationAudit.keyboard.whatCame())
  if (!content) return []

  const isInSight = content.x > 0 && content.y > 0
  if (isInSight) await page.mouse.move(content.x, content.y, { steps: 6 })
  await page.waitForTimeout(COMING)
  if (!(await isThere())) return page.evaluate(() => window.publicationAudit.keyboard.hoverGone())
  await press(cdp, 'Escape')
  await page.waitForTimeout(COMING)
  const staying = (await isThere())
    ? await page.evaluate(() => window.publicationAudit.keyboard.hoverStays())
    : []

  await page.mouse.move(0, 0)
  await page.waitForTimeout(COMING)
  // Some never goes again, so that only a place for the focus could show it otherwise.
  const isKept = await isThere()
  const hasStop = await page.evaluate(() => window.publicationAudit.keyboard.focusTrigger())
  await page.waitForTimeout(COMING)
  if (hasStop && !(await isThere())) {
    if (await page.evaluate(() => window.publicationAudit.keyboard.isButton())) {
      await press(cdp, 'Enter')
      await page.waitForTimeout(COMING)
    }
  }
  if (isKept ? hasStop : await isThere()) return staying
  return [...(await page.evaluate(() => window.publicationAudit.keyboard.hoverOnly())), ...staying]

  function isThere(): Promise<boolean> {
    return page.evaluate(() => window.publicationAudit.keyboard.isStillThere())
  }
}
