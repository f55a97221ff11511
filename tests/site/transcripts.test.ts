import { test } from '@playwright/test'
import { note, pages, plan, release } from './pages.ts'
import { expectTranscript } from './virtual-reader.ts'

// Orca reads these in tests/heard, and search.test.ts the search page.
const heard = ['/request-a-format/', '/search/', note, plan, release]

// The policy of a reading page lets no script run, and the reader is one.
test.use({ bypassCSP: true })

for (const address of pages.filter((page) => !heard.includes(page))) {
  test(`what is said of ${address} is what was found good`, async ({ page }) => {
    await page.goto(address)
    await expectTranscript(page, nameOf(address))
  })
}

/** Such as `topics` or `notes-to-editors--mopac-7-neighbourhood-crimes`. */
function nameOf(address: string): string {
  return address.replace(/^\/|\/$/g, '').replaceAll('/', '--') || 'home'
}
