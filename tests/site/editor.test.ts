import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page, type Request } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { copyProject } from '../../scripts/copy.ts'
import { startDevServer, type DevServer } from '../unit/scripts/dev-server.ts'
import { expectNothingFromAxe } from './axe.ts'

const root = join(import.meta.dirname, '..', '..')
const announcement = 'mayor-to-oversee-change-in-mets-approach-to-keeping-children-safe'
const releases = 'content/press-releases'

// The copy is written to and served by one server, so one worker does all of it.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

let copy: string
let server: DevServer
let site: string

test.beforeAll(async () => {
  copy = copyProject(root)
  server = await startDevServer(copy)
  site = server.site
})

test.afterAll(async () => {
  await server.stop()
  rmSync(copy, { recursive: true, force: true })
})

test('the page round the editor is valid and accessible, and says what to do without it', async ({
  page,
  browser,
}) => {
  const html = await (await fetch(`${site}/admin/`)).text()
  const { results } = await new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: { 'no-trailing-whitespace': 'off', 'doctype-style': 'off' },
  }).validateString(html)
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])

  const context = await browser.newContext({ javaScriptEnabled: false })
  const plain = await context.newPage()
  await plain.goto(`${site}/admin/`)
  const words = await plain.locator('noscript').innerText()
  expect(words.trim()).toBe(
    'The editor needs JavaScript. You can do without it: write the file, and run npm run check.',
  )
  await context.close()

  // Sveltia CMS is not ours to judge, so here it never starts.
  await page.route('**/admin/start.js', (route) => route.abort())
  await page.goto(`${site}/admin/`)
  await page.locator('summary').click()
  await expectNothingFromAxe(page)
})

test('a release is opened, changed and saved, another is written, and the check takes both', async ({
  page,
}) => {
  const asked = askedOf(page)
  const problems = problemsOf(page)
  await fillFolder(page)
  await page.goto(`${site}/admin/`)
  await page.getByRole('button', { name: 'Work with Local Repository' }).click()
  await page.evaluate(() => {
    document.documentElement.dataset.mark = 'from before the first save'
  })

  const before = readFileSync(join(copy, releases, `${announcement}.mdx`), 'utf8')
  const summary = 'A made-up summary: somebody changed it in the editor.'
  await test.step('open, change, save', async () => {
    await page.getByText('Mayor to oversee change').click()
    await page.getByRole('textbox', { name: 'Summary' }).fill(summary)
    await save(page)
    await takeOver(
      page,
      `${releases}/${announcement}.mdx`,
      before.replace(/^summary: .*$/m, `summary: "${summary}"`),
    )
  })

  await test.step('the site shows it', async () => {
    await expect
      .poll(async () => (await fetch(`${site}/press-releases/${announcement}/`)).text())
      .toContain(summary)
  })

  await test.step('write another, which is refused until it is right', async () => {
    await page.goto(`${site}/admin/#/collections/press-releases/new`)
    const title = page.getByRole('textbox', { name: 'Title' })
    await title.fill('x'.repeat(111))
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('You cannot enter more than 110 characters.')).toBeVisible()
    await expect(page.getByText('The slug cannot be empty.')).toBeVisible()
    await title.fill('Made-up bus routes')
    await page.getByRole('textbox', { name: 'Summary' }).fill('Made-up buses go elsewhere.')
    await page.getByRole('textbox', { name: 'Published' }).fill('2026-12-01')
    await page.getByRole('radio', { name: 'draft' }).click()
    await page.getByRole('radio', { name: 'statement' }).click()
    await page.getByRole('combobox', { name: 'From' }).click()
    await page.getByRole('option', { name: 'Mayor of London' }).click()
    await page.getByRole('textbox', { name: 'Text' }).fill('Made-up words.\n\n- A list\n')
    const address = page.getByRole('textbox', { name: 'Slug' })
    await address.fill('Made_Up')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert').getByText('Small letters, digits')).toBeVisible()
    await address.fill('made-up-address')
    await save(page)
    await takeOver(
      page,
      `${releases}/made-up-address.mdx`,
      [
        '---',
        'title: Made-up bus routes',
        'summary: Made-up buses go elsewhere.',
        'published: 2026-12-01',
        'state: draft',
        'kind: statement',
        'from:',
        '  - mayor-of-london',
        '---',
        '',
        'Made-up words.',
        '',
        '- A list',
        '',
      ].join('\n'),
    )
  })

  // `astro dev` loads a page of the site anew when content/ changes; this one, not.
  await expect(page.locator('html')).toHaveAttribute('data-mark')
  const check = spawnSync(process.execPath, [join(root, 'scripts', 'check.ts'), copy])
  expect(check.status, `${check.stdout.toString()}${check.stderr.toString()}`).toBe(0)
  const addresses = [...asked].map((request) => request.url())
  expect(addresses.length).toBeGreaterThan(5)
  expect(addresses.filter((address) => !address.startsWith(`${site}/`))).toEqual([])
  expect(problems).toEqual([])
})

