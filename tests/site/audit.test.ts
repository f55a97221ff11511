import { expect, test } from '@playwright/test'
import { withAnswers } from '../../src/audit/answers.ts'
import { audit, type AuditedPage } from '../../src/audit/audit.ts'
import { auditGroups } from '../../src/audit/audit-groups.ts'
import { openBuiltSite } from '../../src/audit/built-site.ts'
import { isNuHere } from '../../src/audit/engines/nu.ts'
import { reviewed } from '../../src/audit/reviewed.ts'
import { folder, specimenPages, specimenSite } from './pages.ts'
import { specimensReviewed } from './specimens-reviewed.ts'

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
test('the audit finds nothing on the specimens', async ({ launchOptions }) => {
  test.setTimeout(anHour)
  const targets = specimenPages.map((path) => ({
    path,
    address: specimenSite + path,
    isOurs: true,
  }))
  const found = await audit(targets, { launch: { ...launchOptions }, atOnce })
  const { pages } = withAnswers(found, [...reviewed, ...specimensReviewed])
  expect(inLines(pages)).toEqual([])
})

test('the Nu Html Checker reads the pages', () => {
  test.skip(!isNuHere(), 'There is no Java here.')
  expect(isNuHere()).toBe(true)
})

function inLines(pages: readonly AuditedPage[]): string[] {
  return pages.flatMap(({ path, findings }) =>
    findings.map(
      ({ level, rule, selector, mode = '', message }) =>
        `${path} ${level} ${rule} at ${selector} (${mode}): ${message}`,
    ),
  )
}
