const london = 'Europe/London'

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
// Sweden's usual form of a date is ISO 8601's, which is how Intl is made to give one.
const isoDayInLondon = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: london })
const isoMinuteInLondon = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: london,
})

/** @param date a calendar date, such as 2016-11-25. @returns '25 November 2016' */
export function formatDay(date: string): string {
  return dayFormat.format(new Date(date))
}

/** @param date a calendar date, such as 2016-11-28. @returns 'Monday 28 November 2016' */
export function formatDayWithWeekday(date: string): string {
  return `${weekdayFormat.format(new Date(date))} ${formatDay(date)}`
}

/** @param month a number from 1 to 12, or its digits. @returns 'November' */
export function formatMonth(month: number | string): string {
  return monthFormat.format(Date.UTC(2000, Number(month) - 1))
}

/** The calendar date in London at a moment. @returns such as '2016-11-25' */
export function dayInLondon(moment: Date): string {
  return isoDayInLondon.format(moment)
}

/**
 * @param date a calendar date.
 * @param time a time of day, such as 14:05; the beginning of the day when left out.
 * @returns the moment at which clocks in London show them.
 */
export function momentInLondon(date: string, time = '00:00'): Date {
  const key = `${date} ${time}`
  const moment = known.get(key) ?? findInLondon(date, time)
  known.set(key, moment)
  return new Date(moment)
}

/** Finding a moment costs a formatter's work, and thousands of texts are of the same days. */
const known = new Map<string, Date>()

function findInLondon(date: string, time: string): Date {
  // London is at UTC or one hour ahead of it.
  const inSummer = new Date(`${date}T${time}:00+01:00`)
  return isoMinuteInLondon.format(inSummer) === `${date} ${time}`
    ? inSummer
    : new Date(`${date}T${time}:00Z`)
}

/** A moment as feeds and other programs read it (RFC 3339), in UTC and whole seconds. */
export function timestamp(moment: Date): string {
  return moment.toISOString().replace(/\.\d+/, '')
}

/** Year and month of a calendar date, as the digits that addresses use. */
export function yearAndMonth(date: string): { year: string; month: string } {
  return { year: date.slice(0, 4), month: date.slice(5, 7) }
}

/** The time of day in London at a moment. @returns such as '14:05' */
export function timeInLondon(moment: Date): string {
  return isoMinuteInLondon.format(moment).slice(-5)
}
