import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.ts'
import { auditPage, rulesOfOnePage } from '../../src/audit/audit-page.ts'
import { bundleForPages } from '../../src/audit/bundle.ts'
import { outcomes } from '../../src/audit/outcome.ts'
import { serveFolder, type ServedFolder } from '../../src/audit/folder-server.ts'
import { openTab, type Tab } from '../../src/audit/visit.ts'

const folder = join(import.meta.dirname, 'pages')
const outcomeIds: string[] = Object.values(outcomes).map(({ id }) => id)
const ids = rulesOfOnePage.map(({ id }) => id).filter((id) => !outcomeIds.includes(id))
/** Tabs that are open at the same time. */
const TABS = 2

describe('a failing and a passing page for every rule', { concurrency: TABS }, () => {
  let served: ServedFolder
  let browser: Browser
  const tabs: Tab[] = []
  before(async () => {
    served = await serveFolder(folder)
    browser = await chromium.launch(await findBrowser())
    const script = await bundleForPages()
    for (let tab = 0; tab < TABS; tab++) tabs.push(await openTab(browser, script))
  })
  after(async () => {
    await browser.close()
    served.close()
  })

  for (const id of ids) {
    test(id, async () => {
      const files = existsSync(join(folder, id)) ? readdirSync(join(folder, id)) : []
      const pages = files.filter((file) => /^(fails|passes).*\.html$/.test(file))
      assert.ok(
        pages.some((file) => file.startsWith('fails')),
        `${id}/fails.html is missing`,
      )
      assert.ok(
        pages.some((file) => file.startsWith('passes')),
        `${id}/passes.html is missing`,
      )
      const tab = tabs.pop()
      assert.ok(tab, 'no more tests run at once than there are tabs')
      try {
        for (const path of pages) {
          const address = `${served.origin}/${id}/${path}`
          const { faults } = await auditPage(tab, { path, address }, id)
          assert.deepEqual(
            faults.filter(({ rule }) => outcomeIds.includes(rule)),
            [],
            path,
          )
          const found = faults.filter(({ rule }) => rule === id)
          if (path.startsWith('fails')) assert.notEqual(found.length, 0, `${path}: nothing found`)
          else assert.deepEqual(found, [], path)
        }
      } finally {
        tabs.push(tab)
      }
    })
  }

  test('no page belongs to a rule that is gone', () => {
    assert.deepEqual(
      readdirSync(folder).filter((name) => !ids.includes(name)),
      [],
    )
  })
})
