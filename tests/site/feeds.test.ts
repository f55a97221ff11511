import { readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { validateXML } from 'xmllint-wasm'
import { jsonFeed } from './json-feed.ts'
import { folder, pages, plan, release, site, specimenSite } from './pages.ts'
import { ask } from './wire.ts'

const feeds = [
  { of: 'this site', at: site, under: '/' },
  { of: 'this site', at: site, under: plan },
  { of: 'the specimens', at: specimenSite, under: '/' },
  { of: 'the specimens', at: specimenSite, under: '/action-plans/specimen-plan/' },
  { of: 'the specimens', at: specimenSite, under: '/topics/specimen-topic/' },
]

for (const { of, at, under } of feeds) {
  const name = `${under} of ${of}`

  test(`the Atom feed of ${name} follows RFC 4287`, async ({ request }) => {
    const answer = await request.get(`${at}${under}feed.xml`)
    expect(answer.status()).toBe(200)
    const xml = [{ fileName: 'feed.xml', contents: await answer.text() }]
    const schema = await readFile(join(import.meta.dirname, 'atom.rng'), 'utf8')
    const { errors } = await validateXML({ xml, schema, extension: 'relaxng' })
    expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([])
  })

  test(`the JSON Feed of ${name} follows version 1.1 and says the same`, async ({ request }) => {
    const answer = await request.get(`${at}${under}feed.json`)
    const { items, feed_url: feedUrl } = jsonFeed.parse(await answer.json())
    expect(new URL(feedUrl).pathname).toBe(`${under}feed.json`)

    const atom = await (await request.get(`${at}${under}feed.xml`)).text()
    const ids = [...atom.matchAll(/<entry [^>]*>\s*<id>([^<]*)/g)].map(([, id]) => id)
    expect(ids).toEqual(items.map(({ url }) => url))
  })

  test(`every address in the feed of ${name} is whole`, async ({ request, page }) => {
    const { items } = jsonFeed.parse(await (await request.get(`${at}${under}feed.json`)).json())
    for (const { content_html: html } of items) {
      await page.setContent(html)
      const short = await page.$$eval('[href], [src]', (elements) =>
        elements
          .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
          .filter((address) => !/^(https?|mailto|tel):/.test(address)),
      )
      expect(short).toEqual([])
      expect(await page.locator('h1, nav').count(), 'title and contents').toBe(0)
    }
  })
}

test('a feed has all words of the announcement', async ({ request, page }) => {
  const { items } = jsonFeed.parse(await (await request.get('/feed.json')).json())
  const { content_html: html = '' } = items.find(({ url }) => url.endsWith(release)) ?? {}
  await page.goto(release)
  const paragraphs = await page.locator('article p:not([data-furniture])').allTextContents()
  await page.setContent(html)
  const text = await page.locator('body').textContent()
  expect(paragraphs.length).toBeGreaterThan(10)
  for (const paragraph of paragraphs) expect(text).toContain(paragraph)
})

test('a feed that was rebuilt with the same words is not sent again', async () => {
  for (const feed of ['/feed.xml', '/feed.json', `${plan}feed.xml`]) {
    const first = await ask(feed, { headers: { 'accept-encoding': 'br' } })
    // A build writes every file anew, so its time says nothing.
    for (const ending of ['', '.br']) {
      await utimes(join(folder, feed + ending), new Date(), new Date())
    }
    const headers = { 'accept-encoding': 'br', 'if-none-match': String(first.headers.etag) }
    const second = await ask(feed, { headers })
    expect(second.status, feed).toBe(304)
    expect(second.bytes, feed).toBe(0)
  }
})

test('every page names the feed of everything, and a plan its own', async ({ page }) => {
  const named = (type: string) =>
    page.$$eval(`link[rel=alternate][type="${type}"]`, (links) =>
      links.map((link) => new URL(link.getAttribute('href') ?? '').pathname),
    )
  for (const address of pages.filter((each) => !each.startsWith('/there-is'))) {
    await page.goto(address)
    expect(await named('application/atom+xml'), address).toContain('/feed.xml')
    expect(await named('application/feed+json'), address).toContain('/feed.json')
  }
  await page.goto(plan)
  expect(await named('application/atom+xml')).toEqual([`${plan}feed.xml`, '/feed.xml'])
})
