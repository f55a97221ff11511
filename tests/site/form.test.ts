import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test, type Page } from '@playwright/test'
import { expectNothingFromAxe } from './axe.ts'
import { folder, plan, specimenSite } from './pages.ts'
import type { ServedSite } from '../../src/audit/serve-site.ts'
import { serveForTests } from './serve.ts'

const form = '/request-a-format/'

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Large print').check()
  await page.getByLabel('E-mail address').fill('person@made-up.example')
}
const send = (page: Page) => page.getByRole('button', { name: 'Send the request' }).click()
const reference = (page: Page) => page.locator('.reference').innerText()

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script on' : 'with script off', () => {
    test.use({ javaScriptEnabled })

    test('from the plan to a reference and a date', async ({ page }) => {
      await page.goto(plan)
      await page.getByRole('link', { name: /get in touch via our online form/ }).click()
      await expect(page.getByLabel('Which page or document')).toHaveValue(plan)
      const now = page.getByRole('region').or(page.locator('section')).first()
      await expect(now.getByRole('link', { name: 'Plain text' })).toBeVisible()
      await fillIn(page)
      await send(page)
      await expect(page).toHaveTitle(/^We have your request/)
      expect(await reference(page)).toMatch(/^[3-9A-Z]{8}$/)
      await expect(page.getByText('We will reply by Friday 2 December 2016.')).toBeVisible()
    })

    test('wrong, told so, mended', async ({ page }) => {
      await page.goto(form)
      await page.getByLabel('Anything else').fill('\nThe first line is empty')
      await send(page)
      await expect(page).toHaveTitle(/^Error: /)
      // Focus is on the summary, and what it leads to is the field.
      await expect(page.locator('#error-summary')).toBeFocused()
      await page.keyboard.press('Tab')
      await expect(page.locator(':focus')).toHaveText('Say which page or document you need')
      await page.keyboard.press('Enter')
      await expect(page.getByLabel('Which page or document')).toBeFocused()
      await page.keyboard.type('The plan')
      await expect(page.getByLabel('Anything else')).toHaveValue('\nThe first line is empty')
      await fillIn(page)
      await send(page)
      await expect(page).toHaveTitle(/^We have your request/)
    })

    test('with keys alone', async ({ page }) => {
      await page.goto(`${form}?page=${plan}`)
      await page.getByLabel('Which page or document').focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await expect(page.getByLabel('A web page')).toBeChecked()
      for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown')
      await expect(page.getByLabel('Braille, as a file')).toBeChecked()
      for (const label of [
        'Which other format?',
        'Your assistive technology',
        'Anything else',
        'E-mail address',
      ]) {
        await page.keyboard.press('Tab')
        await expect(page.getByLabel(label)).toBeFocused()
      }
      await page.keyboard.type('keys@made-up.example')
      await page.keyboard.press('Enter')
      await expect(page).toHaveTitle(/^We have your request/)
    })
  })
}

test('back and sent again is the same request; with other words it is another', async ({
  page,
}) => {
  const details = page.getByLabel('Anything else')
  const words = `Made-up words of ${test.info().testId}`
  const goBack = async () => {
    await page.goBack()
    // A browser puts back what was typed when all of the page is there.
    await expect(details).toHaveValue(words)
    await page.waitForLoadState()
  }
  await page.goto(`${form}?page=${plan}`)
  await fillIn(page)
  await details.fill(words)
  await send(page)
  const first = await reference(page)
  await page.reload()
  expect(await reference(page)).toBe(first)
  await goBack()
  await send(page)
  expect(await reference(page)).toBe(first)
  await goBack()
  await details.fill('Other words')
  await send(page)
  expect(await reference(page)).not.toBe(first)
})

test('a double click is one request', async ({ page }) => {
  const own = await serveForTests(folder)
  await page.goto(`${own.address}${form}?page=${plan}`)
  await fillIn(page)
  await page.getByRole('button', { name: 'Send the request' }).dblclick()
  await expect(page).toHaveTitle(/^We have your request/)
  const database = new Sqlite(own.databaseFile, { readonly: true })
  expect(database.prepare('select count(*) as count from requests').get()).toEqual({ count: 1 })
  database.close()
  own.stop()
})

