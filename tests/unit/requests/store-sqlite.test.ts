import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { test } from 'node:test'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { Database, DatabaseError, type DatabaseAddress } from '../../../src/requests/database.ts'
import { RequestStore } from '../../../src/requests/store.ts'
import { sqliteDatabase } from './databases.ts'
import { submission } from './submissions.ts'

const another = () => submission({ formId: randomUUID() })

test('SQLite writes through to the disk, overwrites what is deleted, and does not wait itself', async (t) => {
  const database = await sqliteDatabase(t).open()
  const settings = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1 }
  for (const [name, value] of Object.entries({ ...settings, busy_timeout: 0 })) {
    const pragma = sql<Record<string, unknown>>`pragma ${sql.raw(name)}`
    const { rows } = await database.run((db) => pragma.execute(db))
    assert.ok(rows[0])
    assert.deepEqual(Object.values(rows[0]), [value], name)
  }
})

test('a full disk stores nothing of a request, says so, and does no harm for later', async (t) => {
  const { env, open } = sqliteDatabase(t)
  const file = env.DATABASE_FILE ?? ''
  const store = new RequestStore(await open())
  const acknowledged = [(await store.submit(another())).reference]
  // No file of this process may grow by more than this: the same error of the system, without root.
  limitFiles(statSync(`${file}-wal`).size + 200_000)
  t.after(() => {
    limitFiles('unlimited')
  })
  const submitUntilFull = async () => {
    for (;;) acknowledged.push((await store.submit(another())).reference)
  }
  await assert.rejects(submitUntilFull(), { name: 'DatabaseError', message: /^disk I\/O error$/ })
  await assert.rejects(store.submit(another()), DatabaseError)
  assert.ok(acknowledged.length > 5)
  const stored = async () => (await store.all()).map(({ reference }) => reference).toSorted()
  assert.deepEqual(await stored(), acknowledged.toSorted())

  limitFiles('unlimited')
  acknowledged.push((await store.submit(another())).reference)
  assert.deepEqual(await stored(), acknowledged.toSorted())
  assert.equal(new Sqlite(file).pragma('integrity_check', { simple: true }), 'ok')
})

function limitFiles(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', `${process.pid}`, `--fsize=${bytes}:`])
}

/** What can be wrong with the file: how it becomes so, and what is said. */
const wrongFiles: Record<string, [makeWrong: (file: string) => void, says: RegExp]> = {
  'may only be read': [
    (file) => {
      // For others too: permissions do not bind root, as whom tests run in containers.
      chmodSync(dirname(file), 0o755)
      chmodSync(file, 0o444)
    },
    /^Requests cannot be kept in .*requests\.db: attempt to write a readonly database$/,
  ],
  'is a letter': [
    (file) => {
      writeFileSync(file, 'This is no database. '.repeat(99))
    },
    /^Requests cannot be kept in .*requests\.db: file is not a database$/,
  ],
  'was cut off': [
    (file) => {
      truncateSync(file, Math.floor(statSync(file).size / 2))
    },
    /^Requests cannot be kept in .*requests\.db: database disk image is malformed$/,
  ],
  'was overwritten': [
    (file) => {
      writeFileSync(file, readFileSync(file).fill(0xa5, 100))
    },
    /^Requests cannot be kept in .*requests\.db: database disk image is malformed$/,
  ],
  'belongs to another program': [
    (file) => {
      rmSync(file)
      new Sqlite(file).exec('create table requests (id integer)').close()
    },
    /^The tables for requests cannot be made: /,
  ],
}
for (const [what, [makeWrong, says]] of Object.entries(wrongFiles)) {
  test(`a file that ${what} is refused with the reason`, async (t) => {
    const { address, env } = sqliteDatabase(t)
    const file = env.DATABASE_FILE ?? ''
    const first = await Database.open(address)
    await new RequestStore(first).submit(submission())
    await first.close()
    makeWrong(file)
    const isRoot = process.geteuid?.() === 0
    if (isRoot && what === 'may only be read') process.seteuid?.(65_534)
    try {
      await assert.rejects(openAndSubmit(address), { name: 'DatabaseError', message: says })
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  })
}

async function openAndSubmit(address: DatabaseAddress): Promise<void> {
  const database = await Database.open(address)
  try {
    await new RequestStore(database).submit(another())
  } finally {
    await database.close()
  }
}
