import { expect, test } from '@playwright/test'
import { sizeInWords } from '../../src/document/nodes.ts'
import { nameOf, offered } from '../../src/document/offered-formats.ts'
import { mediaType } from '../../src/server/media-types.ts'
import { plan, release, specimenSite } from './pages.ts'

for (const [address, kind, title] of [
  [release, 'press release', 'Mayor to oversee change in Met’s approach to keeping children safe'],
  [plan, 'action plan', 'Keeping children safe'],
] as const) {
  test(`${address} offers every format openly, in order, as it is`, async ({ page, request }) => {
    await page.goto(address)
    const section = page.locator('#formats')
    await expect(section.getByRole('heading', { level: 2 })).toHaveText(
      `This ${kind} in other formats`,
    )
    expect(await page.locator('#formats').evaluate((it) => it.closest('details'))).toBeNull()

    const links = section.locator('li > a')
    const addresses = await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')))
    expect(addresses).toEqual(offered.map(({ ending }) => address.slice(0, -1) + ending))
    for (const [index, format] of offered.entries()) {
      const file = String(addresses[index])
      const answer = await request.get(file)
      expect(answer.status(), file).toBe(200)
      expect(answer.headers()['content-type'], file).toBe(mediaType(file))
      const { length } = await answer.body()
      const start = RegExp.escape(nameOf(format, sizeInWords(length)).slice(0, -1))
      await expect(links.nth(index)).toHaveText(new RegExp(`^${start}(, .+ pages?)?\\)$`))
      await expect(section.locator('li').nth(index)).toContainText(
        new RegExp(`Made by machine on \\d+ \\w+ 20\\d\\d; ${format.checked}\\.`),
      )
    }
    for (const ending of ['.pdf', '-large-print.pdf', '-giant-print.pdf', '.brf', '.pef']) {
      const link = section.locator(`a[href="${address.slice(0, -1)}${ending}"]`)
      await expect(link).toHaveText(/, \w+ pages?\)$/)
    }
    await expect(section.getByRole('link', { name: title })).toHaveAttribute(
      'href',
      `/request-a-format/?page=${address}`,
    )
  })
}

test('the way to the formats in the text leads to them', async ({ page }) => {
  await page.goto(release)
  await page.getByRole('link', { name: 'all formats of this page' }).click()
  await expect(page).toHaveURL(/#formats$/)
  await expect(page.locator('#formats h2')).toBeInViewport()
})

test('the page in one file keeps its look and its settings on the site too', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text())
  })
  await page.goto(`${release.slice(0, -1)}-single-file.html`)
  await page.getByText('Change how this page looks').click()
  const size = () =>
    page
      .locator('article p')
      .first()
      .evaluate((it) => getComputedStyle(it).fontSize)
  const before = parseFloat(await size())
  await page.getByText('200%', { exact: true }).click()
  expect(parseFloat(await size())).toBeCloseTo(2 * before)
  expect(refused).toEqual([])
})

test('what people made stands with the formats, with who made and checked it', async ({ page }) => {
  await page.goto(`${specimenSite}/press-releases/specimen-release/`)
  const made = page.locator('#formats li').last()
  await expect(made).toHaveText(
    /^\s*British Sign Language film & <captions>\s+Made by Nobody & <Sons>, here since 16 January 2020\.\s+Checked on 17 January 2020: by looking at it & <nodding>\s*$/,
  )
  await expect(made.getByRole('link')).toHaveAttribute(
    'href',
    'https://films.example/specimen?a=1&b="2"',
  )
})

test('a format that was added later is in the updates and in the feeds', async ({ request }) => {
  const said = 'New format: British Sign Language film &amp;'
  for (const address of ['/updates/', '/feed.xml']) {
    expect(await (await request.get(specimenSite + address)).text(), address).toContain(said)
  }
})

test('the form names what can be had already', async ({ page }) => {
  await page.goto(`${specimenSite}/request-a-format/?page=/press-releases/specimen-release/`)
  const ready = page.locator('section', { hasText: 'You can have these now' })
  await expect(ready.getByRole('listitem')).toHaveText([
    ...offered.map((format) => nameOf(format)),
    'British Sign Language film & <captions>',
  ])
})

test('the page about formats tells of each, of what braille is not, and whose work is in them', async ({
  page,
}) => {
  await page.goto('/formats/')
  await expect(page.locator('dt')).toHaveText([
    'Web page',
    ...offered.map((format) => nameOf(format)),
  ])
  await expect(page.locator('#braille')).toContainText('Nobody who reads braille has proofread it.')
  await expect(page.locator('#notices')).toContainText('Lesser General Public License')
  await expect(page.locator('#notices')).toContainText('Open Font License')
})
