import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { limitOfTheCheck } from '../../src/attachments/findings.ts'
import { specimenSite } from './pages.ts'

const address = `${specimenSite}/press-releases/specimen-documents/`
const folder = join(import.meta.dirname, '..', 'specimens', 'content', 'documents')

/** Files of the specimens, as their page offers them, with what a machine finds in each. */
const documents = [
  {
    file: 'harbour-by-libreoffice.pdf',
    link: 'Easy Read, as a PDF (PDF, 15 kB, one page)',
    verdict: 'Tagged, with a title and a language, but headings that skip a level.',
    type: 'application/pdf',
  },
  {
    file: 'harbour-by-chromium.pdf',
    link: 'Plan for the made-up harbour (PDF, 29 kB, one page)',
    verdict: 'Tagged, with a title, a language, headings, described pictures and table headers.',
    type: 'application/pdf',
  },
  {
    file: 'harbour-untagged.pdf',
    link: 'Plan for the made-up harbour, as it was first printed (PDF, 27 kB, one page)',
    verdict: 'Not tagged: a screen reader may read it in the wrong order or not at all.',
    type: 'application/pdf',
  },
  {
    file: 'harbour.docx',
    link: 'Word document (Word document, 6 kB)',
    verdict:
      'It has a title and a language, but headings that skip a level and 1 picture without a description.',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  {
    file: 'harbour.ods',
    link: 'Figures of the made-up harbour (OpenDocument spreadsheet, 8 kB, two sheets)',
    verdict:
      'It has a title and a language, but 1 empty sheet and 1 sheet without a name of its own.',
    type: 'application/vnd.oasis.opendocument.spreadsheet',
  },
]

test('each document of a page stands there with what its check found, and when', async ({
  page,
}) => {
  await page.goto(address)
  const section = page.locator('#attached')
  for (const { file, link, verdict } of documents) {
    const item = section.locator('li', { has: page.locator(`a[href="/documents/${file}"]`) })
    await expect(item.getByRole('link')).toHaveText(link)
    await expect(item).toContainText(verdict)
    await expect(item).toContainText(/Checked by machine on \d+ \w+ 20\d\d\./)
  }
  await expect(section).toContainText(limitOfTheCheck)
})

test('a document comes as it was put in, with its type', async ({ request }) => {
  for (const { file, type } of documents) {
    const answer = await request.get(`${specimenSite}/documents/${file}`)
    expect(answer.headers()['content-type'], file).toBe(type)
    expect(await answer.body(), file).toEqual(readFileSync(join(folder, file)))
  }
})

test('other copies of a document are named beside it', async ({ page }) => {
  await page.goto(address)
  const item = page.locator('#documents li', { hasText: 'as it was first printed' })
  await expect(item).toHaveText(
    /^\s*Plan for the made-up harbour, as it was first printed \(PDF, 27 kB, one page\); also as Word document, made by Nobody & <Sons>\s*$/,
  )
})
