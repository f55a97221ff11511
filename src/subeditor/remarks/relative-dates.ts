import { formatDay, formatDayWithWeekday } from '../../document/dates.ts'
import type { Reader } from '../manuscript.ts'

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months =
  'January|February|March|April|May|June|July|August|September|October|November|December'
const weekday = `(?:${weekdays.join('|')})`
const span = `(?:week|weekend|fortnight|month|quarter|year|decade|spring|summer|autumn|winter)s?`
const number = '(?:\\d+|few|couple of|several|two|three|four|five|six|seven|eight|nine|ten|twelve)'

/** Days that are a number of days from the one on which the text is dated. */
const days: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  tomorrow: 1,
  yesterday: -1,
  'last night': -1,
}

const patterns = [
  Object.keys(days).join('|'),
  `(?:this|next|last|past|coming|current|previous) (?:${number} )?(?:${span}|${months})(?! \\d{4})`,
  `in (?:the )?(?:coming|recent|next few|past few) (?:days|${span})`,
  // “Monday to Friday” and “every Monday” are no dates; “Monday 28 November” is a whole one.
  `(?:on|by|until|till|from|before|after|since|this|next|last) ${weekday}(?![\\p{L}’'])(?! to ${weekday})(?!,? (?:\\d|${months}))`,
  'recently|lately|in due course|at the moment|at present',
].join('|')
const relative = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${patterns})(?![\p{L}\p{N}])`, 'giu')

/** Dates that only those understand who read the text on its day. */
export const relativeDates: Reader = function* ({ prose, dated }) {
  for (const { 0: words, index } of prose.text.matchAll(relative)) {
    yield {
      at: prose.placeOf(index),
      what: `“${words}” says nothing to those who read this in a year.`,
      mend: dateFor(words.toLowerCase(), dated),
    }
  }
}

function dateFor(words: string, dated: string | undefined): string {
  const day = dated === undefined ? Number.NaN : Date.parse(dated)
  const shift = days[words]
  const of = weekdays.findIndex((name) => words.endsWith(` ${name.toLowerCase()}`))
  if (Number.isNaN(day) || (shift === undefined && of === -1)) {
    return 'Name the day, the month or the year.'
  }
  if (shift !== undefined)
    return `Write the date: ${formatDay(later(day, shift))}, if that is meant.`
  // The next one: the text may mean the one before.
  const ahead = (of - new Date(day).getUTCDay() + 7) % 7 || 7
  return `Write the date too, such as ${formatDayWithWeekday(later(day, ahead))}, if that is meant.`
}

const later = (day: number, count: number): string =>
  new Date(day + count * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
