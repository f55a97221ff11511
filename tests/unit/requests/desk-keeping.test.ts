import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import Sqlite from 'better-sqlite3'
import * as z from 'zod'
import { Outbox } from '../../../src/requests/outbox.ts'
import { Records } from '../../../src/requests/records.ts'
import { RequestStore } from '../../../src/requests/store.ts'
import { onEachDatabase, sqliteDatabase, type TestDatabase } from './databases.ts'
import { ask, desk, deskHere } from './desks.ts'
import { values } from './submissions.ts'

const folder = (t: TestContext): string => {
  const made = mkdtempSync(join(tmpdir(), 'desk-'))
  t.after(() => {
    rmSync(made, { recursive: true })
  })
  return made
}

/** Marks mail as sent and requests as answered at a moment. */
async function settle(database: TestDatabase, references: readonly string[], answeredAt: string) {
  const opened = await database.open()
  const store = new RequestStore(opened)
  for (const reference of references) {
    await new Outbox(opened).markSent(`request-${reference}`, new Date())
    await store.markAnswered(reference, new Date(answeredAt))
  }
  return { opened, store }
}

onEachDatabase('purges what was answered 90 days ago, and nothing else', async (_t, database) => {
  const references = await ask(database, {}, {}, {}, { signals: ['trap'] }, {}, {})
  const [at89 = '', at90 = '', at91 = '', spam = '', unsent = '', unanswered = ''] = references
  // In London the 90th day before 1 June 2017 was 3 March; the hour does not matter.
  const { opened, store } = await settle(database, [at89], '2017-03-04T00:00:00Z')
  await settle(database, [at90], '2017-03-03T23:59:59Z')
  await settle(database, [at91, spam], '2017-03-02T10:00:00Z')
  await store.markAnswered(unsent, new Date('2016-11-25T12:00:00Z'))
  await store.addNote(at91, 'A made-up note', new Date())
  const before = (await deskHere(database.env, ['stats', '--json'])).stdout
  // Twenty past midnight in London, where it is summer; in UTC it is still 31 May.
  const env = { ...database.env, SITE_NOW: '2017-05-31T23:20:00Z' }

  const trial = z.looseObject({ wouldDelete: z.array(z.string()) })
  const dry = await deskHere(env, ['purge', '--dry-run', '--json'])
  assert.deepEqual(
    trial.parse(JSON.parse(dry.stdout)).wouldDelete.toSorted(),
    [at90, at91, spam].toSorted(),
  )
  assert.equal((await store.all()).length, 6)

  const done = await desk(env, 'purge')
  assert.equal(done.status, 0)
  assert.match(done.stdout, /^3 requests deleted/)
  assert.match(done.stdout, /1 request without an answer/)
  assert.ok(done.stdout.includes(`mail was never sent: ${unsent}.`))
  assert.doesNotMatch(done.stdout + done.stderr, /\p{Cc}(?<!\n)/u)
  const left = (await store.all()).map(({ reference }) => reference)
  assert.deepEqual(left.toSorted(), [at89, unsent, unanswered].toSorted())
  assert.deepEqual(await store.notesOn(at91), [])
  assert.equal((await new Records(opened).mail(at91)).length, 0)
  assert.equal((await deskHere(database.env, ['stats', '--json'])).stdout, before)
  assert.match((await deskHere(env, ['purge'])).stdout, /^0 requests deleted/)
})

onEachDatabase(
  'purges many in several transactions, and adds their counts up',
  async (_t, database) => {
    const references = await ask(database, ...Array<object>(450).fill({}))
    const { opened, store } = await settle(database, [], '')
    await opened.run((db) => db.updateTable('outbox').set({ sent_at: '2016-11-25' }).execute())
    await opened.run((db) =>
      db.updateTable('requests').set({ answered_at: '2016-11-26T10:00:00.000Z' }).execute(),
    )
    const records = new Records(opened)
    const steps: number[] = []
    assert.equal(
      await records.purge(new Date('2017-06-01'), (gone) => steps.push(gone)),
      references.length,
    )
    assert.deepEqual([steps, await store.all()], [[200, 400, 450], []])
    assert.deepEqual(await records.tallies(), [
      { month: '2016-11', format: 'large-print', asked: 450, answered: 450, in_time: 450 },
    ])
  },
)

