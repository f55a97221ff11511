import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test, type Page } from '@playwright/test'
import '../../src/audit/engines/axe.ts'
import type { NodeResult, Result } from 'axe-core'
import { reviewed } from '../../src/audit/reviewed.ts'
import { specimensReviewed } from './specimens-reviewed.ts'
import {
  dark,
  enter,
  forcedColours,
  moreContrast,
  narrow,
  spaced,
  wide,
  type Mode,
} from '../../src/audit/modes.ts'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Fails when axe finds something on the page as it is now, in any mode of reading. */
export async function expectNothingFromAxe(page: Page): Promise<void> {
  await page.evaluate(axeSource)
  for (const mode of [wide, narrow, dark, forcedColours, moreContrast, spaced]) {
    await test.step(mode.name, async () => {
      await enter(page, mode)
      const { violations, incomplete } = await everyRule(page)
      expect.soft(violations.flatMap(lines), `violations, ${mode.name}`).toEqual([])
      const open = incomplete.flatMap((result) =>
        lines({
          ...result,
          nodes: result.nodes.filter((node) => !isReviewed(result, node, mode)),
        }),
      )
      expect.soft(open, `undecided and not reviewed, ${mode.name}`).toEqual([])
    })
  }
}

/** Rules of every tag, with those that axe leaves out by default. */
function everyRule(page: Page): Promise<{ violations: Result[]; incomplete: Result[] }> {
  return page.evaluate(async () => {
    const { axe } = window
    if (!axe) throw new Error('axe-core is not in the page')
    const rules = Object.fromEntries(
      axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]),
    )
    const { violations, incomplete } = await axe.run(document, { rules })
    return { violations, incomplete }
  })
}

function isReviewed({ id }: Result, { target }: NodeResult, { name }: Mode): boolean {
  return [...reviewed, ...specimensReviewed].some(
    ({ rule, where, mode = name }) =>
      rule === `axe/${id}` && mode === name && where.test(target.join(' ')),
  )
}

function lines({ id, nodes }: Result): string[] {
  return nodes.map(({ target, failureSummary = '' }) =>
    `${id} at ${target.join(' ')}: ${failureSummary}`.replace(/\s+/g, ' '),
  )
}
