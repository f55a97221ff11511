import * as z from 'zod'
import { dayInLondon, formatDay, momentInLondon } from '../../document/dates.ts'
import { Records } from '../records.ts'
import { RequestStore, type StoredRequest } from '../store.ts'
import { DeskError, notFound, referenceFrom, type Answer, type Asked, type Desk } from './desk.ts'
import { printable, printableLines } from './printable.ts'
import { recordOf, stateOf } from './words.ts'

/** `answered REF`: marks a request as answered now, or on a day; `--undo` takes the mark off. */
export async function answered(desk: Desk, asked: Asked): Promise<Answer> {
  const { request, reference, store } = await find(desk, asked)
  const day = asked.option('on')
  if (asked.flag('undo')) {
    if (day !== undefined) throw new DeskError('Write --undo or --on, not both.', 2)
    await new Records(await desk.database()).markUnanswered(reference)
    return marked(
      `${reference} is not answered. The answer is promised by ${formatDay(request.due_on)}.`,
    )
  }
  const at = day === undefined ? desk.now : momentOn(day, request, desk)
  if (request.answered_at !== null) {
    return marked(
      `${reference} was marked as answered on ${formatDay(dayInLondon(new Date(request.answered_at)))} already. If that is wrong, write --undo first.`,
    )
  }
  await store.markAnswered(reference, at)
  return marked(`${reference} is answered, on ${formatDay(dayInLondon(at))}.`)

  async function marked(text: string): Promise<Answer> {
    const changed = (await store.read(reference)) ?? request
    const state = stateOf(changed, desk.today)
    return { data: { ...recordOf(changed), state }, text: `${text}\n` }
  }
}

/** Midday of a day that somebody typed; of today, now. */
function momentOn(typed: string, request: StoredRequest, { today, now }: Desk): Date {
  if (!z.iso.date().safeParse(typed).success) {
    throw new DeskError(
      `"${printable(typed).slice(0, 40)}" is not a day; write, for example, --on ${today}.`,
      2,
    )
  }
  const asked = dayInLondon(new Date(request.received_at))
  if (typed > today) throw new DeskError(`${formatDay(typed)} is still to come.`, 2)
  if (typed < asked) {
    throw new DeskError(
      `${formatDay(typed)} is before it was asked for, on ${formatDay(asked)}.`,
      2,
    )
  }
  return typed === today ? now : momentInLondon(typed, '12:00')
}

/** `note REF TEXT`: writes something down about a request. */
export async function note(desk: Desk, asked: Asked): Promise<Answer> {
  const { reference, store } = await find(desk, asked)
  const text = printableLines(asked.words.slice(1).join(' ')).trim()
  if (text === '') throw new DeskError('The note is empty.', 2)
  await store.addNote(reference, text, desk.now)
  return { data: { reference, note: text }, text: `Noted about ${reference}.\n` }
}

/** `not-spam REF`: takes the mark of possible spam off. */
export async function notSpam(desk: Desk, asked: Asked): Promise<Answer> {
  const { reference, store, request } = await find(desk, asked)
  await store.markNotSpam(reference)
  const before = request.signals === '' ? 'was not marked as possible spam' : 'is not spam'
  return { data: { reference, signals: [] }, text: `${reference} ${before}.\n` }
}

async function find(desk: Desk, { words: [typed = ''] }: Asked) {
  const reference = referenceFrom(typed)
  const store = new RequestStore(await desk.database())
  const request = await store.read(reference)
  if (!request) throw notFound(reference)
  return { reference, store, request }
}
