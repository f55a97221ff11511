import { dayInLondon, formatDay, formatDayWithWeekday } from '../../document/dates.ts'
import type { Mail } from '../outbox.ts'
import { Records } from '../records.ts'
import { RequestStore } from '../store.ts'
import { notFound, referenceFrom, type Answer, type Asked, type Desk } from './desk.ts'
import { printable, printableLines } from './printable.ts'
import { formatWords, momentWords, recordOf, several, stateOf, stateWords } from './words.ts'

const INDENT = 22

/** `show REF`: all that is known about a request. */
export async function show(desk: Desk, { words: [typed = ''] }: Asked): Promise<Answer> {
  const reference = referenceFrom(typed)
  const database = await desk.database()
  const store = new RequestStore(database)
  const request = await store.read(reference)
  if (!request) throw notFound(reference)
  const notes = await store.notesOn(reference)
  const mail = await new Records(database).mail(reference)

  const lines: [name: string, value: string][] = [
    ['Reference', reference],
    ['State', stateWords(request, desk.today)],
    ['Asked', momentWords(request.received_at)],
    ['Answer promised by', formatDayWithWeekday(request.due_on)],
    ['Answered', request.answered_at === null ? '' : momentWords(request.answered_at)],
    ['Page', [request.page_title, request.page].filter((each) => each !== '').join('\n')],
    ['Format', formatWords(request)],
    ['Assistive technology', request.assistive_technology],
    ['Details', request.details],
    ['Name', request.name],
    ['E-mail', request.email],
    ['Telephone', request.telephone],
    ['Postal address', request.postal_address],
    ['Signs of spam', request.signals.replaceAll(',', ', ')],
    ...notes.map((note): [string, string] => [
      `Note, ${formatDay(dayInLondon(new Date(note.written_at)))}`,
      note.text,
    ]),
    ...mail.map((each): [string, string] => [mailNames[each.kind], mailWords(each)]),
  ]
  const shown = lines.filter(([, value]) => value !== '')
  return {
    data: {
      ...recordOf(request),
      state: stateOf(request, desk.today),
      notes: notes.map(({ written_at, text }) => ({ written_at, text })),
      mail,
    },
    text: shown
      .map(([name, value]) => `${desk.paint('bold', label(name))}${indented(value)}\n`)
      .join(''),
  }
}

const mailNames = { request: 'Mail to the team', copy: 'Mail to the person', digest: 'Digest' }

function mailWords({ sent_at, attempts, last_error }: Mail): string {
  if (sent_at !== null) return `sent on ${momentWords(sent_at)}`
  const reason = last_error === null ? '' : `: ${printable(last_error)}`
  return `not sent, ${attempts === 0 ? 'not tried yet' : `${several(attempts, 'attempt')}${reason}`}`
}

const label = (name: string): string => name.padEnd(INDENT - 1).concat(' ')

/** Later lines stand under the first, so that no value can pass for a label. */
const indented = (value: string): string =>
  printableLines(value).replaceAll('\n', `\n${' '.repeat(INDENT)}`)
