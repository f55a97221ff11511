import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Outbox } from '../../../src/requests/outbox.ts'
import { RequestStore } from '../../../src/requests/store.ts'
import { onEachDatabase, sqliteDatabase } from './databases.ts'
import { startProgram } from './programs.ts'

onEachDatabase(
  'four processes that begin at once with no tables store one form once',
  async (t, database) => {
    const programs = Array.from({ length: 4 }, () => startProgram(t, database, 'submit-once.ts'))
    await Promise.all(programs.map(({ hasPrinted }) => hasPrinted(1)))
    for (const { goOn } of programs) goOn()
    await Promise.all(programs.map(({ ended }) => ended))
    const stored = await new RequestStore(await database.open()).all()
    assert.equal(stored.length, 1)
    for (const { lines } of programs) assert.deepEqual(lines, ['ready', stored[0]?.reference])
  },
)

test('what a process has acknowledged is there when it is killed', async (t) => {
  const database = sqliteDatabase(t)
  const acknowledged: string[] = []
  for (const enough of [40, 150, 400]) {
    const { child, lines, hasPrinted, ended } = startProgram(t, database, 'submit-endlessly.ts')
    await hasPrinted(enough)
    child.kill('SIGKILL')
    await ended
    assert.equal(child.signalCode, 'SIGKILL')
    acknowledged.push(...lines)
  }
  const opened = await database.open()
  const stored = (await new RequestStore(opened).all()).map(({ reference }) => reference)
  const lost = acknowledged.filter((reference) => !stored.includes(reference))
  assert.deepEqual(lost, [])
  // What was stored and could not be acknowledged any more is no loss; each has its mail.
  assert.ok(stored.length >= acknowledged.length && acknowledged.length >= 590)
  const mail = (await new Outbox(opened).unsent()).map((each) => each.reference)
  assert.deepEqual(mail.toSorted(), stored.toSorted())
})
