import { capitalised, counted, date, link, list, section, text } from './nodes.ts'
import type { Block, Inline } from './vocabulary.ts'

/** What a list shows of a publication. */
export interface Listed {
  address: string
  title: string
  lang: string
  /** Its kind in words, such as 'press release'. */
  kind: string
  /** The day that it is dated. */
  published: string
}

/** One page of a list that grows for ever. */
export interface ListingPage<T> {
  /** Undefined on the first page, which has the newest. */
  year: string | undefined
  address: string
  items: T[]
  /** The pages for each year, when not everything stands on the first. */
  years: { year: string; address: string; count: number }[]
}

/** More than these are too many to look through in one list. */
const most = 25

/**
 * Splits a list so that none of its pages grows without end: the newest first, and all of them by
 * year when there are more. An old page changes only when something of its year does.
 * @param items newest first.
 * @param dayOf the day of an item, as year-month-day.
 */
export function pagesOf<T>(
  address: string,
  items: readonly T[],
  dayOf: (item: T) => string,
): ListingPage<T>[] {
  if (items.length <= most) return [{ year: undefined, address, items: [...items], years: [] }]
  const byYear = [...Map.groupBy(items, (item) => dayOf(item).slice(0, 4))]
  const years = byYear.map(([year, those]) => ({
    year,
    address: `${address}${year}/`,
    count: those.length,
  }))
  return [
    { year: undefined, address, items: items.slice(0, most), years },
    ...byYear.map(([year, those]) => ({
      year,
      address: `${address}${year}/`,
      items: those,
      years: [],
    })),
  ]
}

/** The way to the pages of each year; nothing when all is on one page. */
export function yearsSection(name: string, { years }: ListingPage<unknown>): Block[] {
  if (years.length === 0) return []
  const items = years.map(({ year, address, count }) => [
    link(address, `${name} in ${year}`),
    text(`: ${capitalised(counted(count, 'entry', 'entries'))}`),
  ])
  return [section('years', 'All, by year', [list(items)])]
}

/** A link to a publication, in its own language, with its kind and date. */
export function listedItem(listed: Listed, siteLang: string): Inline[] {
  const { kind, published } = listed
  return [titleLink(listed, siteLang), text(`, ${kind}, `), date(published)]
}

/** The title of a publication as a link; a screen reader reads it in its own language. */
export function titleLink(
  { address, title, lang }: Pick<Listed, 'address' | 'title' | 'lang'>,
  siteLang: string,
): Inline {
  const linked = link(address, title)
  return lang === siteLang ? linked : { type: 'phrase', lang, children: [linked] }
}
