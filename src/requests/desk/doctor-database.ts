import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseError, pathOf } from '../database.ts'
import { MAIL_ALARM } from '../delivery.ts'
import { Outbox } from '../outbox.ts'
import { Records } from '../records.ts'
import { RequestStore } from '../store.ts'
import { DeskError, type Desk } from './desk.ts'
import type { Finding } from './doctor.ts'
import { durationWords, several, stateOf } from './words.ts'

const MB = 1_000_000
/** Less free space than this is wrong: a request takes kilobytes, but logs of others fill disks. */
const LEAST_SPACE = 200 * MB
/** SQLite empties its log at 4 MB. Much more means that a program reads and never ends. */
const LARGEST_LOG = 64 * MB

/** The files of SQLite: who can read them, and whether there is room. */
export function checkFiles({ configuration: { database } }: Desk): Finding[] {
  if ('url' in database) return []
  const path = pathOf(database.file)
  if (!existsSync(path)) return []
  const { bavail, bsize } = statfsSync(dirname(path))
  const free = bavail * bsize
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  const open = [path, `${path}-wal`, `${path}-shm`].filter(
    (file) => ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o007) !== 0,
  )
  // Files that others may read are shut off all the same by a folder that they may not enter.
  const isShut = (statSync(dirname(path)).mode & 0o007) === 0
  return [
    open.length === 0 || isShut
      ? { about: 'Permissions', result: 'right', words: 'only the owner and the group can read it' }
      : {
          about: 'Permissions',
          result: 'wrong',
          words: `everybody on this machine can read ${open.join(' and ')}: write chmod o= ${dirname(path)}`,
        },
    {
      about: 'Free space',
      result: free < LEAST_SPACE ? 'wrong' : 'right',
      words: `${Math.floor(free / MB)} MB`,
    },
    {
      about: 'Log',
      result: log > LARGEST_LOG ? 'wrong' : 'right',
      words:
        log > LARGEST_LOG
          ? `${Math.ceil(log / MB)} MB: a program has been reading for too long; start the server again`
          : `${Math.ceil(log / 1000)} kB`,
    },
  ]
}

/** Whether the database can be read and written, and what waits in it. */
export async function checkDatabase(desk: Desk): Promise<Finding[]> {
  const { configuration, today } = desk
  const where = 'url' in configuration.database ? 'PostgreSQL' : pathOf(configuration.database.file)
  try {
    const database = await desk.database()
    await new Records(database).tryToWrite()
    const unanswered = await new RequestStore(database).unanswered()
    const overdue = unanswered.filter((each) => stateOf(each, today) === 'overdue')
    const outbox = new Outbox(database)
    return [
      { about: 'Database', result: 'right', words: `${where}, can be read and written` },
      {
        about: 'Requests',
        result: overdue.length > 0 ? 'wrong' : 'right',
        words: `${unanswered.length} without an answer, ${overdue.length} overdue`,
      },
      mailFinding(
        (await outbox.unsent()).length,
        await outbox.longestWait(new Date()),
        configuration.mail !== undefined,
      ),
    ]
  } catch (error) {
    if (!(error instanceof DatabaseError || error instanceof DeskError)) throw error
    return [{ about: 'Database', result: 'wrong', words: `${where}: ${error.message}` }]
  }
}

function mailFinding(unsent: number, wait: number, isMailSet: boolean): Finding {
  if (unsent === 0) return { about: 'Unsent mail', result: 'right', words: 'none' }
  const words = `${several(unsent, 'e-mail')}, the oldest for ${durationWords(wait)}; see "outbox"`
  if (!isMailSet) return { about: 'Unsent mail', result: 'note', words }
  return { about: 'Unsent mail', result: wait > MAIL_ALARM ? 'wrong' : 'note', words }
}
