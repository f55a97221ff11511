import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { whyNotHeard } from './desktop.ts'
import { setOut } from './journey.ts'
import { startSession, type Session } from './session.ts'
import { assertTranscript } from './transcript.ts'

/* What people come for, with keys alone: each key, and what Orca says and shows after it. */

// On each test, because a suite that is left out is not counted.
const skip = whyNotHeard()

describe('with keys and ears alone', { concurrency: 1 }, () => {
  let session: Session | undefined
  before(async () => {
    if (skip !== undefined) return
    session = await startSession()
  })
  const started = (): Session => {
    assert.ok(session, 'No screen reader has started')
    return session
  }
  after(() => {
    session?.stop()
  })

  test(
    'find the announcement, jump to action 3, read its note and come back',
    { skip },
    async () => {
      const journey = await setOut(started(), '/')
      await journey.pressUntil('k', /^Mayor to oversee change/)
      await journey.follow('Return', 'Mayor to oversee change')
      await journey.pressUntil('l', /^List with 5 items/)
      await journey.pressUntil('i', /^3\./)
      await journey.pressUntil('k', /^Note: crime reduction targets/)
      await journey.press('Return')
      await journey.pressUntil('Down', /^Back to “crime reduction targets” in action 3/)
      await journey.press('Return')
      await journey.pressUntil('Down', /upon child protection/)
      await journey.end()
      assertTranscript('find-the-announcement', journey.script)
    },
  )

  test('ask for braille and get a date', { skip }, async () => {
    const journey = await setOut(started(), '/')
    await journey.pressUntil('k', /^Request a format/)
    await journey.follow('Return', 'Request a format')
    await journey.pressUntil('Tab', /^Which page or document/)
    await journey.type('Keeping children safe')
    await journey.press('Tab')
    await journey.pressUntil('Down', /^Braille, as a file/)
    await journey.press('space')
    await journey.pressUntil('Tab', /^E-mail address/)
    await journey.type('person@made-up.example')
    await journey.pressUntil('Tab', /^Send the request/)
    await journey.follow('Return', 'We have your request')
    await journey.press('h')
    await journey.pressUntil('Down', /Friday 2 December 2016/)
    await journey.end()
    assertTranscript('ask-for-braille', journey.script.map(withoutReference))
  })

  test('get the form wrong and mend it', { skip }, async () => {
    const journey = await setOut(started(), '/request-a-format/')
    await journey.press('b')
    await journey.pressUntil('b', /^Send the request/)
    await journey.follow('Return', 'Error: ')
    await journey.pressUntil('Tab', /^Say which page or document you need/)
    await journey.press('Return')
    await journey.type('The plan')
    await journey.press('Tab', 'space')
    await journey.pressUntil('Tab', /^E-mail address/)
    await journey.type('person@made-up.example')
    await journey.follow('Return', 'We have your request')
    await journey.end()
    assertTranscript('mend-the-form', journey.script.map(withoutReference))
  })
})

/** Another one each time: eight signs that are not taken for one another. */
const withoutReference = (line: string): string => line.replace(/\b[3-9A-Z]{8}\b/g, 'REFERENCE')
