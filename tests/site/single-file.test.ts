import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, type Page } from '@playwright/test'
import { readLibrary, type Publication } from '../../src/document/library.ts'
import { formatContext } from '../../src/formats/context.ts'
import { singleFile } from '../../src/formats/single-file.ts'
import { text } from '../../src/formats/text.ts'
import { expectNothingFromAxe } from './axe.ts'
import { currentStop, focusables } from './focus.ts'
import {
  dark,
  enter,
  forcedColours,
  narrow,
  spacedNarrow,
  wide,
  type Mode,
} from '../../src/audit/modes.ts'
import { clearlyDifferentPixels } from './pixels.ts'
import { readArticle, readText } from './reading.ts'

/*
 * The page in one file, opened from a disk, as somebody does who got it by mail: from the content of
 * the site, and from the specimens, which hold all that a publication can hold.
 */

const offered = /^\/(press-releases|action-plans)\//
const folder = mkdtempSync(join(tmpdir(), 'single-file-'))
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface Opened {
  name: string
  url: string
  words: string[]
}

function written(root: string, siteUrl: string): Opened[] {
  const context = formatContext(root, siteUrl)
  const publications: Publication[] = []
  readLibrary({
    root,
    siteUrl,
    now: new Date('2030-01-01T00:00:00Z'),
    publish: (publication) => publications.push(publication),
  })
  return publications
    .filter(({ address }) => offered.test(address))
    .map((publication) => {
      const file = join(folder, `${publication.id}${singleFile.ending}`)
      writeFileSync(file, singleFile.write(publication, context))
      const words = readText(text.write(publication, context))
      return { name: publication.id, url: pathToFileURL(file).href, words }
    })
}

const root = join(import.meta.dirname, '..', '..')
const files = [
  ...written(root, 'http://localhost:4321'),
  ...written(join(root, 'tests', 'specimens'), 'https://made-up.example'),
]
const named = (name: string): Opened => {
  const found = files.find((file) => file.name === name)
  if (!found) throw new Error(`${name} is not published.`)
  return found
}
const release = named('mayor-to-oversee-change-in-mets-approach-to-keeping-children-safe')
const specimen = named('specimen-release')

const settings = {
  size: ['100', '125', '150', '200', '300', '400'],
  spacing: ['normal', 'wide', 'widest'],
  font: ['sans', 'serif', 'monospace', 'own'],
  colours: [
    'device',
    'black-on-white',
    'white-on-black',
    'yellow-on-black',
    'black-on-cream',
    'blue-on-pale-blue',
    'grey-on-grey',
  ],
}
const everySetting = Object.entries(settings).flatMap(([name, values]) =>
  values.map((value) => `${name}-${value}`),
)

/** Opens a file with its settings shown and some of them chosen. */
async function open(page: Page, { url }: Opened, ...chosen: string[]): Promise<void> {
  await page.goto(url)
  await page.getByText('Change how this page looks').click()
  for (const id of chosen) await page.locator(`#${id}`).check()
}

const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

test('there are a release and a plan to open, and the specimens', () => {
  expect(files.length).toBeGreaterThanOrEqual(6)
})

for (const file of files) {
  test(`${file.name} in one file has the words of the text, in order`, async ({ page }) => {
    await page.goto(file.url)
    expect(await readArticle(page)).toEqual(file.words)
  })

  test(`axe finds nothing in ${file.name} in one file`, async ({ page }) => {
    await page.goto(file.url)
    await expectNothingFromAxe(page)
  })
}

for (const setting of everySetting) {
  test(`axe finds nothing with ${setting}`, async ({ page }) => {
    await open(page, release, setting)
    await expectNothingFromAxe(page)
  })
}

const combinations = [
  ['size-400', 'spacing-widest', 'font-monospace', 'colours-yellow-on-black'],
  ['size-200', 'spacing-wide', 'font-serif', 'colours-blue-on-pale-blue'],
  ['size-150', 'spacing-widest', 'font-own', 'colours-grey-on-grey'],
  ['size-300', 'spacing-normal', 'font-sans', 'colours-black-on-cream'],
]
for (const chosen of combinations) {
  test(`axe finds nothing with ${chosen.join(', ')}`, async ({ page }) => {
    await open(page, release, ...chosen)
    await expectNothingFromAxe(page)
  })
}

