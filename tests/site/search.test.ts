import { spawnSync } from 'node:child_process'
import { expect, test, type Page } from '@playwright/test'
import { expectNothingFromAxe } from './axe.ts'
import { note, pages, plan, release, site } from './pages.ts'
import { expectTranscript } from './virtual-reader.ts'
import { ask } from './wire.ts'

const person = (id: string) => `/people/${id}/`
const body = (id: string) => `/organisations/${id}/`
const none = undefined

/** What is asked, the address that must come first, and a link to a part that must be offered. */
const questions: readonly [string, string | undefined, string?][] = [
  ['child protection', release],
  ['"child protection"', plan],
  ['“child protection”', plan],
  ['CHILD   Protection', release],
  ['child-protection', release],
  ['MOPAC', body('mopac')],
  ['mopac 7', note],
  ['neighbourhood crimes', note],
  ['burglary', note],
  ['vandalism', note],
  ['theft from motor vehicles', note],
  ['Sadiq Khan', person('sadiq-khan')],
  ['khan', person('sadiq-khan')],
  ['Sophie Linden', person('sophie-linden')],
  ['Alex Marshall', person('alex-marshall')],
  ['College of Policing', body('college-of-policing')],
  ['Crown Prosecution Service', body('crown-prosecution-service')],
  ['Survivors Trust', body('survivors-trust')],
  ['Mayor of London', body('mayor-of-london')],
  ['keeping children safe', plan],
  ['Mayor to oversee change', release],
  ["Met's approach", release],
  ['Met’s approach', release],
  ['"no stone is left unturned"', person('sophie-linden'), `${release}#quote-sophie-linden`],
  ['"Justice Matters" public scrutiny', plan, `${plan}#scrutiny-session`],
  ['academics', plan, `${plan}#independent-group`],
  ['scrapping overly crude', plan, `${plan}#crime-reduction-targets`],
  ['regular oversight', plan, `${plan}#regular-oversight`],
  ['heart of policing', plan, `${plan}#police-and-crime-plan`],
  ['accessibility statement', '/accessibility/'],
  ['privacy', '/privacy/'],
  ['request a format', '/request-a-format/'],
  ['corrections', '/corrections/'],
  ['protecton', release],
  ['neighborhood crimes', note],
  ['Sadik Kahn', person('sadiq-khan')],
  ['zebra', none],
  ['"protection child"', none],
  ['…', none],
]

async function search(page: Page, query: string): Promise<void> {
  await page.goto(`/search/?${query}`)
  await expect(page.getByRole('status')).toHaveText(answered)
}

/** What is said once an answer is there; without script something else stands in its place. */
const answered = /[Rr]esults?\b/