/** Pages that are shown only when something is wrong, and how somebody comes to see them. */
const states: Record<string, (page: Page, site: ServedSite) => Promise<void>> = {
  'the form with a page': async (page, { address }) => {
    await page.goto(`${address}${form}?page=${plan}`)
  },
  'everything wrong': async (page, { address }) => {
    await page.goto(address + form)
    await page.getByRole('radio', { name: 'Another format' }).check()
    await page.getByLabel('E-mail address').fill('nobody')
    await page.getByLabel('Telephone').fill('none')
    await page.getByLabel('Anything else').fill('x'.repeat(6_000))
    await send(page)
    await expect(page).toHaveTitle(/^Error: /)
  },
  'no way to reply': async (page, { address }) => {
    await page.goto(address + form)
    await send(page)
  },
  'the confirmation': async (page, { address }) => {
    await page.goto(`${address}${form}?page=${plan}`)
    await fillIn(page)
    await send(page)
    await expect(page).toHaveTitle(/^We have your request/)
  },
  'an unknown reference': async (page, { address }) => {
    await page.goto(`${address}/request-a-format/sent/?ref=ABCDEFGH`)
    await expect(page).toHaveTitle(/^We know no such request/)
  },
  'a form of another site': async (page, { address }) => {
    const evil = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end(`<form method=post action=${address}${form}><input name=page value=x><button>Go`)
    }).listen(0, '127.0.0.1')
    await once(evil, 'listening')
    const place = evil.address()
    await page.goto(`http://127.0.0.1:${typeof place === 'object' ? (place?.port ?? '') : ''}/`)
    await page.getByRole('button').click()
    await expect(page.getByText('It came from a page of another site')).toBeVisible()
    await expect(page.getByLabel('Which page')).toHaveValue('x')
    evil.close()
  },
  'far too long': async (page, { address }) => {
    await page.goto(address + form)
    await page.getByLabel('Anything else').fill('words '.repeat(8_000))
    await send(page)
    await expect(page.getByText('It is too long.')).toBeVisible()
  },
  'not a form': async (page, { address }) => {
    await page.goto(address + form)
    await page.evaluate(() =>
      document
        .querySelector<HTMLFormElement>('form.request')
        ?.setAttribute('enctype', 'text/plain'),
    )
    await send(page)
    await expect(page.getByText('did not come from this form')).toBeVisible()
  },
  'too many': async (page, { address }) => {
    for (let index = 0; index < 20; index++) {
      const fields = {
        page: plan,
        format: 'word',
        email: 'a@made-up.example',
        details: String(index),
      }
      expect(
        (await page.request.post(address + form, { form: fields, maxRedirects: 0 })).status(),
      ).toBe(303)
    }
    await page.goto(`${address}${form}?page=${plan}`)
    await fillIn(page)
    await send(page)
    await expect(page.getByText('Please send it again in 10 minutes.')).toBeVisible()
    await expect(page.getByLabel('E-mail address')).toHaveValue('person@made-up.example')
  },
  'not stored': async (page, { address, databaseFile }) => {
    await page.goto(`${address}${form}?page=${plan}`)
    await fillIn(page)
    const other = new Sqlite(databaseFile)
    other.exec('begin immediate')
    await send(page)
    await expect(page.getByText('It could not be stored, and the fault is ours.')).toBeVisible()
    await expect(page.getByLabel('E-mail address')).toHaveValue('person@made-up.example')
    other.exec('rollback')
    other.close()
  },
}

for (const [name, reach] of Object.entries(states)) {
  test(`axe finds nothing on ${name}`, async ({ page }) => {
    test.slow()
    const own = await serveForTests(folder)
    await reach(page, own)
    const isForm = (await page.locator('form.request[method=post]').count()) > 0
    if (isForm && name !== 'the form with a page') {
      await expect(page.locator('#error-summary')).toBeFocused()
      expect(await page.locator('h1').count()).toBe(1)
    }
    await expectNothingFromAxe(page)
    own.stop()
  })
}

test('the field for programs has no place on the page, and says what it is without styles', async ({
  page,
}) => {
  await page.goto(form)
  const trap = page.getByLabel('Leave this field empty')
  await expect(trap).toBeHidden()
  await page.evaluate(() => {
    for (const sheet of document.styleSheets) sheet.disabled = true
  })
  await expect(trap).toBeVisible()
})

test('other ways to ask are on the form, on its confirmation and where it is away', async ({
  page,
}) => {
  for (const address of [form, '/request-a-format/sent/?ref=none']) {
    await page.goto(specimenSite + address)
    const ways = page.locator('section', { hasText: 'Other ways to ask' })
    await expect(ways.getByRole('link', { name: 'formats@specimens.example' })).toHaveAttribute(
      'href',
      'mailto:formats@specimens.example',
    )
    await expect(ways.getByRole('link', { name: '020 7946 0018' })).toBeVisible()
    await expect(ways.getByText('1 Made-up Street')).toBeVisible()
  }
  const away = readFileSync(join(folder, form, 'index.html'), 'utf8')
  expect(away).toContain('The form is not available now')
  expect(away).toContain('Other ways to ask')
})

test('the ledger shows counts, and no small ones', async ({ page }) => {
  await page.goto('/formats/')
  await expect(page.getByText('No requests have been counted yet.')).toBeVisible()
  await page.goto(`${specimenSite}/formats/`)
  const row = (name: string) => page.getByRole('row', { name })
  await expect(row('Large print')).toHaveText(/12\s*12\s*11\s*$/)
  await expect(row('Braille')).toHaveText(/under 5\s*under 5\s*under 5\s*$/)
  await expect(row('All formats')).toHaveText(/31\s*30\s*28\s*$/)
  await expect(page.getByText('from January 2029 to December 2029')).toBeVisible()
})
