import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readLibrary, type Publication } from '../../src/document/library.ts'
import { html } from '../../src/formats/html.ts'
import { markdown } from '../../src/formats/markdown.ts'
import { text } from '../../src/formats/text.ts'
import { folder, publications } from './pages.ts'
import { readArticle, readMarkdown, readText } from './reading.ts'

const formats = [
  { ...text, mediaType: 'text/plain', read: readText },
  { ...markdown, mediaType: 'text/markdown', read: readMarkdown },
]

test('there is a release and a plan to compare', () => {
  expect(publications.length).toBeGreaterThanOrEqual(2)
})

for (const address of publications) {
  for (const { name, extension, mediaType, read } of formats) {
    test(`${address} has the same words as its ${name}, in order`, async ({ page, request }) => {
      await page.goto(address)
      const words = await readArticle(page)
      const file = await request.get(`${address.slice(0, -1)}.${extension}`)
      expect(file.headers()['content-type']).toBe(`${mediaType}; charset=utf-8`)
      expect(words.length).toBeGreaterThan(100)
      expect(read(await file.text())).toEqual(words)
    })
  }
}

const siteUrl = 'https://made-up.example'
const specimens: Publication[] = []
readLibrary({
  root: join(import.meta.dirname, '..', 'specimens'),
  siteUrl,
  now: new Date('2030-01-01T00:00:00Z'),
  publish: (publication) => specimens.push(publication),
})
// The site's own style decides which lists show numbers.
const [style] = /<style>.*?<\/style>/s.exec(readFileSync(join(folder, 'index.html'), 'utf8')) ?? []

for (const specimen of specimens) {
  test(`the specimen ${specimen.address} has the same words in all formats`, async ({ page }) => {
    const article = html.write(specimen, siteUrl)
    await page.setContent(`${style ?? ''}<article>${article}</article>`)
    const words = await readArticle(page)
    for (const { write, read } of formats) expect(read(write(specimen, siteUrl))).toEqual(words)
  })
}
