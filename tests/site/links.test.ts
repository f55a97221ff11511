import { expect, test } from '@playwright/test'
import { outline } from './outline.ts'
import { pages, site } from './pages.ts'

test('every internal link leads somewhere, and from home to every page', async ({
  page,
  request,
}) => {
  const linksOf = new Map<string, URL[]>()
  const related = new Set<string>()
  const idsOf = new Map<string, string[]>()
  for (const address of pages) {
    await page.goto(address)
    const { links, ids, related: named } = await outline(page)
    // The head names addresses as they will be in public, on another host than this one.
    for (const href of named) related.add(new URL(href).pathname)
    linksOf.set(
      address,
      links.map(({ href }) => new URL(href)).filter(({ origin }) => origin === site),
    )
    idsOf.set(address, ids)
  }

  await test.step('addresses', async () => {
    const linked = [...linksOf.values()].flat().map(({ pathname, search }) => pathname + search)
    for (const address of new Set([...linked, ...related])) {
      // A page that was loaded is there; the one for unknown addresses is there with a 404.
      if (pages.includes(address)) continue
      // A redirect is an address written wrongly, and hides its fragment from this test.
      const answer = await request.get(address, { maxRedirects: 0 })
      expect.soft(answer.status(), address).toBe(200)
    }
  })

  await test.step('fragments', () => {
    const missing = [...linksOf].flatMap(([from, links]) =>
      links
        .filter(({ pathname, hash }) => {
          const ids = idsOf.get(pathname)
          return hash !== '' && ids && !ids.includes(decodeURIComponent(hash.slice(1)))
        })
        .map(({ pathname, hash }) => `${from} → ${pathname}${hash}`),
    )
    expect.soft(missing, 'fragments without an element').toEqual([])
  })

  await test.step('no page is lost', () => {
    const reached = new Set(['/'])
    for (const address of reached) {
      for (const { pathname } of linksOf.get(address) ?? []) reached.add(pathname)
    }
    const lost = pages.filter(
      (address) => !reached.has(address) && !address.startsWith('/there-is'),
    )
    expect.soft(lost, 'pages that no link leads to').toEqual([])
  })
})
