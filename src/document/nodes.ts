import { formatDay } from './dates.ts'
import type { Block, Inline, NodeOf, SectionVariant } from './vocabulary.ts'

/** Nodes for the words that the site itself puts around what writers write. */

export const text = (value: string): Inline => ({ type: 'text', value })

export const link = (address: string, words: string): Inline => ({
  type: 'link',
  address,
  children: [text(words)],
})

/** @param date a calendar date, such as 2016-11-25 */
export const date = (date: string, value = formatDay(date)): Inline => ({
  type: 'date',
  date,
  value,
})

export const paragraph = (...children: Inline[]): NodeOf<'paragraph'> => ({
  type: 'paragraph',
  children,
})

export const list = (items: Inline[][]): NodeOf<'list'> => ({
  type: 'list',
  ordered: false,
  start: 1,
  children: items.map((item) => ({ type: 'listItem', children: [paragraph(...item)] })),
})

export const section = (
  id: string,
  heading: string,
  children: Block[],
  variant: SectionVariant = 'plain',
  depth = 2,
): NodeOf<'section'> => ({
  type: 'section',
  id,
  depth,
  variant,
  heading: [text(heading)],
  children,
})

/** Joins items into a sentence part: “a”, “a and b”, “a, b and c”. */
const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })
export const inWords = (items: readonly string[]): string => conjunction.format(items)

const smallNumbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
]
/** @returns such as 'five actions' or '12 actions' */
export const counted = (count: number, singular: string, plural = `${singular}s`): string =>
  `${smallNumbers[count] ?? count} ${count === 1 ? singular : plural}`

/** The size of a file. @returns such as '340 kB' or '2.4 MB' */
export const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`

export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
