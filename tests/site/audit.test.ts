import { expect, test } from '@playwright/test'
import type { AuditedPage } from '../../src/audit/audit.ts'
import { auditGroups } from '../../src/audit/audit-groups.ts'
import { openBuiltSite } from '../../src/audit/built-site.ts'
import { faultsOfNu, isNuHere } from '../../src/audit/engines/nu.ts'
import { expectNothingFromAxe } from './axe.ts'
import { folder, specimenPages, specimenSite } from './pages.ts'

// The worker beside this one has a core to itself.
const atOnce = 1
const anHour = 3_600_000

test('the audit finds nothing on this site', async ({ launchOptions }) => {
  test.setTimeout(anHour)
  const site = await openBuiltSite(folder)
  try {
    const launch = { ...launchOptions }
    const { pages, unasked } = await auditGroups([site], { launch, atOnce, withNu: isNuHere() })
    expect(pages.length).toBeGreaterThan(40)
    expect(inLines(pages)).toEqual([])
    expect(unasked.filter(({ rule }) => isNuHere() || rule !== 'nu/markup')).toEqual([])
  } finally {
    site.close()
  }
})

// What the real content has none of: corrections, topics, pictures, other languages.
for (const address of specimenPages) {
  test(`axe finds nothing on the specimen ${address}`, async ({ page }) => {
    await page.goto(specimenSite + address)
    await expectNothingFromAxe(page)
  })
}

test('the Nu Html Checker reads pages', async () => {
  test.skip(!isNuHere(), 'There is no Java here.')
  const wrong = '<!DOCTYPE html><html lang="en"><title>Made-up</title><p>Made-up</i></p></html>'
  const [faults = []] = await faultsOfNu([wrong])
  expect(faults.map(({ rule }) => rule)).toContain('nu/markup')
})

function inLines(pages: readonly AuditedPage[]): string[] {
  return pages.flatMap(({ path, findings }) =>
    findings.map(
      ({ level, rule, selector, mode = '', message }) =>
        `${path} ${level} ${rule} at ${selector} (${mode}): ${message}`,
    ),
  )
}
