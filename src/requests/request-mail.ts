import type { Mailbox } from '../configuration.ts'
import { dayInLondon, formatDayWithWeekday, timeInLondon } from '../document/dates.ts'
import { calendarEntry } from './calendar.ts'
import { nextWorkingDay } from './due-date.ts'
import { fields, formats, isFormat, type FieldName } from './fields.ts'
import type { Message } from './mailer.ts'
import type { StoredRequest } from './store.ts'
import type { Signal } from './submission.ts'

/** What mail says of the site that it comes from. */
export interface MailSite {
  readonly url: string
  readonly name: string
}

const signalWords: Readonly<Record<Signal, string>> = {
  trap: 'the field was filled in that people are told to leave empty',
  'too-fast': 'the form was sent within two seconds',
  'bad-token': 'the form did not come from this site, or is older than two days',
  'many-links': 'there are many links in it',
}

/**
 * Tells the team of a request. The subject is in our words only, and what somebody typed is set off,
 * so that nobody can put words into our mouth.
 *
 * @param to the team
 */
export function teamMail(request: StoredRequest, site: MailSite, to: readonly Mailbox[]): Message {
  const { reference, signals } = request
  const host = new URL(site.url).hostname
  const spam = signals === '' ? '' : ' (possible spam)'
  const receivedAt = new Date(request.received_at)
  const due = formatDayWithWeekday(request.due_on)
  return {
    id: `request-${reference}`,
    date: receivedAt,
    to,
    replyTo: replyTo(request),
    subject: `Format request ${reference}: ${formatOf(request)}, reply by ${due}${spam}`,
    text: [
      `Somebody asks for a format. Please reply by ${due}.`,
      `Reference: ${reference}\nReceived: ${formatDayWithWeekday(dayInLondon(receivedAt))}, ${timeInLondon(receivedAt)} in London`,
      spam &&
        `This may be spam: ${signalsInWords(signals)}. If it is not: npm run requests -- not-spam ${reference}`,
      `Format: ${formatOf(request)}`,
      pageInWords(request, site),
      ...typed(request, ['other_format', 'assistive_technology', 'details']),
      'How to reply:',
      ...typed(request, ['name', 'email', 'telephone', 'postal_address']),
      `When you have replied: npm run requests -- answered ${reference}\nA draft of a reply: npm run requests -- reply ${reference}`,
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
    calendar: calendarEntry(request, host),
  }
}

/**
 * Tells whoever gave an e-mail address that a request was stored. Anybody can type anybody's
 * address, so there is nothing in it that a stranger typed.
 *
 * @returns undefined when no address was given that mail can be sent to
 */
export function copyMail(request: StoredRequest, site: MailSite): Message | undefined {
  const to = replyTo(request)
  if (!to) return undefined
  const { reference } = request
  const about = request.page_title === '' ? '' : ` for “${request.page_title}”`
  return {
    id: `copy-${reference}`,
    date: new Date(request.received_at),
    to: [{ name: '', address: to.address }],
    subject: `Your request for a format: ${reference}`,
    text: [
      `We have your request${about}. We will reply by ${formatDayWithWeekday(request.due_on)}.`,
      `Your reference is ${reference}.`,
      `If you did not ask for anything, somebody has typed your address. You need not do anything.`,
      `${site.name}\n${site.url}/`,
    ].join('\n\n'),
  }
}

/** What is due: a mail for the morning of a working day. */
export interface Digest {
  readonly overdue: readonly StoredRequest[]
  readonly today: readonly StoredRequest[]
  /** Due on the next working day. */
  readonly next: readonly StoredRequest[]
  readonly suspect: readonly StoredRequest[]
}

/**
 * @param unanswered the one that is due first at the beginning
 * @param day the day in London, such as 2016-12-02
 */
export function digestOf(unanswered: readonly StoredRequest[], day: string): Digest {
  const next = nextWorkingDay(day)
  const real = unanswered.filter(({ signals }) => signals === '')
  return {
    overdue: real.filter(({ due_on }) => due_on < day),
    today: real.filter(({ due_on }) => due_on === day),
    next: real.filter(({ due_on }) => due_on > day && due_on <= next),
    suspect: unanswered.filter(({ signals, due_on }) => signals !== '' && due_on <= next),
  }
}

/** @returns undefined when nothing is due. */
export function digestMail(
  digest: Digest,
  day: string,
  to: readonly Mailbox[],
): Message | undefined {
  const { overdue, today, next, suspect } = digest
  const counts = [
    [overdue.length, 'overdue'],
    [today.length, 'due today'],
    [next.length, 'due on the next working day'],
    [suspect.length, 'possible spam'],
  ] as const
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  if (said.length === 0) return undefined
  const part = (heading: string, requests: readonly StoredRequest[]) =>
    requests.length === 0
      ? []
      : [[heading, ...requests.map((each) => `  ${lineOf(each)}`)].join('\n')]
  return {
    id: `digest-${day}`,
    date: new Date(`${day}T08:00:00Z`),
    to,
    subject: `Format requests: ${said.join(', ')}`,
    text: [
      ...part('Overdue:', overdue),
      ...part('Due today:', today),
      ...part('Due on the next working day:', next),
      ...part('Possible spam, please look:', suspect),
      'All of one request: npm run requests -- show REFERENCE',
    ].join('\n\n'),
  }
}

const lineOf = (request: StoredRequest): string =>
  `${request.reference}  reply by ${formatDayWithWeekday(request.due_on)}  ${formatOf(request)}`

const formatOf = ({ format }: StoredRequest): string =>
  isFormat(format) ? formats[format] : format

const signalsInWords = (signals: string): string =>
  Object.entries(signalWords)
    .filter(([signal]) => signals.split(',').includes(signal))
    .map(([, words]) => words)
    .join('; ')

function pageInWords({ page, page_title }: StoredRequest, { url }: MailSite): string {
  if (page_title === '') return setOff(fields.page.name, page)
  const path = URL.parse(page, url)?.pathname ?? '/'
  return `${fields.page.name}: ${page_title}\n${url}${path}`
}

function typed(request: StoredRequest, names: readonly FieldName[]): string[] {
  return names
    .filter((name) => request[name] !== '')
    .map((name) => setOff(fields[name].name, request[name]))
}

/** As mail quotes: every line begins with a mark, so that none can pass for one of ours. */
const setOff = (name: string, words: string): string => `${name}:\n${words.replace(/^/gm, '> ')}`

/** ASCII only: few mail servers take others in a header. Such an address stands in the text. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i

function replyTo({ name, email }: StoredRequest): Mailbox | undefined {
  return ADDRESS.test(email) ? { name, address: email } : undefined
}
