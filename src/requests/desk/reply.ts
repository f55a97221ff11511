import { dayInLondon, formatDay, formatDayWithWeekday } from '../../document/dates.ts'
import { RequestStore, type StoredRequest } from '../store.ts'
import { notFound, referenceFrom, type Answer, type Asked, type Desk } from './desk.ts'
import { printable, printableLines } from './printable.ts'
import { formatName, formatWords } from './words.ts'

/** `reply REF`: a draft of the answer. What a person has to fill in stands in [ ]. */
export async function reply(desk: Desk, { words: [typed = ''] }: Asked): Promise<Answer> {
  const reference = referenceFrom(typed)
  const request = await new RequestStore(await desk.database()).read(reference)
  if (!request) throw notFound(reference)
  const draft = {
    to: contacts(request).map(([kind, value]) => ({ kind, value })),
    subject: `The format you asked for: ${formatName(request.format)} (reference ${reference})`,
    text: letter(request, desk),
  }
  const to = contacts(request).map(([kind, value]) => `${kind}: ${value}`)
  const answered =
    request.answered_at === null ? '' : 'This request is marked as answered already. '
  return {
    data: { reference, ...draft },
    text: [...to, `Subject: ${draft.subject}`, '', draft.text].join('\n'),
    advice: `${answered}When you have sent it, write: npm run requests -- answered ${reference}`,
  }
}

function contacts(request: StoredRequest): [kind: string, value: string][] {
  const all: [string, string][] = [
    ['E-mail', printable(request.email)],
    ['Telephone', printable(request.telephone)],
    ['Post', printableLines(request.postal_address).replaceAll('\n', ', ')],
  ]
  return all.filter(([, value]) => value !== '')
}

function letter(request: StoredRequest, { configuration, today }: Desk): string {
  const name = printable(request.name).trim()
  const asked = formatDay(dayInLondon(new Date(request.received_at)))
  const due = formatDayWithWeekday(request.due_on)
  const isLate = request.answered_at === null && request.due_on < today
  const lines = [
    name === '' ? 'Hello,' : `Hello ${name},`,
    '',
    `On ${asked} you asked us for a version that works for you:`,
    '',
    ...pageLines(request, configuration.siteUrl),
    `Format: ${formatWords(request)}`,
    `Reference: ${request.reference}`,
    '',
    ...(isLate ? [`We promised to reply by ${due}. We are sorry that this is late.`, ''] : []),
    '[Say where it is, or that it is attached. If it cannot be made: say why, and what you offer instead.]',
    '',
    '[If it is not ready yet: say what day it will be.]',
    '',
    'If it does not work for you, reply to this message and give the reference.',
    '',
    '[Your name]',
    '[Your team and how to reach it]',
  ]
  return `${lines.join('\n')}\n`
}

function pageLines(request: StoredRequest, siteUrl: string): string[] {
  const page = printable(request.page)
  // Only what the site itself has a title for is an address of it.
  const isOurs = request.page_title !== '' && page.startsWith('/')
  const lines = [request.page_title === '' ? '' : `Page: ${printable(request.page_title)}`]
  if (page !== '') lines.push(isOurs ? `Address: ${siteUrl}${page}` : `Page: ${page}`)
  return lines.filter((line) => line !== '')
}