test('a register is a list in the editor and keeps its comment', async ({ page }) => {
  await fillFolder(page)
  await page.goto(`${site}/admin/`)
  await page.getByRole('button', { name: 'Work with Local Repository' }).click()
  await expect(page.getByText('Mayor to oversee change')).toBeVisible()
  await page.goto(`${site}/admin/#/collections/registers/entries/people`)
  await page.getByRole('button', { name: /^Add .*entry/ }).click()
  await page.getByRole('textbox', { name: 'Id' }).fill('made-up-person')
  await page.getByRole('textbox', { name: 'Name' }).fill('Made-up Person')
  await save(page)
  const before = readFileSync(join(copy, 'content', 'people.yaml'), 'utf8')
  await takeOver(page, 'content/people.yaml', `${before}made-up-person:\n  name: Made-up Person\n`)
})

test('elsewhere than on the own computer it says where it works', async ({ page }) => {
  const address = 'http://preview.example/admin/'
  await page.route('http://preview.example/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    await route.fulfill({ response: await route.fetch({ url: site + pathname }) })
  })
  await page.goto(address)
  await expect(page.getByText('The editor works on your own computer only.')).toBeVisible()
  await expect(page.getByRole('button')).toHaveCount(0)
})

/** What was asked of a network, without what the page's policy held back before it was asked. */
function askedOf(page: Page): ReadonlySet<Request> {
  const requests = new Set<Request>()
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) requests.add(request)
  })
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText === 'csp') requests.delete(request)
  })
  return requests
}

/** Errors in the page's own scripts, and what its console says of them. */
function problemsOf(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', ({ message }) => problems.push(message))
  page.on('console', (message) => {
    const words = message.text()
    if (message.type() === 'error' && !words.includes('Content Security Policy'))
      problems.push(words)
  })
  return problems
}

/**
 * Nobody can choose a folder without a hand on the mouse. In place of the real one, the page gets a
 * folder of the browser's own, with what the copy has in content/.
 */
async function fillFolder(page: Page): Promise<void> {
  const files = readdirSync(join(copy, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: path.slice(copy.length + 1).split(/[\\/]/),
      text: readFileSync(path, 'utf8'),
    }))
  await page.addInitScript((files) => {
    const fill = async () => {
      const folder = await navigator.storage.getDirectory()
      // Sveltia CMS takes a folder with a repository only.
      await folder.getDirectoryHandle('.git', { create: true })
      for (const { path, text } of files) {
        let place = folder
        for (const name of path.slice(0, -1)) {
          place = await place.getDirectoryHandle(name, { create: true })
        }
        const file = await place.getFileHandle(path.at(-1) ?? '', { create: true })
        const stream = await file.createWritable()
        await stream.write(text)
        await stream.close()
      }
      return folder
    }
    Object.assign(window, { showDirectoryPicker: fill })
  }, files)
}

/** Waits until the editor has written a file as it should be, and puts it into the copy. */
async function takeOver(page: Page, path: string, expected: string): Promise<void> {
  const read = () =>
    page.evaluate(async (names) => {
      let place = await navigator.storage.getDirectory()
      for (const name of names.slice(0, -1)) place = await place.getDirectoryHandle(name)
      const file = await place.getFileHandle(names.at(-1) ?? '', { create: true })
      return (await file.getFile()).text()
    }, path.split('/'))
  await expect.poll(read).toBe(expected)
  writeFileSync(join(copy, path), expected)
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Entry saved.')).toBeAttached()
}
