import { Outbox } from '../outbox.ts'
import { Records, RETENTION } from '../records.ts'
import { RequestStore } from '../store.ts'
import type { Answer, Asked, Desk } from './desk.ts'
import { BACKUPS, forgetDeleted } from './forget.ts'
import { progress } from './progress.ts'
import { several } from './words.ts'

/** `purge`: deletes what was answered 90 days ago. What waits for an answer or its mail is kept. */
export async function purge(desk: Desk, asked: Asked): Promise<Answer> {
  const database = await desk.database()
  const records = new Records(database)
  const { deletable, unsent } = await records.past(desk.now)
  const unanswered = await new RequestStore(database).unanswered()
  const mail = await new Outbox(database).unsent()
  const kept = {
    unanswered: unanswered.map(({ reference }) => reference),
    unsent: mail.flatMap(({ reference }) => reference ?? []),
    pastButUnsent: unsent,
  }
  const isTrial = asked.flag('dry-run')
  let deleted = 0
  if (!isTrial) {
    const bar = progress(desk.messages, 'Deleting')
    try {
      deleted = await records.purge(desk.now, (gone) => {
        bar.step(gone, deletable.length)
      })
    } finally {
      bar.end()
    }
    await forgetDeleted(database, `${several(deleted, 'request')} deleted.`)
  }
  const done = isTrial
    ? `${several(deletable.length, 'request')} would be deleted`
    : `${several(deleted, 'request')} deleted`
  return {
    data: isTrial ? { wouldDelete: deletable, kept } : { deleted, kept },
    text: `${done}: answered ${RETENTION} days ago or earlier.\n${keptLines().join('')}`,
    ...(deleted > 0 && { advice: `The counts are kept. ${BACKUPS}` }),
  }

  function keptLines(): string[] {
    const lines: string[] = []
    if (unanswered.length > 0) {
      lines.push(`Kept: ${several(unanswered.length, 'request')} without an answer; see "list".\n`)
    }
    if (mail.length > 0)
      lines.push(`Kept: ${several(mail.length, 'e-mail')} not sent; see "outbox".\n`)
    if (unsent.length > 0) {
      lines.push(
        `Kept: ${several(unsent.length, 'request')} past ${RETENTION} days whose mail was never sent: ${unsent.join(', ')}. Send it, or erase them.\n`,
      )
    }
    return lines
  }
}