const status = (page: Page) => page.getByRole('status')
const titles = (page: Page) => page.locator('#answer h3 a')
const query = (words: string) => new URLSearchParams({ q: words }).toString()
const addresses = (page: Page) =>
  titles(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')))

for (const [words, first, part] of questions) {
  test(`${words} finds ${first ?? 'nothing'}`, async ({ page }) => {
    await search(page, query(words))
    expect((await addresses(page))[0]).toBe(first)
    if (part !== undefined) {
      const way = page.locator(`#answer a[href="${part}"]`)
      await expect(way).toHaveCount(1)
      await way.click()
      await expect(page.locator(':target')).toBeInViewport()
    }
  })
}

test('a result has its kind, its day and the words that were found', async ({ page }) => {
  await search(page, query('burglary'))
  const [item] = await page.locator('#answer ol > li').all()
  if (!item) throw new Error('Nothing was found')
  await expect(item.getByRole('heading', { level: 3 })).toHaveText('MOPAC 7 neighbourhood crimes')
  await expect(item.locator('.details')).toHaveText('Note to editors, 25 November 2016')
  await expect(item.locator('time')).toHaveAttribute('datetime', '2016-11-25')
  await expect(item.locator('mark')).toHaveText(['burglary'])
  await expect(page).toHaveTitle(/^Search: burglary – /)
})

test('filters narrow, open, and stand in the address', async ({ page }) => {
  await search(page, 'q=MOPAC')
  const all = await titles(page).count()
  await page.getByText('Narrow the results').click()
  await page.getByLabel('Kind').selectOption({ label: 'Action plan' })
  await expect(status(page)).toHaveText('1 result for “MOPAC”.')
  expect(await addresses(page)).toEqual([plan])
  expect(new URL(page.url()).search).toBe('?q=MOPAC&kind=action-plan')
  expect(all).toBeGreaterThan(1)

  await page.goto('/search/?person=sadiq-khan')
  await expect(status(page)).toHaveText(answered)
  await expect(page.getByLabel('Person named')).toBeVisible()
  await expect(page.getByLabel('Person named')).toHaveValue('sadiq-khan')
  expect(await addresses(page)).toContain(release)
  await page.goto('/search/?q=zebra&kind=no-such-kind&year=1700')
  await expect(status(page)).toHaveText('No results for “zebra”.')
})

test('Back and Forward lead through the questions, and restore the form', async ({ page }) => {
  await page.goto('/search/')
  const field = page.getByRole('searchbox')
  await field.fill('burglary')
  await field.press('Enter')
  await expect(status(page)).toHaveText(/^\d+ results for “burglary”\.$/)
  await expect(field, 'the focus stays').toBeFocused()
  await field.fill('zebra')
  await field.press('Enter')
  await expect(status(page)).toHaveText('No results for “zebra”.')
  await expect(page.getByRole('heading', { name: 'What you can try' })).toBeVisible()
  await expect(page.locator('#everything')).toBeVisible()
  await page.goBack()
  await expect(status(page)).toHaveText(/^\d+ results for “burglary”\.$/)
  await expect(field).toHaveValue('burglary')
  await expect(page.locator('#everything')).toBeHidden()
  await page.goBack()
  await expect(status(page)).toBeEmpty()
  await expect(page.locator('#everything')).toBeVisible()
  await expect(page).toHaveTitle(/^Search – /)
  await page.goForward()
  await expect(titles(page).first()).toHaveText('MOPAC 7 neighbourhood crimes')
})

test('the count is said once', async ({ page }) => {
  await page.goto('/search/')
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver(() =>
      said.push(document.querySelector('#found')?.textContent ?? ''),
    ).observe(document.querySelector('#found') ?? document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  const field = page.getByRole('searchbox')
  await field.fill('protecton')
  await field.press('Enter')
  await expect(status(page)).toHaveText(
    /^Nothing matches “protecton”\. \d+ results match “protection”\.$/,
  )
  expect(await page.evaluate('said.length')).toBe(1)
})

test('a misspelling leads back to the words as they are', async ({ page }) => {
  await search(page, 'q=protecton')
  await page.getByRole('link', { name: 'Search for “protecton” as it is' }).click()
  await expect(page).toHaveURL(/as-typed/)
  await expect(status(page)).toHaveText(/(result|results) for “protecton”\./i)
})

test('words of the address are words, whatever they are', async ({ page }) => {
  const markup = '<img src=x onerror=alert(1)>'
  await search(page, query(markup))
  await expect(page.getByRole('searchbox')).toHaveValue(markup)
  expect(await page.locator('main img').count()).toBe(0)
  await search(page, query('child $& zzzz'))
  await expect(page).toHaveTitle(/^Search: child \$& zzzz – /)
  await expect(status(page)).toContainText('Nothing has “zzzz”.')
})

test('when the index cannot be had, it says so and leaves the list', async ({ page }) => {
  await page.route('**/search/index/**', (route) => route.abort())
  await page.goto('/search/?q=police')
  await expect(status(page)).toContainText('The search could not be loaded.')
  await expect(page.locator('#everything')).toBeVisible()
  await page.unroute('**/search/index/**')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(titles(page).first()).toBeVisible()
})

test('ten results at first, then more, with the focus on the first of them', async ({ page }) => {
  await search(page, 'q=&kind=body')
  const count = Number(/\d+/.exec(await status(page).innerText())?.[0])
  expect(count).toBeGreaterThan(10)
  await expect(titles(page)).toHaveCount(10)
  const more = page.getByRole('button', { name: 'Show more results' })
  await more.focus()
  await more.press('Enter')
  await expect(titles(page)).toHaveCount(count)
  await expect(titles(page).nth(10)).toBeFocused()
  await expect(status(page)).toHaveText(`Showing ${count} of ${count} results.`)
  await expect(more).toBeHidden()
})

test('every page but this one has a search box that leads here, and no script', async ({
  page,
}) => {
  for (const address of pages) {
    await page.goto(address)
    const scripts = page.locator('script:not([type="application/ld+json"])')
    await expect(scripts, address).toHaveCount(address === '/search/' ? 1 : 0)
    await expect(page.getByRole('search'), address).toHaveCount(1)
  }
  await page.goto(release)
  await page.getByRole('searchbox').fill('burglary')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/\/search\/\?q=burglary$/)
  await expect(titles(page).first()).toHaveText('MOPAC 7 neighbourhood crimes')
})

test('the first search fetches at most 150,000 bytes', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await search(page, query('child protection'))
  await expect(titles(page).first()).toBeVisible()
  const addresses = asked.filter((url) => url.startsWith(site)).map((url) => url.slice(site.length))
  const answers = await Promise.all(
    addresses.map((address) => ask(address, { headers: { 'accept-encoding': 'br, gzip' } })),
  )
  const bytes = answers.reduce((sum, answer) => sum + answer.bytes, 0)
  console.log(`The first search: ${bytes} bytes in ${addresses.length} requests`)
  expect(addresses.some((address) => address.includes('wasm'))).toBe(true)
  expect(bytes).toBeLessThanOrEqual(150_000)
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })
  test('everything can be reached, and it says why', async ({ page }) => {
    await page.goto('/search/?q=police')
    await expect(page.getByText('Searching needs script')).toBeVisible()
    const links = await page
      .getByRole('main')
      .getByRole('link')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')))
    for (const address of pages.filter((each) => isPublication(each))) {
      expect(links, address).toContain(address)
    }
  })
})