test('nothing is fetched, and nothing runs', async ({ page }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await open(page, specimen, 'size-200')
  expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([specimen.url])
  expect(await page.locator('script').count()).toBe(0)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('each setting can be chosen, does something, and is set back', async ({ page }) => {
    await open(page, release)
    const title = page.locator('.title')
    const reset = page.getByRole('button', { name: 'Set everything back' })
    const atFirst = await title.screenshot()
    for (const setting of everySetting) {
      await page.locator(`#${setting}`).check()
      await expect(page.locator(`#${setting}`)).toBeChecked()
      await reset.click()
    }
    for (const [name, [first = '']] of Object.entries(settings)) {
      await expect(page.locator(`#${name}-${first}`)).toBeChecked()
    }
    for (const setting of ['size-200', 'spacing-wide', 'font-monospace', 'colours-grey-on-grey']) {
      await page.locator(`#${setting}`).check()
      expect(atFirst.equals(await title.screenshot()), setting).toBe(false)
      await reset.click()
      expect(atFirst.equals(await title.screenshot()), `${setting} set back`).toBe(true)
    }
  })
})

test('each setting does what its words say', async ({ page }) => {
  await open(page, release)
  const size = async () => parseFloat(await styleOf(page, 'article > p', 'font-size'))
  const normal = await size()
  for (const percent of [125, 150, 200, 300, 400]) {
    await page.locator(`#size-${percent}`).check()
    expect(await size()).toBeCloseTo((normal * percent) / 100, 1)
  }
  await page.locator('#size-100').check()

  // WCAG 2.2, success criterion 1.4.12.
  for (const spacing of ['wide', 'widest']) {
    await page.locator(`#spacing-${spacing}`).check()
    for (const words of ['article > p', 'h1', 'h2']) {
      const em = parseFloat(await styleOf(page, words, 'font-size'))
      const of = async (property: string) => parseFloat(await styleOf(page, words, property)) / em
      expect(await of('line-height')).toBeGreaterThanOrEqual(1.5)
      expect(await of('letter-spacing')).toBeGreaterThanOrEqual(0.1199)
      expect(await of('word-spacing')).toBeGreaterThanOrEqual(0.1599)
    }
    expect(
      parseFloat(await styleOf(page, 'article > p', 'margin-block-end')) / normal,
    ).toBeGreaterThanOrEqual(2)
  }

  const fonts = new Map<string, string>()
  for (const font of settings.font) {
    await page.locator(`#font-${font}`).check()
    fonts.set(font, await styleOf(page, 'article > p', 'font-family'))
    expect(await styleOf(page, 'h1', 'font-family')).toBe(fonts.get(font))
  }
  expect(fonts.get('sans')).toContain('system-ui')
  expect(fonts.get('serif')).toMatch(/, serif$/)
  expect(fonts.get('monospace')).toContain('monospace')
  // What a page without any style has.
  const own = await page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const { contentWindow } = frame
    const body = contentWindow?.document.body
    return body ? contentWindow.getComputedStyle(body).fontFamily : ''
  })
  expect(fonts.get('own')).toBe(own)
})

test('Arabic letters stay joined, however wide the spacing', async ({ page }) => {
  await open(page, named('specimen-release-ar'), 'spacing-widest')
  expect(await styleOf(page, 'article > p', 'letter-spacing')).toBe('normal')
  expect(await styleOf(page, 'h1', 'letter-spacing')).toBe('normal')
  await open(page, specimen, 'spacing-widest')
  expect(await styleOf(page, 'article [lang="ar"] p', 'letter-spacing')).toBe('normal')
})

/** At 320 px, and at the height that WCAG 2.2, success criterion 1.4.10, asks for. */
for (const file of [release, specimen, named('specimen-plan'), named('specimen-release-ar')]) {
  test(`${file.name} never scrolls sideways, nor is anything cut off`, async ({ page }) => {
    for (const chosen of [[], ['size-400', 'spacing-widest'], ['size-400', 'font-monospace']]) {
      await open(page, file, ...chosen)
      for (const mode of [narrow, spacedNarrow, wide]) {
        await enter(page, mode)
        expect.soft(await tooWide(page), `${chosen.join()} ${mode.name}`).toEqual([])
      }
    }
  })
}

