import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dayInLondon } from '../document/dates.ts'

/** Working days in England from a request to its answer: the promise of the announcement. */
export const WORKING_DAYS = 5

const published = z
  .strictObject({ source: z.string(), england: z.record(z.string(), z.array(z.iso.date())) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'bank-holidays-england.json'), 'utf8')))

/**
 * The day by which a request is answered: five working days in England after the day in London on
 * which it came. That day itself does not count, whatever the hour.
 *
 * @returns a calendar date, such as 2016-12-02
 */
export function dueOn(receivedAt: Date): string {
  let day = dayInLondon(receivedAt)
  for (let counted = 0; counted < WORKING_DAYS; counted++) day = nextWorkingDay(day)
  return day
}

/** @param day a calendar date. @returns the first day after it that England works on */
export function nextWorkingDay(day: string): string {
  let next = daysAfter(day, 1)
  while (!isWorkingDay(next)) next = daysAfter(next, 1)
  return next
}

/** @param day a calendar date. @returns whether England works on it */
export function isWorkingDay(day: string): boolean {
  return !isWeekend(day) && !bankHolidays(day.slice(0, 4)).includes(day)
}

/**
 * @param year such as '2016'
 * @returns England's bank holidays: GOV.UK's list where it has the year, else those of the rule
 */
export function bankHolidays(year: string): readonly string[] {
  return published.england[year] ?? bankHolidaysByRule(Number(year))
}

/** @returns the years that the published list has. */
export const publishedYears = Object.keys(published.england)

/**
 * England's bank holidays of a year in which nothing is proclaimed besides: New Year's Day, Good
 * Friday, Easter Monday, the first and the last Monday of May, the last of August, Christmas Day
 * and Boxing Day. One that falls on a weekend moves to the next day that is free.
 *
 * @see Banking and Financial Dealings Act 1971, section 1 and schedule 1 (with the days that are
 *   proclaimed each year: New Year's Day, and the first Monday of May)
 */
export function bankHolidaysByRule(year: number): string[] {
  const easter = easterSunday(year)
  const days = [
    firstWorkday(isoDay(year, 1, 1), []),
    daysAfter(easter, -2),
    daysAfter(easter, 1),
    mondayFrom(isoDay(year, 5, 1)),
    mondayFrom(isoDay(year, 5, 25)),
    mondayFrom(isoDay(year, 8, 25)),
  ]
  // Boxing Day keeps its Monday when Christmas Day is the Sunday before, which then takes Tuesday.
  const boxingDay = isoDay(year, 12, 26)
  const christmas = firstWorkday(isoDay(year, 12, 25), isWeekend(boxingDay) ? [] : [boxingDay])
  return [...days, christmas, firstWorkday(boxingDay, [christmas])].toSorted()
}

/** Sunday of Easter in the Gregorian calendar (Butcher's algorithm, Nature, 20 April 1876). */
function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return isoDay(year, Math.floor(sum / 31), (sum % 31) + 1)
}

function firstWorkday(day: string, taken: readonly string[]): string {
  while (isWeekend(day) || taken.includes(day)) day = daysAfter(day, 1)
  return day
}

/** The first Monday on or after a day. */
function mondayFrom(day: string): string {
  while (weekday(day) !== 1) day = daysAfter(day, 1)
  return day
}

// Days are counted at midnight UTC, where every day has 24 hours.
const weekday = (day: string): number => new Date(day).getUTCDay()
const isWeekend = (day: string): boolean => weekday(day) === 0 || weekday(day) === 6
const isoDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

/** @param day a calendar date. @param count how many days later, or earlier when negative. */
export function daysAfter(day: string, count: number): string {
  const date = new Date(day)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}