onEachDatabase('erases one request or one person, and keeps the counts', async (_t, database) => {
  const mine = { values: values({ email: 'Somebody@made-up.example' }) }
  const [one = '', ...rest] = await ask(database, ...Array<object>(5).fill({}), mine, mine)
  const spam = await ask(database, { ...mine, signals: ['trap'] })
  const erased = await desk(database.env, 'erase', one.toLowerCase(), '--yes')
  assert.deepEqual([erased.status, erased.stdout], [0, `1 request erased: ${one}.\n`])
  assert.match(erased.stderr, /backups/)
  const person = ['erase', '--email', ' somebody@MADE-UP.example', '--yes', '--json']
  const { stdout } = await deskHere(database.env, person)
  const gone = z.strictObject({ erased: z.array(z.string()) }).parse(JSON.parse(stdout)).erased
  assert.deepEqual(gone.toSorted(), [...rest.slice(4), ...spam].toSorted())

  const opened = await database.open()
  const left = (await new RequestStore(opened).all()).map(({ reference }) => reference)
  assert.deepEqual(left.toSorted(), rest.slice(0, 4).toSorted())
  assert.equal((await new Outbox(opened).unsent()).length, 4)
  const tallies = await new Records(opened).tallies()
  assert.equal(
    tallies.reduce((sum, { asked }) => sum + asked, 0),
    7,
  )
})

test('no byte of what was erased is left in the files of SQLite', async (t) => {
  const database = sqliteDatabase(t)
  const secret = 'Wombat-of-the-words'
  const details = `${secret} `.repeat(300)
  const [reference = ''] = await ask(database, { values: values({ details, name: secret }) }, {})
  // A server has the database open all the while, so that its log stays.
  const store = new RequestStore(await database.open())
  await store.addNote(reference, `${secret} in a note`, new Date())
  assert.ok('file' in database.address)
  const { file } = database.address
  // In another program: to read and close the file in this one would undo SQLite's locks on it.
  const holding = () =>
    spawnSync('sh', ['-c', `grep -l "${secret}" "$0"*`, file], { encoding: 'utf8' }).stdout
  assert.equal(holding(), `${file}\n${file}-wal\n`)
  assert.equal((await desk(database.env, 'erase', reference, '--yes')).status, 0)
  assert.equal(holding(), '')
  assert.deepEqual(readdirSync(dirname(file)).length, 3)
  assert.equal((await store.all()).length, 1)
})

test('says so when another program keeps what was erased', async (t) => {
  const database = sqliteDatabase(t)
  const [reference = ''] = await ask(database, {})
  assert.ok('file' in database.address)
  const reader = new Sqlite(database.address.file)
  t.after(() => reader.close())
  reader.exec('begin')
  reader.prepare('select * from requests').all()
  const erased = await deskHere(database.env, ['erase', reference, '--yes'])
  assert.equal(erased.status, 1)
  assert.match(erased.stderr, /1 request erased[^]* may still be in [^]*purge/)
  reader.exec('commit')
  assert.equal((await deskHere(database.env, ['purge'])).status, 0)
})

onEachDatabase('exports everything, or everything of one person', async (t, database) => {
  const mine = { values: values({ email: 'somebody@made-up.example', details: 'a\nb' }) }
  const [reference = '', other = ''] = await ask(database, mine, {})
  await deskHere(database.env, ['note', reference, 'A made-up note'])
  const exported = z.strictObject({
    exported_at: z.iso.datetime(),
    requests: z.array(z.looseObject({ reference: z.string(), notes: z.array(z.unknown()) })),
  })
  const all = exported.parse(JSON.parse((await deskHere(database.env, ['export'])).stdout))
  assert.deepEqual(
    all.requests.map((each) => each.reference).toSorted(),
    [reference, other].toSorted(),
  )

  const file = join(folder(t), 'person.json')
  const person = ['export', file, '--email', 'SOMEBODY@made-up.example']
  const written = await desk(database.env, ...person, '--json')
  assert.deepEqual(JSON.parse(written.stdout), { file, requests: 1 })
  const { requests } = exported.parse(JSON.parse(readFileSync(file, 'utf8')))
  assert.deepEqual(
    requests.map((each) => [each.reference, each.notes.length]),
    [[reference, 1]],
  )
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const again = await deskHere(database.env, person)
  assert.deepEqual([again.status, again.stderr.includes('nothing is overwritten')], [1, true])
  assert.ok(!readFileSync(file, 'utf8').includes(other))
})
