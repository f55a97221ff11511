import { nextWorkingDay } from '../due-date.ts'
import { formats, isFormat } from '../fields.ts'
import type { StoredRequest } from '../store.ts'
import { isAnsweredInTime } from '../tally.ts'
import { printable } from './printable.ts'

const shortDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const momentInLondon = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
})

/** @param day a calendar date. @returns '2 Dec 2016' */
export const dayWords = (day: string): string => shortDay.format(new Date(day))

/** @param moment in ISO 8601. @returns '25 November 2016 at 10:00', in London */
export const momentWords = (moment: string): string => momentInLondon.format(new Date(moment))

/** @returns '1 request', '2 requests' */
export const several = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`

/** @returns 'under a minute', '5 minutes', '3 hours' or '2 days' */
export function durationWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000)
  if (minutes < 1) return 'under a minute'
  if (minutes < 60) return several(minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? several(hours, 'hour') : several(Math.floor(hours / 24), 'day')
}

/** @returns the words of a format, with those of the person where it is another one */
export function formatWords({
  format,
  other_format,
}: Pick<StoredRequest, 'format' | 'other_format'>) {
  const words = formatName(format)
  return other_format === '' ? words : `${words}: ${printable(other_format)}`
}

/** @returns the words of a format; those that are no longer offered have only their value */
export const formatName = (format: string): string =>
  isFormat(format) ? formats[format] : printable(format)

export type State = 'overdue' | 'due today' | 'due next' | 'waiting' | 'answered' | 'answered late'

/** @param today the day in London. @returns how far a request is */
export function stateOf(request: StoredRequest, today: string): State {
  if (request.answered_at !== null) return isAnsweredInTime(request) ? 'answered' : 'answered late'
  if (request.due_on < today) return 'overdue'
  if (request.due_on === today) return 'due today'
  return request.due_on <= nextWorkingDay(today) ? 'due next' : 'waiting'
}

/** @returns how far a request is, and whether it may be spam, in words */
export function stateWords(request: StoredRequest, today: string): string {
  const state = stateOf(request, today)
  return request.signals === '' ? state : `${state}, possible spam`
}

/** What other programs get of a request: all but the key that only the store uses. */
export function recordOf(request: StoredRequest) {
  const {
    signals,
    ...record
  }: Partial<Pick<StoredRequest, 'submission_key'>> & Omit<StoredRequest, 'submission_key'> =
    request
  delete record.submission_key
  return { ...record, signals: signals === '' ? [] : signals.split(',') }
}
