import { faultsOfAccesslint } from './engines/accesslint.ts'
import { faultsOfAxe } from './engines/axe.ts'
import { faultsOfHtmlValidate } from './engines/html-validate.ts'
import type { PageFacts } from './in-page/page-facts.ts'
import { settleContrast } from './looks/pixel-contrast.ts'
import { enter, modes, wide, type Mode } from './modes.ts'
import { outcomes } from './outcome.ts'
import { pageRules } from './page-rules.ts'
import type { Probe } from './probe.ts'
import { probes } from './probes.ts'
import type { Fault } from './rule.ts'
import type { Target } from './targets.ts'
import { isAlive, PageHangs, PATIENCE, visit, within, type Tab, type Visit } from './visit.ts'

/** What axe-core decides anew when sizes and colours change. */
const RULES_OF_LOOKS = [
  'color-contrast',
  'color-contrast-enhanced',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
]

/** What one page told. */
export interface ReadPage {
  /** A page that hangs, or a part of the audit that could not be done, is a fault too. */
  readonly faults: readonly Fault[]
  /** As its server sends it; empty when it hangs. */
  readonly html: string
  /** What it has to be compared with other pages; undefined when it hangs. */
  readonly facts?: PageFacts
}

/**
 * Looks at one page in every way that the audit knows.
 *
 * @param tab for one page after another
 * @param target the page
 * @param only the id of the one rule of our own that is asked for; everything when left out
 */
export async function auditPage(tab: Tab, target: Target, only?: string): Promise<ReadPage> {
  const visited = visit(tab, target)
  const faults: Fault[] = []
  let html = ''
  let facts: PageFacts | undefined
  try {
    html = await visited.load()
    const reading = visited.page.evaluate(() => window.publicationAudit.pageFacts())
    facts = await within(reading, PATIENCE)
    if (only === undefined) faults.push(...(await faultsOfHtmlValidate(html)))
    for (const mode of modes) {
      if (only !== undefined && !isAskedIn(mode, only)) continue
      await collect(faults, mode.name, visited, () => readIn(mode, visited, only))
    }
    for (const probe of probes) {
      const ids = probe.rules.map(({ id }) => id)
      if (only !== undefined && !ids.includes(only)) continue
      await collect(faults, ids.join(', '), visited, () => runProbe(probe, visited))
    }
  } catch (error) {
    const { id } = error instanceof PageHangs ? outcomes.hangs : outcomes.incomplete
    const detail = error instanceof Error ? error.message : String(error)
    faults.push({ rule: id, selector: 'html', snippet: '', detail })
  }
  return { faults, html, ...(facts && { facts }) }
}

async function readIn(mode: Mode, { page, cdp }: Visit, only?: string): Promise<Fault[]> {
  await within(enter(page, mode), PATIENCE)
  const asked = { mode: mode.name, defaultMode: wide.name, only: only ?? null }
  const reading = page.evaluate((given) => window.publicationAudit.faultsIn(given), asked)
  const faults = await within(reading, PATIENCE)
  if (only !== undefined) return faults
  const isFirst = mode === wide
  const axeRules = isFirst ? undefined : RULES_OF_LOOKS
  const ofAxe = await within(faultsOfAxe(page, mode.name, axeRules), PATIENCE)
  faults.push(...(await within(settleContrast(page, cdp, ofAxe), PATIENCE)))
  if (isFirst) faults.push(...(await within(faultsOfAccesslint(page), PATIENCE)))
  return faults
}

/** Whether the one rule that is asked for reads the page in a mode. */
function isAskedIn({ name }: Mode, only: string): boolean {
  return pageRules.some((rule) => rule.id === only && (rule.modes ?? [wide.name]).includes(name))
}

async function runProbe(probe: Probe, visited: Visit): Promise<readonly Fault[]> {
  const reload = async (): Promise<void> => {
    await visited.load()
    await within(enter(visited.page, wide), PATIENCE)
  }
  await reload()
  return within(probe.run({ ...visited, reload }), PATIENCE)
}

/**
 * Does a part of the audit. What fails is noted, and the rest goes on.
 *
 * @throws {PageHangs} when the page does not answer any more
 */
async function collect(
  faults: Fault[],
  part: string,
  visited: Visit,
  work: () => Promise<readonly Fault[]>,
): Promise<void> {
  try {
    faults.push(...(await work()))
  } catch (error) {
    if (error instanceof PageHangs && !(await isAlive(visited))) throw error
    const detail = `${part}: ${error instanceof Error ? error.message : String(error)}`
    faults.push({ rule: outcomes.incomplete.id, selector: 'html', snippet: '', detail })
  }
}

/** The rules that are looked at on every page by itself. */
export const rulesOfOnePage = [
  ...Object.values(outcomes),
  ...pageRules,
  ...probes.flatMap(({ rules }) => rules),
]
