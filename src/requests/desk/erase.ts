import { Records, requestsOf } from '../records.ts'
import { RequestStore } from '../store.ts'
import { DeskError, notFound, referenceFrom, type Answer, type Asked, type Desk } from './desk.ts'
import { BACKUPS, forgetDeleted } from './forget.ts'
import { printable } from './printable.ts'
import { several } from './words.ts'

/** `erase`: deletes one request, or all of one person; their counts stay. */
export async function erase(desk: Desk, asked: Asked): Promise<Answer> {
  const email = asked.option('email')
  const [typed] = asked.words
  if ((email === undefined) === (typed === undefined)) {
    throw new DeskError('Write a reference, or --email and an address.', 2)
  }
  const database = await desk.database()
  const store = new RequestStore(database)
  const references: string[] = []
  if (email !== undefined) {
    references.push(...requestsOf(email, await store.all()).map(({ reference }) => reference))
    if (references.length === 0) throw nobody(email)
  } else {
    const reference = referenceFrom(typed ?? '')
    if (!(await store.read(reference))) throw notFound(reference)
    references.push(reference)
  }
  if (!asked.flag('yes')) await confirm(desk, references)

  const records = new Records(database)
  const erased: string[] = []
  for (const reference of references) if (await records.erase(reference)) erased.push(reference)
  const done = `${several(erased.length, 'request')} erased: ${erased.join(', ')}.`
  await forgetDeleted(database, done)
  return {
    data: { erased },
    text: `${done}\n`,
    advice: `Its notes and its mail here are erased with it; the count stays. ${BACKUPS} Mail that was sent is in the mailboxes of the team.`,
  }
}

/** The failure when nobody gave an address. */
export function nobody(email: string): DeskError {
  return new DeskError(`Nobody gave the e-mail address ${printable(email).slice(0, 100)}.`, 1)
}

async function confirm(desk: Desk, references: readonly string[]): Promise<void> {
  const question = desk.question()
  if (!question) {
    throw new DeskError('Nothing was erased. Write --yes too where nobody can be asked.', 2)
  }
  try {
    const answer = await question.question(
      `Erase ${several(references.length, 'request')} for ever: ${references.join(', ')}? Write yes or no: `,
    )
    if (answer.trim().toLowerCase() !== 'yes') throw new DeskError('Nothing was erased.', 1)
  } finally {
    question.close()
  }
}
