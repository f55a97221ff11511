import { test } from '@playwright/test'
import { expectNothingFromAxe } from './axe.ts'
import { pages, specimenPages, specimenSite } from './pages.ts'

for (const address of pages) {
  test(`axe finds nothing on ${address}`, async ({ page }) => {
    await page.goto(address)
    await expectNothingFromAxe(page)
  })
}

// What the real content has none of: corrections, topics, other languages.
for (const address of specimenPages) {
  test(`axe finds nothing on the specimen ${address}`, async ({ page }) => {
    await page.goto(specimenSite + address)
    await expectNothingFromAxe(page)
  })
}
