import { expect, test } from '@playwright/test'
import { pages } from './pages.ts'
import { outline } from './outline.ts'

/** Words that say nothing of where a link leads (WCAG 2.2, success criterion 2.4.9). */
const vagueWords =
  /^(click |tap |see |go )?(here|more|read more|learn more|find out more|more information|details|link|this|this page|this link|page|continue|download|document|pdf)\W*$/i

for (const address of pages) {
  test(`${address} is well built`, async ({ page }) => {
    await page.goto(address)
    const { title, lang, headings, landmarks, ids, links, forbidden } = await outline(page)

    expect
      .soft(
        headings.filter(({ level }) => level === 1),
        'one h1',
      )
      .toHaveLength(1)
    expect.soft(headings[0]?.level, 'no heading before the h1').toBe(1)
    const skipped = headings.filter(
      ({ level }, place) => level > (headings[place - 1]?.level ?? 0) + 1,
    )
    expect.soft(skipped, 'headings that skip a level').toEqual([])
    expect
      .soft(
        headings.filter(({ words }) => words === ''),
        'empty headings',
      )
      .toEqual([])
    expect
      .soft(title.startsWith(headings[0]?.words ?? '-'), `“${title}” starts as the h1`)
      .toBe(true)

    expect.soft(lang, 'language').toBe('en-GB')
    expect.soft(repeated(ids), 'ids that stand twice').toEqual([])
    for (const name of ['banner', 'main', 'contentinfo']) {
      expect
        .soft(
          landmarks.filter(({ role }) => role === name),
          name,
        )
        .toHaveLength(1)
    }
    const navs = landmarks.filter(({ role }) => role === 'navigation').map(({ name }) => name)
    if (navs.length > 1) expect.soft(navs, 'names of the navs').not.toContain('')
    expect.soft(repeated(navs), 'navs of the same name').toEqual([])

    expect
      .soft(
        links.filter(({ words }) => vagueWords.test(words)),
        'vague links',
      )
      .toEqual([])
    expect
      .soft(
        links.filter(({ words }) => words === ''),
        'links without words',
      )
      .toEqual([])
    const places = Map.groupBy(links, ({ words }) => words.toLowerCase())
    const torn = [...places].filter(([, same]) => new Set(same.map(({ href }) => href)).size > 1)
    expect
      .soft(
        torn.map(([words]) => words),
        'the same words to two addresses',
      )
      .toEqual([])

    // The search page alone has a script: the one that searches.
    const allowed = address === '/search/' ? /^<script type="module" src="\/_astro\// : /^$/
    const held = forbidden.filter((opening) => !allowed.test(opening))
    expect.soft(held, 'what no page may hold').toEqual([])
  })
}

test('no two pages have the same title', async ({ page }) => {
  const titles: string[] = []
  for (const address of pages) {
    await page.goto(address)
    titles.push(await page.title())
  }
  expect(repeated(titles)).toEqual([])
})

function repeated(words: string[]): string[] {
  return words.filter((word, place) => words.indexOf(word) !== place)
}
