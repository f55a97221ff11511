import { formats } from './fields.ts'
import type { Tally } from './tally.ts'

/** A count, or the words that stand for one that could point at a person. */
export type Figure = number | 'under 5' | 'not shown'

export interface Figures {
  readonly asked: Figure
  readonly answered: Figure
  /** How many were answered by the day that was promised. */
  readonly inTime: Figure
}

export interface PublicFigures {
  readonly inAll: Figures
  /** In the order of the form; formats that are no longer offered stand at the end. */
  readonly byFormat: Readonly<Record<string, Figures>>
}

/** The smallest count that is shown. */
const LEAST = 5

/**
 * Counts that nobody can be recognised by. To ask for a format can reveal a disability, so that a
 * count under 5 is hidden, nought too: else "under 5" would say that somebody asked.
 *
 * @param tallies counts by month and format, in any order and as often as it comes
 */
export function publicFigures(tallies: readonly Tally[]): PublicFigures {
  const names = [...new Set([...Object.keys(formats), ...tallies.map(({ format }) => format)])]
  const column = (name: 'asked' | 'answered' | 'in_time') => {
    const counts = new Map(names.map((format) => [format, 0]))
    for (const each of tallies) counts.set(each.format, (counts.get(each.format) ?? 0) + each[name])
    return counts
  }
  const columns = [column('asked'), column('answered'), column('in_time')] as const
  // Nearly everything that is asked is answered: a row that is hidden in one column must be hidden
  // in the next, or its number could be read there.
  const hidden: ReadonlySet<string>[] = []
  for (const counts of columns) hidden.push(hide(counts, hidden.at(-1) ?? new Set()))

  const figures = (figure: (index: 0 | 1 | 2) => Figure): Figures => ({
    asked: figure(0),
    answered: figure(1),
    inTime: figure(2),
  })
  const byFormat = names.map((name) => [
    name,
    figures((index) => show(columns[index].get(name) ?? 0, hidden[index]?.has(name))),
  ])
  return {
    inAll: figures((index) => show(sum([...columns[index].values()]))),
    byFormat: Object.fromEntries(byFormat) as Record<string, Figures>,
  }
}

/**
 * Which formats are hidden in a column whose total is shown. The total less what is shown is the
 * sum of what is hidden, and must leave each small count all of its room, from 0 to 4. Where it does
 * not (3 alone, 3 in two formats, twice 4), other formats are hidden as well. They are taken in the
 * order of the form, whatever their counts: that the smallest is hidden would tell how large it is.
 */
function hide(counts: ReadonlyMap<string, number>, before: ReadonlySet<string>): Set<string> {
  const isHidden = ([name, count]: [string, number]) => count < LEAST || before.has(name)
  const hidden = [...counts].filter(isHidden)
  const others = [...counts].filter((each) => !isHidden(each))
  while (others.length > 0 && isGivenAway(hidden.map(([, count]) => count))) {
    hidden.push(...others.splice(0, 1))
  }
  return new Set(hidden.map(([name]) => name))
}

/** Whether the sum of hidden counts tells more about the small ones than that they are small. */
function isGivenAway(hidden: readonly number[]): boolean {
  const small = hidden.filter((count) => count < LEAST).length
  const covers = hidden.length - small
  // The others are known to have at least 5 each.
  const most = sum(hidden) - covers * LEAST
  if (small === 0) return false
  if (covers > 0) return most < LEAST - 1
  // That nobody asked at all for some formats points at nobody.
  if (most === 0) return small === 1
  return most < LEAST - 1 || most > (LEAST - 1) * (small - 1)
}

function show(count: number, isHidden = false): Figure {
  if (count < LEAST) return 'under 5'
  return isHidden ? 'not shown' : count
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
