import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { chromium, type Browser as Headless } from '@playwright/test'
import { note, plan, release } from '../site/pages.ts'
import { openPage } from './browser.ts'
import { whyNotHeard } from './desktop.ts'
import { textOf } from './page-words.ts'
import { readAloud, spoken, type Reading } from './read-aloud.ts'
import { startSession, type Session } from './session.ts'
import { inPhrases, wordsOfPage } from './spoken-words.ts'
import { assertTranscript } from './transcript.ts'

/* Orca reads whole pages. What it says and shows is in files, for a person to read as words. */

const form = '/request-a-format/'

describe('a screen reader reads', { skip: whyNotHeard(), concurrency: 1 }, () => {
  let session: Session
  let headless: Headless
  before(async () => {
    session = await startSession()
    headless = await chromium.launch(session.browser)
  })
  after(async () => {
    session.stop()
    await headless.close()
  })

  /** @param name of its transcripts. @param keys that are pressed before it is read. */
  async function read(name: string, path: string, ...keys: [string, RegExp][]): Promise<Heard> {
    const { desktop, orca, browser, site } = session
    const page = await openPage(desktop, orca, browser, site.address + path)
    const arrival = spoken(page.arrival)
    for (const [key, words] of keys) arrival.push(...spoken(await orca.press(key, words)))
    const reading = await readAloud(orca)
    await page.close()
    const reference = /ref=(\w+)/.exec(path)?.[1]
    const steady = (line: string) =>
      reference === undefined ? line : line.replaceAll(reference, 'REFERENCE')
    assertTranscript(`${name}.speech`, inPhrases(reading.speech).map(steady))
    assertTranscript(`${name}.braille`, reading.braille.map(steady))
    return { ...reading, arrival }
  }

  for (const [name, path] of Object.entries({ release, plan, note })) {
    test(`the ${name}, every word of it in order and once`, async () => {
      const { speech, braille } = await read(name, path)
      const page = await headless.newPage()
      await page.goto(session.site.address + path)
      const text = await textOf(page)
      await page.close()
      assertSameWords(wordsOfPage(speech).join(' '), text)
      assertWordsInOrder(braille.join(' '), text)
    })
  }

  test('search with results, after the number of them', async () => {
    const { arrival } = await read('search', '/search/?q=burglary')
    assert.ok(arrival.includes('3 results for “burglary”.'), arrival.join('\n'))
  })

  test('the request form', async () => {
    await read('form', `${form}?page=${plan}`)
  })

  test('its error page', async () => {
    await read('errors', form, ['b', /^Search/], ['b', /^Send the request/], ['Return', loaded])
  })

  test('its confirmation', async () => {
    const answer = await fetch(session.site.address + form, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ page: plan, format: 'word', email: 'a@made-up.example' }),
    })
    const address = answer.headers.get('location')
    assert.ok(address, `${answer.status} and no address of a confirmation`)
    await read('confirmation', address)
  })
})

interface Heard extends Reading {
  arrival: string[]
}

const loaded = /^Finished loading/

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
