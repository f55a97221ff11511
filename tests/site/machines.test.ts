import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { folder, pages, plan, release, specimenSite } from './pages.ts'

const locations = (xml: string): { path: string; lastmod: string | undefined }[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?/g)].map(
    ([, address = '', lastmod]) => ({ path: new URL(address).pathname, lastmod }),
  )

test('the sitemaps have every page, once, with the date of its words', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text()
  const [, index = ''] = /^Sitemap: (\S+)$/m.exec(robots) ?? []
  const sitemaps = locations(await (await request.get(new URL(index).pathname)).text())
  const listed = []
  for (const { path } of sitemaps) {
    const answer = await request.get(path)
    expect(answer.headers()['content-type'], path).toMatch(/^application\/xml/)
    listed.push(...locations(await answer.text()))
  }
  // Search is led to a text itself, and not to what it was.
  const expected = pages.filter((address) => !/^\/there-is|\/versions\//.test(address))
  expect(listed.map(({ path }) => path).toSorted()).toEqual(expected.toSorted())
  for (const address of [release, plan]) {
    expect(listed.find(({ path }) => path === address)?.lastmod).toBe('2016-11-25T00:00:00Z')
  }
})

test('a correction moves the date of its page in the sitemap', async ({ request }) => {
  const xml = await (await request.get(`${specimenSite}/sitemap-2020.xml`)).text()
  const dates = new Map(locations(xml).map(({ path, lastmod }) => [path, lastmod]))
  // Published on the 15th; corrected on the 18th; progress on its plan on 3 February.
  expect(dates.get('/press-releases/specimen-release/')).toBe('2020-01-18T00:00:00Z')
  expect(dates.get('/action-plans/specimen-plan/')).toBe('2020-02-03T00:00:00Z')
  expect(dates.get('/press-releases/specimen-release-cy/')).toBe('2020-01-15T00:00:00Z')
})

test('security.txt follows RFC 9116 where there is a contact, and is not made up', async ({
  request,
}) => {
  const answer = await request.get(`${specimenSite}/.well-known/security.txt`)
  expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8')
  expect(await answer.text()).toBe(
    [
      'Contact: mailto:security@specimens.example',
      'Contact: https://specimens.example/security',
      'Expires: 2031-01-01T00:00:00Z',
      'Preferred-Languages: en',
      'Canonical: https://made-up.example/.well-known/security.txt',
      '',
    ].join('\n'),
  )
  expect(existsSync(join(folder, '.well-known', 'security.txt'))).toBe(false)
})
