import { existsSync, readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import * as z from 'zod'
import { DatabaseError, pathOf } from '../database.ts'
import { migrations } from '../migrations.ts'
import { RequestStore } from '../store.ts'
import { DeskError, type Answer, type Asked, type Desk } from './desk.ts'
import { damageOf } from './files.ts'
import { momentWords, several } from './words.ts'

/** `restore --check FILE`: whether a backup is good, and how to put it in place. It changes nothing. */
export async function restore(desk: Desk, asked: Asked): Promise<Answer> {
  const [file = ''] = asked.words
  if (!asked.flag('check')) {
    throw new DeskError(
      'Write --check: the desk checks a backup, and a person puts it in place.',
      2,
    )
  }
  const { database: address } = desk.configuration
  if ('url' in address) {
    throw new DeskError(
      'The requests are in PostgreSQL: check a backup with "pg_restore --list FILE", and restore it into a new database.',
      2,
    )
  }
  const copy = readCopy(file)
  const present = await readPresent(desk)
  const missing = present?.filter(({ reference }) => !copy.references.has(reference))
  const there = new Set(present?.map(({ reference }) => reference))
  const returning = present && [...copy.references].filter((reference) => !there.has(reference))
  const hasLog = existsSync(`${file}-wal`)
  const newest = missing
    ?.map(({ received_at }) => received_at)
    .toSorted()
    .at(-1)
  const path = pathOf(address.file)
  const lines = [
    `${file} is sound.`,
    `It has ${several(copy.references.size, 'request')}, ${several(copy.notes, 'note')} and ${several(copy.mail, 'e-mail')}.`,
    ...(copy.oldest && copy.newest
      ? [`Oldest request: ${momentWords(copy.oldest)}. Newest: ${momentWords(copy.newest)}.`]
      : []),
    ...(hasLog
      ? [
          `Warning: ${file}-wal lies beside it and was not read, so this is no copy made by "backup", and requests may be missing.`,
        ]
      : []),
    ...(missing === undefined ? ['There is no database to compare it with.'] : []),
    ...(newest && missing
      ? [
          `Warning: ${several(missing.length, 'request')} of the present database ${missing.length === 1 ? 'is' : 'are'} not in it, and would be lost. The newest came on ${momentWords(newest)}.`,
        ]
      : []),
    ...(returning && returning.length > 0
      ? [
          `${several(returning.length, 'request')} would come back that ${returning.length === 1 ? 'was' : 'were'} deleted since: ${returning.join(', ')}. What somebody asked to erase must be erased again.`,
        ]
      : []),
    '',
    ...steps(file, path),
  ]
  const { references, ...counts } = copy
  return {
    data: {
      file,
      requests: references.size,
      ...counts,
      missing: missing?.map(({ reference }) => reference) ?? null,
      returning: returning ?? null,
      hasLog,
    },
    text: `${lines.join('\n')}\n`,
  }
}

const steps = (file: string, path: string): string[] => [
  'To put it in place:',
  '1. Stop the server, and every other program that uses the database.',
  `2. Move the present database aside, all of it: ${path}, and ${path}-wal and ${path}-shm where they exist.`,
  `3. Copy ${file} to ${path}, readable by the server alone (mode 600).`,
  '4. Start the server, and write: npm run requests -- doctor',
  'Mail that was sent after the backup is sent once more, with the same Message-ID.',
]

const rows = z.array(z.strictObject({ reference: z.string(), received_at: z.string() }))
const names = z.array(z.strictObject({ name: z.string() }))
const number = z.strictObject({ count: z.int() })

/** Reads a copy in memory: SQLite would write beside the file, and perhaps into it. */
function readCopy(file: string) {
  let copy: Sqlite.Database | undefined
  try {
    const bytes = readFileSync(file)
    // Memory has no log. The format's header says with these two bytes whether there is one.
    bytes.fill(1, 18, 20)
    copy = new Sqlite(bytes, { readonly: true })
    const damage = damageOf(copy)
    if (damage.length > 0) throw new Error(damage.join('; '))
    const steps = names.parse(copy.prepare('select name from kysely_migration').all())
    const unknown = steps.map(({ name }) => name).filter((name) => !Object.hasOwn(migrations, name))
    if (unknown.length > 0)
      throw new Error(`a newer version of this site made it (${unknown.join()})`)
    const found = rows.parse(
      copy.prepare('select reference, received_at from requests order by received_at').all(),
    )
    const count = (table: string) =>
      number.parse(copy?.prepare(`select count(*) as count from ${table}`).get()).count
    return {
      references: new Set(found.map(({ reference }) => reference)),
      notes: count('notes'),
      mail: count('outbox'),
      oldest: found.at(0)?.received_at ?? null,
      newest: found.at(-1)?.received_at ?? null,
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DeskError(`${file} cannot be restored: ${reason}`, 1)
  } finally {
    copy?.close()
  }
}

/** The present requests; undefined where the database is gone, which is when backups are needed. */
async function readPresent(desk: Desk) {
  try {
    return await new RequestStore(await desk.database()).all()
  } catch (error) {
    if (!(error instanceof DatabaseError || error instanceof DeskError)) throw error
    return undefined
  }
}
