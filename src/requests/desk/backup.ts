import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { pathOf } from '../database.ts'
import { DeskError, type Answer, type Asked, type Desk } from './desk.ts'
import { damageOf, refuseToOverwrite } from './files.ts'
import { progress } from './progress.ts'

/** Pages that are copied before others get their turn and the bar is drawn: 4 MB. */
const PAGES = 1_000

/**
 * `backup FILE`: a copy with everything in it, also while the server writes. A copy of the .db file
 * alone would lose what is still in its log, and no check of that copy would tell.
 */
export async function backup(desk: Desk, { words: [file = ''] }: Asked): Promise<Answer> {
  const { database: address } = desk.configuration
  if ('url' in address) return pgDump(address.url, file)
  // Opened as every command does, so that a damaged or missing database is reported in words.
  await desk.database()
  refuseToOverwrite(file)
  const unfinished = `${file}.unfinished-${process.pid}`
  const bar = progress(desk.messages, 'Copying')
  try {
    closeSync(openSync(unfinished, 'wx', 0o600))
    await copy(pathOf(address.file), unfinished, (done, total) => {
      bar.step(done, total)
    })
    finish(unfinished)
    refuseToOverwrite(file)
    renameSync(unfinished, file)
  } catch (error) {
    if (error instanceof DeskError) throw error
    throw new DeskError(`No backup was made: ${String(error)}`, 1)
  } finally {
    bar.end()
    rmSync(unfinished, { force: true })
  }
  const bytes = statSync(file).size
  return {
    data: { file, bytes },
    text: `Wrote ${file}, ${bytes} bytes, and checked it.\n`,
    advice:
      'It holds what people asked: keep it where only the team can read it, and delete it in time.',
  }
}

async function copy(
  from: string,
  to: string,
  onStep: (done: number, total: number) => void,
): Promise<void> {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true, timeout: 5_000 })
  try {
    // A read transaction sees one moment. Without it, each write of the server would make the copy
    // begin again from the start.
    source.exec('begin')
    source.prepare('select count(*) from sqlite_schema').get()
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onStep(totalPages - remainingPages, totalPages)
        return PAGES
      },
    })
    onStep(1, 1)
  } finally {
    source.close()
  }
}

/** One file, without a log beside it; checked, and on the disk. */
function finish(file: string): void {
  const copied = new Sqlite(file)
  try {
    copied.pragma('journal_mode = DELETE')
    const damage = damageOf(copied)
    if (damage.length > 0) throw new Error(`the copy is damaged: ${damage.join('; ')}`)
  } finally {
    copied.close()
  }
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

function pgDump(address: string, file: string): Answer {
  const url = new URL(address)
  url.password = ''
  // A password may stand among the parameters too.
  url.search = ''
  const command = `pg_dump --format=custom --file=${quoted(file)} ${quoted(url.href)}`
  return {
    data: { command },
    text: `${command}\n`,
    advice:
      'The requests are in PostgreSQL, so its own program makes the backup. Give the password in ~/.pgpass.',
    exitCode: 2,
  }
}

/** A word as a POSIX shell takes it. */
const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`
