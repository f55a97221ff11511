import { availableParallelism } from 'node:os'
import { chromium } from '@playwright/test'
import { sitesOf, type PageOfSite } from './across/facts.ts'
import { siteRules } from './across/site-rules.ts'
import { auditPage, type ReadPage } from './audit-page.ts'
import { bundleForPages } from './bundle.ts'
import { faultsOfNu } from './engines/nu.ts'
import { faultsOfHouse } from './house-rule.ts'
import { outcomes } from './outcome.ts'
import type { Fault, Finding } from './rule.ts'
import { findingOf } from './rules-by-id.ts'
import type { Target } from './targets.ts'
import { openTab } from './visit.ts'

/** What was found, page by page. */
export interface AuditedPage {
  readonly path: string
  readonly findings: readonly Finding[]
}

export interface AuditOptions {
  /** What Playwright's `launch` takes. */
  readonly launch: Parameters<typeof chromium.launch>[0]
  /** Pages that are looked at at the same time; one for each core when left out. */
  readonly atOnce?: number
  /** The id of the one rule of our own that is asked for; everything when left out. */
  readonly only?: string | undefined
  /** Whether the Nu Html Checker, which needs Java, reads the pages too. */
  readonly withNu?: boolean
  /** Called after each page. */
  readonly onPage?: (done: number, path: string) => void
}

/**
 * Audits pages, several at a time, in one browser; then compares those that are one site.
 *
 * @returns one entry for each target, in their order
 */
export async function audit(
  targets: readonly Target[],
  options: AuditOptions,
): Promise<AuditedPage[]> {
  const read = await readAll(targets, options)
  const faults = new Map(targets.map((target, place) => [target, [...(read[place]?.faults ?? [])]]))
  if (options.withNu && options.only === undefined) {
    const ofNu = await faultsOfNu(read.map(({ html }) => html))
    for (const [place, target] of targets.entries()) {
      // Of a page that hangs there is nothing to read.
      if (read[place]?.html) faults.get(target)?.push(...(ofNu[place] ?? []))
    }
  }
  for (const [place, target] of targets.entries()) {
    const features = read[place]?.facts?.features ?? []
    if (target.isOurs && options.only === undefined) {
      faults.get(target)?.push(...faultsOfHouse(target.path, features))
    }
  }
  for (const [target, fault] of compared(targets, read, options.only)) {
    faults.get(target)?.push(fault)
  }
  return targets.map((target) => ({
    path: target.path,
    findings: withoutRepeats((faults.get(target) ?? []).map(findingOf)),
  }))
}

async function readAll(
  targets: readonly Target[],
  { launch, atOnce = availableParallelism(), only, onPage }: AuditOptions,
): Promise<ReadPage[]> {
  const script = await bundleForPages()
  const browser = await chromium.launch(launch)
  const waiting = [...targets.entries()]
  const read: ReadPage[] = []
  let done = 0
  try {
    await Promise.all(Array.from({ length: Math.min(atOnce, targets.length) }, work))
  } finally {
    await browser.close()
  }
  return read

  async function work(): Promise<void> {
    let tab = await openTab(browser, script)
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, target] = next
      const page = await auditPage(tab, target, only)
      read[place] = page
      done += 1
      onPage?.(done, target.path)
      if (page.faults.some(({ rule }) => rule === outcomes.hangs.id)) {
        // Its renderer may be busy for ever, and would keep the next page waiting.
        void tab.context.close().catch(() => undefined)
        tab = await openTab(browser, script)
      }
    }
    await tab.context.close()
  }
}

function* compared(
  targets: readonly Target[],
  read: readonly ReadPage[],
  only?: string,
): Iterable<[Target, Fault]> {
  const pages = targets.flatMap((target, place): PageOfSite[] => {
    const facts = read[place]?.facts
    return facts ? [{ ...facts, target, at: target.address.replace(/[?#].*$/s, '') }] : []
  })
  for (const site of sitesOf(pages)) {
    for (const { id, compare } of siteRules) {
      if ((only ?? id) !== id) continue
      for (const { page, ...fault } of compare(site)) yield [page.target, { rule: id, ...fault }]
    }
  }
}

/** The same fault at the same place in several modes is told of once, with the first mode. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>()
  for (const finding of findings) {
    const key = [finding.rule, finding.level, finding.selector].join('\n')
    if (!seen.has(key)) seen.set(key, finding)
  }
  return [...seen.values()]
}
