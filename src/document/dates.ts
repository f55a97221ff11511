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

/** @param date a calendar date. @returns the moment at which it begins in London. */
export function startOfDayInLondon(date: string): Date {
  // London is at UTC or one hour ahead of it.
  const inSummer = new Date(`${date}T00:00:00+01:00`)
  return dayInLondon(inSummer) === date ? inSummer : new Date(date)
}

/** Year and month of a calendar date, as the digits that addresses use. */
export function yearAndMonth(date: string): { year: string; month: string } {
  return { year: date.slice(0, 4), month: date.slice(5, 7) }
}
