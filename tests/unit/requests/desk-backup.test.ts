import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { test, type TestContext } from 'node:test'
import Sqlite from 'better-sqlite3'
import * as z from 'zod'
import { RequestStore } from '../../../src/requests/store.ts'
import { postgresDatabase, programs, sqliteDatabase } from './databases.ts'
import { ask, desk, deskHere } from './desks.ts'
import { submission } from './submissions.ts'

const checked = z.looseObject({
  requests: z.int(),
  missing: z.array(z.string()).nullable(),
  returning: z.array(z.string()).nullable(),
  hasLog: z.boolean(),
})
const findings = z.strictObject({
  wrong: z.int(),
  findings: z.array(z.strictObject({ about: z.string(), result: z.string(), words: z.string() })),
})

function sqlite(t: TestContext) {
  const database = sqliteDatabase(t)
  assert.ok('file' in database.address)
  const { file } = database.address
  return { ...database, file, beside: (name: string) => join(dirname(file), name) }
}

test('a backup of a database that is being written to loses nothing', async (t) => {
  const { env, file, beside } = sqlite(t)
  const module = (name: string) =>
    JSON.stringify(join(import.meta.dirname, '../../../src/requests', name))
  const writer = beside('writer.mjs')
  // As a server does, it has the database open all the while, and most rows are in the log.
  writeFileSync(
    writer,
    `import { Database } from ${module('database.ts')}
     import { RequestStore } from ${module('store.ts')}
     process.on('disconnect', () => process.exit())
     const store = new RequestStore(await Database.open({ file: ${JSON.stringify(file)} }))
     for (let form = 0; ; form++) {
       const sent = { ...${JSON.stringify(submission())}, formId: String(form), receivedAt: new Date() }
       process.send((await store.submit(sent)).reference)
     }`,
  )
  const child = fork(writer, { stdio: 'ignore' })
  const stored: string[] = []
  child.on('message', (reference) => stored.push(z.string().parse(reference)))
  while (stored.length < 10) await once(child, 'message')
  // What comes after somebody began to read stays in the log until they end.
  const reader = new Sqlite(file)
  t.after(() => reader.close())
  reader.exec('begin')
  reader.prepare('select * from requests').all()
  while (stored.length < 30) await once(child, 'message')

  const before = [...stored]
  const copy = beside('copy.db')
  const made = await desk(env, 'backup', copy)
  assert.deepEqual([made.status, statSync(copy).mode & 0o777], [0, 0o600], made.stderr)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const references = new Sqlite(copy, { readonly: true }).prepare('select reference from requests')
  const copied = new Set(z.array(z.string()).parse(references.pluck().all()))
  assert.deepEqual(
    before.filter((reference) => !copied.has(reference)),
    [],
  )
  assert.ok(stored.length > before.length, 'nothing was written meanwhile')
})

test('a copy of the file alone loses what is in the log, and the check says what', async (t) => {
  const { env, file, beside, open, address } = sqlite(t)
  // As a server does: while somebody has it open, the log is not emptied.
  const store = new RequestStore(await open())
  await store.unanswered()
  const [first = ''] = await ask({ address }, {})
  const checkpoint = new Sqlite(file)
  checkpoint.pragma('wal_checkpoint(truncate)')
  checkpoint.close()
  const [second = ''] = await ask({ address }, {})
  const copies = { good: beside('good.db'), plain: beside('plain.db') }
  assert.equal((await deskHere(env, ['backup', copies.good])).status, 0)
  copyFileSync(file, copies.plain)
  const names = readdirSync(dirname(file))

  const good = await desk(env, 'restore', '--check', copies.good, '--json')
  const { requests, missing, returning } = checked.parse(JSON.parse(good.stdout))
  assert.deepEqual([requests, missing, returning], [2, [], []])
  const plain = await desk(env, 'restore', '--check', copies.plain)
  assert.equal(plain.status, 0)
  assert.match(plain.stdout, /Warning: 1 request of the present database is not in it/)
  const lost = await deskHere(env, ['restore', '--check', copies.plain, '--json'])
  assert.deepEqual(checked.parse(JSON.parse(lost.stdout)).missing, [second])
  assert.match(plain.stdout, /1\. Stop the server[^]*4\. Start the server/)

  await deskHere(env, ['erase', first, '--yes'])
  const erased = await deskHere(env, ['restore', '--check', copies.good])
  assert.ok(erased.stdout.includes(`deleted since: ${first}.`))
  // Nothing was written beside the copies, and nothing put in place.
  assert.deepEqual(readdirSync(dirname(file)), names)
})

