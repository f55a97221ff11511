import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'

const screenReader = readFileSync(
  join(
    dirname(createRequire(import.meta.url).resolve('@guidepup/virtual-screen-reader/package.json')),
    'lib/esm/index.browser.js',
  ),
  'utf8',
)

/** What the names, roles and states of the main part say, from its beginning to its end. */
async function transcript(page: Page): Promise<string> {
  await page.route('**/virtual-screen-reader.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: screenReader }),
  )
  return z.string().parse(
    await page.evaluate(`import('/virtual-screen-reader.js').then(async ({ virtual }) => {
      await virtual.start({ container: document.querySelector('main') })
      do await virtual.next()
      while ((await virtual.lastSpokenPhrase()) !== 'end of main')
      return (await virtual.spokenPhraseLog()).join('\\n')
    })`),
  )
}

/**
 * Compares what is said of a page with the file that a person has read and found good. Run with
 * WRITE_GOLDEN=1 after a change that is meant, and read what changed.
 *
 * @param name of the file in the folder transcripts
 */
export async function expectTranscript(page: Page, name: string): Promise<void> {
  const file = join(import.meta.dirname, 'transcripts', `${name}.txt`)
  const said = `${await transcript(page)}\n`
  if (process.env.WRITE_GOLDEN) writeFileSync(file, said)
  expect(said).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '')
}
