import { dayInLondon, formatDay, formatMonth, timeInLondon } from '../document/dates.ts'
import { Refusal } from './refusal.ts'

const months = Array.from({ length: 12 }, (_, index) => formatMonth(index + 1).toLowerCase())

const DAY = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/
const DAY_IN_WORDS = /^(?<day>\d{1,2}) (?<name>[a-z]+) (?<year>\d{4})$/i
const WITH_OFFSET = /T.*(?:Z|[+-]\d{2}:?\d{2})$/
const WITHOUT_OFFSET = /^(?<day>\d{4}-\d{2}-\d{2})T(?<time>\d{2}:\d{2})/
const DAY_AND_TIME = /^(?<day>.+?)(?:,? at |,? )(?<time>\d{1,2}:\d{2})$/i

/**
 * @param text a date such as 2026-12-01 or 1 December 2026
 * @returns the same as 2026-12-01
 * @throws {Refusal} when it is none, or does not exist
 */
export function readDay(text: string): string {
  const { year, month, day, name } = (DAY.exec(text) ?? DAY_IN_WORDS.exec(text))?.groups ?? {}
  const number = name === undefined ? Number(month) : months.indexOf(name.toLowerCase()) + 1
  if (year !== undefined && day !== undefined && number > 0) {
    const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
    // Date takes 30 February for 1 March; a day that exists comes back as it was given.
    const midnight = new Date(`${date}T00:00:00Z`)
    if (!Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date)) return date
    throw new Refusal(`There is no day ${text}.`, 'Write one that is in the calendar.')
  }
  throw new Refusal(`“${text}” is not a date.`, 'Write 2026-12-01 or 1 December 2026.')
}

/**
 * A moment with its offset from UTC. Without one, day and time are London's; but a moment in the
 * form of ISO 8601 (with a T) needs it, because other programs take one without for UTC.
 * @param text such as “1 December 2026 at 00:01”, “2026-12-01 00:01” or 2026-12-01T00:01:00+00:00
 * @returns such as 2026-12-01T00:01:00+00:00
 * @throws {Refusal} when it is none, or when clocks in London show it never or twice
 */
export function readMoment(text: string): string {
  if (WITH_OFFSET.test(text)) return text
  const { day, time } = WITHOUT_OFFSET.exec(text)?.groups ?? {}
  if (day !== undefined && time !== undefined) {
    throw new Refusal(
      `${text} has no offset from UTC.`,
      `For London’s time write “${day} ${time}”.`,
    )
  }
  const parts = DAY_AND_TIME.exec(text)?.groups
  if (parts?.day === undefined || parts.time === undefined) {
    throw new Refusal(
      `“${text}” is not a day with a time.`,
      'Write “1 December 2026 at 00:01” or “2026-12-01 00:01”, in London’s time.',
    )
  }
  return withOffset(readDay(parts.day), parts.time.padStart(5, '0'))
}

/** London is at UTC or one hour ahead of it; on two nights a year an hour is left out or repeated. */
function withOffset(date: string, time: string): string {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    throw new Refusal(`${time} is not a time of day.`, 'Write one from 00:00 to 23:59.')
  }
  const [first, second] = ['+01:00', '+00:00']
    .map((offset) => `${date}T${time}:00${offset}`)
    .filter((moment) => {
      const instant = new Date(moment)
      return dayInLondon(instant) === date && timeInLondon(instant) === time
    })
  if (first === undefined) {
    throw new Refusal(
      `On ${formatDay(date)} clocks in London go forward, and none shows ${time}.`,
      'Write a time from 02:00 on, or one before 01:00.',
    )
  }
  if (second === undefined) return first
  throw new Refusal(
    `On ${formatDay(date)} clocks in London go back, and show ${time} twice.`,
    `Write ${first} for the first time or ${second} for the second.`,
  )
}