test('a file that is no good backup is refused', async (t) => {
  const { env, beside, address } = sqlite(t)
  await ask({ address }, {})
  const copy = beside('copy.db')
  assert.equal((await deskHere(env, ['backup', copy])).status, 0)
  const again = await deskHere(env, ['backup', copy])
  assert.deepEqual([again.status, again.stderr.includes('nothing is overwritten')], [1, true])

  const newer = new Sqlite(copy)
  newer.exec("insert into kysely_migration values ('2099-01-01-made-up', '')")
  newer.close()
  const cases: [file: string, message: RegExp][] = [
    [copy, /newer version of this site/],
    [beside('none.db'), /no such file/],
    [import.meta.filename, /not a database/],
  ]
  const damaged = beside('damaged.db')
  writeFileSync(damaged, readFileSync(copy).fill(7, 4_200, 40_000))
  cases.push([damaged, /cannot be restored/])
  for (const [file, message] of cases) {
    const { status, stderr } = await deskHere(env, ['restore', '--check', file])
    assert.equal(status, 1, file)
    assert.match(stderr, message)
  }
  const nowhere = await deskHere(env, ['backup', beside('no-folder/copy.db')])
  assert.deepEqual([nowhere.status, nowhere.stderr.startsWith('No backup was made')], [1, true])
})

test('PostgreSQL is copied by its own program', { skip: programs === undefined }, async (t) => {
  const { env } = await postgresDatabase(t)
  const url = new URL(env.DATABASE_URL ?? '')
  url.password = 'secret-word'
  const made = await desk({ DATABASE_URL: url.href }, 'backup', "it's.dump")
  assert.equal(made.status, 2)
  assert.match(
    made.stdout,
    /^pg_dump --format=custom --file='it'\\''s\.dump' 'postgres:\/\/postgres@127/,
  )
  assert.ok(!(made.stdout + made.stderr).includes('secret-word'))
  assert.equal((await deskHere(env, ['restore', '--check', 'x'])).status, 2)
  const { stdout } = await deskHere(env, ['doctor', '--json'])
  const about = findings
    .parse(JSON.parse(stdout))
    .findings.find((each) => each.about === 'Database')
  assert.deepEqual([about?.result, about?.words], ['right', 'PostgreSQL, can be read and written'])
})

test('the doctor finds what is wrong, and nothing where nothing is', async (t) => {
  const { env, file, address } = sqlite(t)
  const examine = async (set: Record<string, string> = {}) => {
    const { status, stdout } = await desk({ ...env, SITE_NOW: '', ...set }, 'doctor', '--json')
    const found = findings.parse(JSON.parse(stdout))
    assert.equal(status, found.wrong > 0 ? 1 : 0)
    return found.findings.filter(({ result }) => result === 'wrong').map(({ about }) => about)
  }
  assert.deepEqual(await examine(), ['Database'])
  const receivedAt = new Date()
  await ask({ address }, { receivedAt, dueOn: '9999-12-31' })
  chmodSync(file, 0o600)
  assert.deepEqual(await examine(), [])
  await ask({ address }, {})
  chmodSync(dirname(file), 0o755)
  chmodSync(file, 0o644)
  assert.deepEqual(await examine({ SITE_NOW: '2028-07-02T10:00:00Z' }), [
    'Permissions',
    'Requests',
    'Clock',
    'Bank holidays',
  ])
})
