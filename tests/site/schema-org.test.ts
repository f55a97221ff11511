import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import ts from 'typescript'
import { z } from 'zod'
import { pages, plan, release, site, specimenPages, specimenSite } from './pages.ts'

/** The JSON-LD of the page that is loaded, as it was written. */
const jsonOf = (page: Page): Promise<string[]> =>
  page.locator('script[type="application/ld+json"]').allTextContents()

const graph = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.looseObject({ '@type': z.string() })),
})

test('what pages tell search engines is in the words of schema.org', async ({ page }) => {
  test.setTimeout(120_000)
  const addresses = [
    ...pages.filter((each) => !each.startsWith('/there-is')).map((each) => site + each),
    ...specimenPages.map((each) => specimenSite + each),
  ]
  const lines = [`import type { Graph } from 'schema-dts'`]
  for (const address of addresses) {
    await page.goto(address)
    const [json = '', ...more] = await jsonOf(page)
    expect(more, address).toEqual([])
    graph.parse(JSON.parse(json))
    lines.push(`export const page${lines.length}: Graph = ${json}`)
  }
  expect(complaints(lines.join('\n'))).toEqual([])
  // The types do refuse what is not in the vocabulary.
  expect(complaints(lines.join('\n').replaceAll('"headline"', '"headlines"'))).not.toEqual([])
})

/** What TypeScript says of a module that is written from the pages. */
function complaints(source: string): string[] {
  // Inside the project, so that its packages are found.
  const folder = mkdtempSync(join(import.meta.dirname, '..', '..', 'node_modules', '.schema-org-'))
  try {
    const file = join(folder, 'pages.ts')
    writeFileSync(file, source)
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: ts.ModuleKind.NodeNext,
      types: [],
    })
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

for (const { address, type } of [
  { address: release, type: 'NewsArticle' },
  { address: plan, type: 'Article' },
]) {
  test(`what is told of ${address} is what stands on it`, async ({ page }) => {
    await page.goto(address)
    const [json = ''] = await jsonOf(page)
    const things = graph.parse(JSON.parse(json))['@graph']
    const article = things.find((thing) => thing['@type'] === type)
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
    expect(article).toMatchObject({
      headline: await page.locator('h1').innerText(),
      url: canonical,
      datePublished: await page.locator('article time').first().getAttribute('datetime'),
      author: [{ '@type': 'Organization', name: 'Mayor of London' }],
      image: await page.locator('meta[property="og:image"]').getAttribute('content'),
    })
    const names = z
      .array(z.object({ name: z.string(), url: z.string() }))
      .parse(article?.mentions)
      .map(({ name, url }) => ({ name, path: new URL(url).pathname }))
    const shown = await page.locator('#named a').evaluateAll((links) =>
      links.map((link) => ({
        name: link.textContent,
        path: link.getAttribute('href'),
      })),
    )
    expect(names.length).toBeGreaterThan(5)
    expect(names).toEqual(shown)
    expect(things.find((thing) => thing['@type'] === 'BreadcrumbList')).toMatchObject({
      itemListElement: [{ name: 'Home' }, { position: 2 }, { item: canonical }],
    })
  })
}

test('each page names its own whole address, and its title for other sites', async ({ page }) => {
  for (const address of pages.filter((each) => !each.startsWith('/there-is'))) {
    await page.goto(address)
    const canonical = await page
      .locator('link[rel=canonical]')
      .evaluateAll((links) =>
        links.map((link) => new URL(link.getAttribute('href') ?? '').pathname),
      )
    expect(canonical, address).toEqual([address])
    const meta = (property: string) =>
      page.locator(`meta[property="og:${property}"]`).getAttribute('content')
    expect(await meta('title'), address).toBe(await page.locator('h1').innerText())
    expect(await meta('description'), address).toMatch(/\S/)
  }
})