/** Publications, and the pages of those they name; not lists and not the page that nobody finds. */
const isPublication = (address: string): boolean =>
  /^\/(press-releases|action-plans|notes-to-editors|people|organisations|topics)\/[^/]*[a-z][^/]*\/$/.test(
    address,
  )

test('a text browser has the form and the list of everything', () => {
  const { error, stdout } = spawnSync(
    'lynx',
    ['-dump', '-nolist', '-width=80', '-display_charset=utf-8', `${site}/search/`],
    { encoding: 'utf8' },
  )
  // Not every machine has it; the words are the same as without script, above.
  test.skip(error !== undefined, 'lynx is not installed')
  expect(stdout).toMatch(/ Search\n/)
  expect(stdout).toMatch(/Words to look for[\s\S]*_{10,}/)
  expect(stdout).toContain('Searching needs script')
  expect(stdout).toMatch(/MOPAC 7 neighbourhood crimes\n\s*Note to editors, 25 November 2016/)
})

test.describe('axe finds nothing', () => {
  for (const [name, address] of [
    ['with results', '/search/?q=child+protection'],
    ['with filters open', '/search/?q=police&year=2016'],
    ['with a misspelling', '/search/?q=protecton'],
    ['with no results', '/search/?q=zebra'],
  ] as const) {
    test(name, async ({ page }) => {
      await page.goto(address)
      await expect(status(page)).toHaveText(answered)
      await expectNothingFromAxe(page)
    })
  }
  test('without script', async ({ page }) => {
    await withoutScript(page)
    await page.goto('/search/')
    await expectNothingFromAxe(page)
  })
})

/** Shows the page as a browser does that runs no script, but in one that can be examined. */
async function withoutScript(page: Page): Promise<void> {
  await page.route('**/search/', async (route) => {
    const answer = await route.fetch()
    const html = (await answer.text()).replace(/<script type="module"[\s\S]*?<\/script>/, '')
    await route.fulfill({ response: answer, body: html })
  })
}

test.describe('a screen reader reads', () => {
  test('the page without script', async ({ page }) => {
    await withoutScript(page)
    await page.goto('/search/')
    await expectTranscript(page, 'search-without-script')
  })
  test('results', async ({ page }) => {
    await search(page, 'q=burglary')
    await expectTranscript(page, 'search-results')
  })
})

test('a text is found in its own language', async ({ page }) => {
  const specimens = process.env.SPECIMENS_UNDER_TEST ?? ''
  for (const [words, address] of [
    ['rhestrau', '/press-releases/specimen-release/'],
    ['كلمات', '/press-releases/specimen-release-ar/'],
  ] as const) {
    await page.goto(`${specimens}/search/?${query(words)}`)
    await expect(status(page), words).toHaveText(answered)
    expect(await addresses(page), words).toContain(address)
  }
})
