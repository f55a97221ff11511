import type { Selectable } from 'kysely'
import { dayInLondon } from '../document/dates.ts'
import type { RequestsTable, TalliesTable } from './tables.ts'

/** How many requests of a month asked for a format. */
export type Tally = Selectable<TalliesTable>

/** What of a request is counted. */
export type Countable = Pick<
  Selectable<RequestsTable>,
  'received_at' | 'due_on' | 'format' | 'signals' | 'answered_at'
>

/** @returns whether a request was answered by the day that was promised, in London */
export function isAnsweredInTime({ answered_at, due_on }: Countable): boolean {
  return answered_at !== null && dayInLondon(new Date(answered_at)) <= due_on
}

/** Counts requests by month, in London, and format. Possible spam is not counted. */
export function tally(requests: readonly Countable[]): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const request of requests) {
    if (request.signals !== '') continue
    const month = dayInLondon(new Date(request.received_at)).slice(0, 7)
    const key = `${month} ${request.format}`
    const sum = tallies.get(key) ?? {
      month,
      format: request.format,
      asked: 0,
      answered: 0,
      in_time: 0,
    }
    sum.asked += 1
    if (request.answered_at !== null) sum.answered += 1
    if (isAnsweredInTime(request)) sum.in_time += 1
    tallies.set(key, sum)
  }
  return [...tallies.values()]
}
