import { expect, test } from '@playwright/test'
import { publications } from './pages.ts'
import { readArticle, readText } from './reading.ts'

test('there is a release and a plan to compare', () => {
  expect(publications.length).toBeGreaterThanOrEqual(2)
})

for (const address of publications) {
  test(`${address} has the same words as its plain text, in order`, async ({ page, request }) => {
    await page.goto(address)
    const words = await readArticle(page)
    const file = await request.get(`${address.slice(0, -1)}.txt`)
    expect(file.headers()['content-type']).toBe('text/plain; charset=utf-8')
    expect(words.length).toBeGreaterThan(100)
    expect(readText(await file.text())).toEqual(words)
  })
}
