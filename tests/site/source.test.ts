import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { release } from './pages.ts'

const source = readFileSync(
  join(import.meta.dirname, '..', 'specimens', 'press-release-2016-11-25.txt'),
  'utf8',
)

/** Parts of the page it was copied from, and not of the announcement: this site has its own. */
const furniture = ['Skip to main content', 'Mayor of London logo London Assembly logo', 'Home']

test('every sentence of the source stands on the release page, in order', async ({ page }) => {
  await page.goto(release)
  const words = spaced(await page.locator('body').innerText())
  const missing: string[] = []
  let place = 0
  for (const sentence of sentences(source)) {
    const found = words.indexOf(sentence, place)
    if (found === -1) missing.push(sentence)
    else place = found + sentence.length
  }
  expect(missing).toEqual([])
})

function sentences(text: string): string[] {
  const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })
  return text
    .split('\n')
    .map((line) => spaced(line))
    .filter((line) => line !== '' && !furniture.includes(line))
    .map((line) => line.replace(/^- /, ''))
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
