import { noteKind, pageKind, planKind, releaseKind, type Kind } from '../document/kinds.ts'
import type { NoteEntry, PageEntry, PlanEntry, ReleaseEntry } from '../document/schemas.ts'
import type { FilterName } from './question.ts'

/** A way to narrow a search, with only those values that something has. */
export interface Facet {
  name: FilterName
  label: string
  /** Words for the choice of all. */
  all: string
  options: { value: string; words: string }[]
}

export interface Everything {
  releases: readonly ReleaseEntry[]
  plans: readonly PlanEntry[]
  notes: readonly NoteEntry[]
  pages: readonly (PageEntry & { id: string })[]
}

/** The facets of a site, in the order of the form; one without values is left out. */
export function facetsOf({ releases, plans, notes, pages }: Everything): Facet[] {
  const kinds: Kind[] = [
    ...releases.map(({ kind }) => releaseKind(kind)),
    ...plans.map(() => planKind),
    ...notes.map(() => noteKind),
    ...pages.map(({ kind }) => pageKind(kind)),
  ]
  const dated = [...releases, ...plans, ...notes]
  const years = new Set(dated.map(({ published }) => published.slice(0, 4)))
  const named = (register: string) =>
    pages
      .filter(({ id }) => id.startsWith(`${register}/`))
      .map(({ id, title }) => ({ value: id.slice(register.length + 1), words: title }))
      .toSorted((a, b) => a.words.localeCompare(b.words, 'en-GB'))
  const facets: Facet[] = [
    {
      name: 'kind',
      label: 'Kind',
      all: 'Every kind',
      options: [...new Map(kinds.map(({ id, words }) => [id, { value: id, words }])).values()],
    },
    { name: 'topic', label: 'Topic', all: 'Every topic', options: named('topics') },
    {
      name: 'year',
      label: 'Year',
      all: 'Every year',
      options: [...years]
        .toSorted()
        .toReversed()
        .map((year) => ({ value: year, words: year })),
    },
    { name: 'person', label: 'Person named', all: 'Everybody', options: named('people') },
    { name: 'body', label: 'Body named', all: 'Every body', options: named('organisations') },
  ]
  return facets.filter(({ options }) => options.length > 0)
}