/** What makes the page wider than the screen; text in a region that scrolls by itself may be so. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      const isOut = right > clientWidth + 1 || left < -1
      return width > 0 && isOut && !element.closest('[tabindex="0"]')
    })
    const names = wide.map(({ outerHTML }) => outerHTML.slice(0, 80))
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`, ...names] : names
  })
}

test('keys reach each setting, change it, and go on to the text', async ({ page }) => {
  for (const mode of [wide, narrow]) {
    await page.goto(release.url)
    await enter(page, mode)
    await page.keyboard.press('Tab')
    await expect(page.locator('summary')).toBeFocused()
    await page.keyboard.press('Enter')
    for (const [name, values] of Object.entries(settings)) {
      await page.keyboard.press('Tab')
      for (const [place, value] of values.entries()) {
        if (place > 0) await page.keyboard.press('ArrowDown')
        await expect(page.locator(`#${name}-${value}`)).toBeFocused()
        await expect(page.locator(`#${name}-${value}`)).toBeChecked()
      }
      await page.keyboard.press('ArrowDown')
      await expect(page.locator(`#${name}-${values[0] ?? ''}`)).toBeChecked()
    }
    // Enter in a form would send it, if it were one that is sent.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.locator('#colours-black-on-white')).toBeChecked()
    expect(page.url()).toBe(release.url)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('#colours-device')).toBeChecked()
  }
})

for (const chosen of [[], ['size-400', 'spacing-widest'], ['colours-yellow-on-black']]) {
  test(`each stop of the keys is in sight and large enough: ${chosen.join() || 'as it comes'}`, async ({
    page,
  }) => {
    await open(page, specimen, ...chosen)
    for (const mode of [wide, narrow]) {
      await enter(page, mode)
      const expected = await focusables(page)
      const order = await expected.evaluate((list) => list.map((_, index) => index))
      await page.locator('body').evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      })
      await page.getByRole('heading', { level: 1 }).click()
      const found: number[] = []
      while (found.length < order.length) {
        await page.keyboard.press('Tab')
        const stop = await currentStop(expected)
        found.push(stop?.index ?? -1)
        expect.soft(stop?.problems, `${stop?.name ?? 'no stop'}, ${mode.name}`).toEqual([])
      }
      expect(found).toEqual(order)
    }
  })
}

test('each choice is 24 px high and wide at least', async ({ page }) => {
  await open(page, release)
  for (const mode of [wide, narrow]) {
    await enter(page, mode)
    for (const label of await page.locator('label, summary, button, label > input').all()) {
      const box = await label.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
    }
  }
})

/** In these the focus is told by a ring of its own colour. */
const lights: [Mode, string][] = [
  ...settings.colours.map((colours): [Mode, string] => [wide, `colours-${colours}`]),
  [dark, 'colours-device'],
  [forcedColours, 'colours-device'],
]
for (const [mode, chosen] of lights) {
  test(`the focus shows in the pixels with ${chosen}, ${mode.name}`, async ({ page }) => {
    await open(page, release, chosen)
    await enter(page, { ...mode, height: 2000 })
    await page.keyboard.press('Tab')
    const stops = page.locator('summary, input, button, footer a')
    for (const stop of await stops.all()) {
      await stop.scrollIntoViewIfNeeded()
      await stop.focus()
      const box = (await stop.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      const around = 8
      const clip = {
        x: Math.max(0, box.x - around),
        y: Math.max(0, box.y - around),
        width: box.width + 2 * around,
        height: box.height + 2 * around,
      }
      const focused = await page.screenshot({ clip })
      await stop.evaluate((element) => {
        if (element instanceof HTMLElement) element.blur()
      })
      const plain = await page.screenshot({ clip })
      const ring = 2 * (2 * box.width + 2 * box.height)
      const share = (await clearlyDifferentPixels(page, focused, plain)) / ring
      expect.soft(share, await stop.evaluate(({ outerHTML }) => outerHTML)).toBeGreaterThan(0.9)
    }
  })
}

test('a choice is seen without colours: by the point in its ring', async ({ page }) => {
  await open(page, release)
  for (const mode of [wide, dark, forcedColours]) {
    await enter(page, mode)
    const [chosen, other] = [page.locator('#size-100'), page.locator('#size-125')]
    const pictures = [await chosen.screenshot(), await other.screenshot()] as const
    expect(await clearlyDifferentPixels(page, ...pictures), mode.name).toBeGreaterThan(50)
  }
})

test('on paper there are no settings, but the size that was chosen, in black on white', async ({
  page,
}) => {
  await open(page, release, 'size-150', 'colours-white-on-black')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('region', { name: 'Display settings' })).toBeHidden()
  // 18 point.
  expect(await styleOf(page, 'article > p', 'font-size')).toBe('24px')
  expect(await styleOf(page, 'html', 'background-color')).toBe('rgb(255, 255, 255)')
  expect(await styleOf(page, 'article > p', 'color')).toBe('rgb(0, 0, 0)')
  const address = await page
    .locator('.onward a')
    .evaluate((link) => getComputedStyle(link, '::after').content)
  expect(address).toContain('/action-plans/')
})
