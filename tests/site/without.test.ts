import { expect, test, type Page } from '@playwright/test'
import { enter, wide } from '../../src/audit/modes.ts'
import { publications, site, unlikePages } from './pages.ts'

const date =
  /\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/

test.describe('without script', () => {
  // The search page says what it cannot do then; tests/site/search.test.ts looks at it.
  for (const address of unlikePages.filter((each) => each !== '/search/')) {
    test(`${address} has the same words`, async ({ page, browser }) => {
      await page.goto(address)
      const context = await browser.newContext({ javaScriptEnabled: false })
      const plain = await context.newPage()
      await plain.goto(address)
      const words = await plain.locator('body').innerText()
      await context.close()
      expect(words).toBe(await page.locator('body').innerText())
    })
  }
})

test.describe('without style', () => {
  for (const address of unlikePages) {
    test(`${address} has its words in their order, and none from its style`, async ({ page }) => {
      await page.goto(address)
      expect(await wordsFromStyle(page)).toEqual([])
      await page.evaluate(() => {
        for (const sheet of document.styleSheets) sheet.disabled = true
        for (const folded of document.querySelectorAll('details')) folded.open = true
      })
      const shown = await page.getByRole('main').innerText()
      const written = await page.getByRole('main').evaluate(({ textContent }) => textContent)
      expect(letters(shown)).toBe(letters(written))
    })
  }
})

/** Ways through the page are of no use on paper; everything else is. */
const wordsAlone = {
  name: 'words',
  readerStyle: '[data-furniture], nav { display: none !important }',
}

test.describe('in print', () => {
  for (const address of unlikePages) {
    test(`${address} is its content alone`, async ({ page }) => {
      await page.goto(address)
      await enter(page, wordsAlone)
      const onScreen = await page.getByRole('main').innerText()
      await page.emulateMedia({ media: 'print' })
      const main = page.getByRole('main')
      await expect(main).toBeVisible()
      expect(letters(await main.innerText()), 'words of main').toContain(letters(onScreen))

      await enter(page, wide)
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByRole('banner').getByRole('navigation')).toBeHidden()
      expect(await barsThatStay(page), 'bars on every sheet').toEqual([])
      if (!publications.includes(address)) return

      const printed = await page.locator('body').innerText()
      expect(printed, 'the address').toMatch(new RegExp(`https?://[^\\s/]+${address}`))
      expect(printed, 'the date').toMatch(date)
    })
  }
})

test.describe('without anybody else', () => {
  for (const address of unlikePages) {
    test(`${address} asks nobody but its own server, and leaves nothing behind`, async ({
      page,
      context,
    }) => {
      const asked: string[] = []
      context.on('request', (request) => asked.push(request.url()))
      const answer = await page.goto(address, { waitUntil: 'networkidle' })
      const elsewhere = asked.filter(
        (url) => !url.startsWith(`${site}/`) && !url.startsWith('data:'),
      )
      expect(elsewhere).toEqual([])
      expect(await answer?.headerValue('set-cookie')).toBeNull()
      const { cookies, origins } = await context.storageState({ indexedDB: true })
      expect([...cookies, ...origins]).toEqual([])
    })
  }
})

function letters(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Words that a style sheet writes are missing for whoever reads without it. */
function wordsFromStyle(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      ['::before', '::after', '::marker']
        .map((part) => getComputedStyle(element, part).content)
        .filter(
          (content) =>
            /\p{L}/u.test(content.replace(/^(none|normal)$/, '')) && content.includes('"'),
        ),
    ),
  )
}

function barsThatStay(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position))
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  )
}
