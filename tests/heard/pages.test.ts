import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { chromium, type Browser as Headless } from '@playwright/test'
import { note, plan, release } from '../site/pages.ts'
import { openPage } from './browser.ts'
import { whyNotHeard } from './desktop.ts'
import { textOf } from './page-words.ts'
import type { Orca } from './orca.ts'
import { readAloud, type Reading } from './read-aloud.ts'
import { startSession, type Session } from './session.ts'
import { inPhrases, withoutRepeats, wordsOfPage } from './spoken-words.ts'
import { assertTranscript } from './transcript.ts'

/* Orca reads whole pages. What it says and shows is in files, for a person to read as words. */

const form = '/request-a-format/'

// On each test, because a suite that is left out is not counted.
const skip = whyNotHeard()

describe('a screen reader reads', { concurrency: 1 }, () => {
  let session: Session | undefined
  let headless: Headless | undefined
  before(async () => {
    if (skip !== undefined) return
    session = await startSession()
    headless = await chromium.launch(session.browser)
  })
  const started = (): Session => {
    assert.ok(session, 'No screen reader has started')
    return session
  }
  after(async () => {
    session?.stop()
    await headless?.close()
  })

  /**
   * @param name of its transcripts
   * @param prepare what somebody does on the page before it is read
   */
  async function read(
    name: string,
    path: string,
    prepare?: (orca: Orca) => Promise<unknown>,
  ): Promise<Reading> {
    const { desktop, orca, browser, site } = started()
    const page = await openPage(desktop, orca, browser, site.address + path)
    await prepare?.(orca)
    const reading = await readAloud(orca)
    await page.close()
    const reference = /ref=(\w+)/.exec(path)?.[1]
    const steady = (line: string) =>
      reference === undefined ? line : line.replaceAll(reference, 'REFERENCE')
    assertTranscript(`${name}.speech`, inPhrases(reading.speech).map(steady))
    assertTranscript(`${name}.braille`, withoutRepeats(reading.braille).map(steady))
    return reading
  }

  for (const [name, path] of Object.entries({ release, plan, note })) {
    test(`the ${name}, every word of it in order and once`, { skip }, async () => {
      const { speech, braille } = await read(name, path)
      assert.ok(headless)
      const page = await headless.newPage()
      await page.goto(started().site.address + path)
      const text = await textOf(page)
      await page.close()
      assertSameWords(wordsOfPage(speech).join(' '), text)
      assertWordsInOrder(braille.join(' '), text)
    })
  }

  test('search with results, whose number is said when they come', { skip }, async () => {
    await read('search', '/search/', async (orca) => {
      await orca.pressUntil('Tab', /^Words to look for/)
      await orca.type('burglary')
      await orca.press('Return', /^3 results for “burglary”/)
      // Out of the field, where the keys would be its own.
      await orca.press('Tab')
    })
  })

  test('the request form', { skip }, async () => {
    await read('form', `${form}?page=${plan}`)
  })

  test('its error page', { skip }, async () => {
    await read('errors', form, async (orca) => {
      await orca.pressUntil('b', /^Send the request/)
      await orca.press('Return', /^Finished loading Error: /)
    })
  })

  test('its confirmation', { skip }, async () => {
    const answer = await fetch(started().site.address + form, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ page: plan, format: 'word', email: 'a@made-up.example' }),
    })
    const address = answer.headers.get('location')
    assert.ok(address, `${answer.status} and no address of a confirmation`)
    await read('confirmation', address)
  })
})

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** Letter by letter, because Orca breaks off at a link where a word may go on. */
function assertSameWords(said: string, written: string): void {
  const [heard, meant] = [wordsIn(said).join(''), wordsIn(written).join('')]
  let at = 0
  while (at < heard.length && heard[at] === meant[at]) at++
  const part = (text: string) => text.slice(Math.max(0, at - 40), at + 40)
  if (heard !== meant) assert.fail(`Heard “${part(heard)}”, where “${part(meant)}” is written.`)
}

/** A link that goes over two lines stands in braille with each of them, so words may come twice. */
function assertWordsInOrder(shown: string, written: string): void {
  const words = wordsIn(shown)
  let at = 0
  for (const word of wordsIn(written)) {
    const found = words.indexOf(word, at)
    const before = words.slice(Math.max(0, at - 8), at).join(' ')
    assert.ok(found >= 0, `“${word}” is not in braille after “${before}”.`)
    at = found + 1
  }
}
