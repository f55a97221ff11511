import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { readAttachments } from '../../src/attachments/read-folder.ts'
import { readLibrary, type Publication } from '../../src/document/library.ts'
import { offered, type OfferedEnding } from '../../src/document/offered-formats.ts'
import { formatContext } from '../../src/formats/context.ts'
import { html } from '../../src/formats/html.ts'
import { formatsOf } from '../../src/formats/index.ts'
import { mediaType } from '../../src/server/media-types.ts'
import { readBrf, readPef } from '../unit/formats/read-braille.ts'
import { readDocx } from '../unit/formats/read-docx.ts'
import { readEpub } from '../unit/formats/read-epub.ts'
import { readOdt } from '../unit/formats/read-odt.ts'
import { readPdfWords } from '../unit/formats/read-pdf.ts'
import { folder, publications } from './pages.ts'
import { inWords, readArticle, readMarkdown, readText, type Telling } from './reading.ts'

/* Every word of the page, in order, is in every format, as an independent reader finds it there. */

/** What a reader finds in a file, and how the page is read so that both say the same. */
interface Reader {
  read: (bytes: Buffer, page: Page) => string[] | Promise<string[]>
  telling: Telling
}
const asText = (bytes: Buffer) => bytes.toString('utf8')
const printed: Reader = {
  read: (bytes) => readPdfWords(bytes),
  telling: { ...inWords, languages: false, emoji: true },
}
/** Braille has no way to tell small letters that a reader would not fold. */
const inCells: Telling = { ...inWords, lowerCase: true }

const readers: Record<OfferedEnding, Reader> = {
  '.docx': { read: (bytes) => readDocx(bytes), telling: inWords },
  '.pdf': printed,
  '-large-print.pdf': printed,
  '-giant-print.pdf': printed,
  '-single-file.html': {
    read: async (bytes, page) => {
      await page.setContent(asText(bytes))
      return readArticle(page, inWords)
    },
    telling: inWords,
  },
  '.epub': { read: (bytes) => readEpub(bytes), telling: inWords },
  '.brf': { read: (bytes) => readBrf(asText(bytes)), telling: inCells },
  '-uncontracted.brf': { read: (bytes) => readBrf(asText(bytes)), telling: inCells },
  '.pef': { read: (bytes) => readPef(asText(bytes)), telling: inCells },
  '.odt': {
    read: (bytes) => readOdt(bytes),
    telling: { languages: false, cells: 'under their header', pictures: false },
  },
  '.txt': { read: (bytes) => readText(asText(bytes)), telling: inWords },
  '.md': { read: (bytes) => readMarkdown(asText(bytes)), telling: inWords },
}

test('there is a release and a plan to compare', () => {
  expect(publications.length).toBeGreaterThanOrEqual(2)
})

for (const address of publications) {
  test(`${address} has the same words in every format, in order`, async ({ page, request }) => {
    for (const { ending } of offered) {
      const { read, telling } = readers[ending]
      await page.goto(address)
      const words = await readArticle(page, telling)
      expect(words.length).toBeGreaterThan(100)
      const file = address.slice(0, -1) + ending
      const answer = await request.get(file)
      expect(answer.headers()['content-type'], file).toBe(mediaType(file))
      expect(await read(await answer.body(), page), file).toEqual(words)
    }
  })
}

const root = join(import.meta.dirname, '..', 'specimens')
const context = formatContext(root, 'https://made-up.example')
const specimens: Publication[] = []
readLibrary({
  root,
  siteUrl: context.siteUrl,
  now: new Date('2030-01-01T00:00:00Z'),
  attachments: await readAttachments(root, '2030-01-01'),
  publish: (publication) => specimens.push(publication),
})
// The site's own style decides which lists show numbers.
const [style] = /<style>.*?<\/style>/s.exec(readFileSync(join(folder, 'index.html'), 'utf8')) ?? []

for (const specimen of specimens) {
  for (const { name, ending, write } of formatsOf(specimen)) {
    const reader = Object.entries(readers).find(([known]) => known === ending)?.[1]
    if (!reader) continue
    const { read, telling } = reader
    // The specimens have parts in other languages, whose braille is read in
    // tests/unit/formats/braille.test.ts, or has golden files there.
    if (telling === inCells) continue
    test(`the specimen ${specimen.address} has its words in order as ${name}`, async ({ page }) => {
      const article = html.write(specimen, context)
      await page.setContent(`${style ?? ''}<article>${article}</article>`)
      const words = await readArticle(page, telling)
      const written = await write(specimen, context)
      const body = typeof written === 'object' && 'pages' in written ? written.body : written
      expect(await read(Buffer.from(body), page)).toEqual(words)
    })
  }
}
