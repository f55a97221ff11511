/** The ways to narrow a search, as the address and the index name them. */
export const filterNames = ['kind', 'topic', 'year', 'person', 'body'] as const
export type FilterName = (typeof filterNames)[number]

/** What somebody asks of the search page. */
export interface Question {
  /** As typed, without spaces at its ends. */
  words: string
  filters: Partial<Record<FilterName, string>>
  /** Newest first; otherwise the best match. */
  newest: boolean
  /** Whether to search for the words as they are, however they may be spelt. */
  asTyped: boolean
}

/** @param search the query of an address, with or without its question mark. */
export function readQuestion(search: string): Question {
  const parameters = new URLSearchParams(search)
  const filters: Question['filters'] = {}
  for (const name of filterNames) {
    const value = parameters.get(name)?.trim()
    if (value) filters[name] = value
  }
  return {
    words: tidy(parameters.get('q') ?? ''),
    filters,
    newest: parameters.get('sort') === 'newest',
    asTyped: parameters.has('as-typed'),
  }
}

/** The address at which a question is answered. */
export function addressOf({ words, filters, newest, asTyped }: Question): string {
  const parameters = new URLSearchParams()
  if (words !== '') parameters.set('q', words)
  for (const name of filterNames) {
    const value = filters[name]
    if (value !== undefined) parameters.set(name, value)
  }
  if (newest) parameters.set('sort', 'newest')
  if (asTyped) parameters.set('as-typed', '')
  const query = parameters.toString()
  return query === '' ? '/search/' : `/search/?${query}`
}

/** Whether anything is asked at all. */
export const isEmpty = ({ words, filters }: Question): boolean =>
  words === '' && Object.keys(filters).length === 0

const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** The words that must stand together, when all of the words are in quotes of any kind. */
export function phraseIn(words: string): string | undefined {
  return /^["“”„«‟](.+)["“”„»‟]$/.exec(words)?.[1]?.trim()
}

/**
 * The words in the form that the index is asked in. A hyphen or a slash becomes a space, because
 * the index would otherwise take “child-protection” for one word; in a phrase it stays.
 */
export function wordsForIndex(words: string): string {
  const phrase = phraseIn(words)
  if (phrase !== undefined) return `"${phrase}"`
  return words
    .replace(/["“”„«»‟]/g, ' ')
    .replace(/(?<=\S)[\p{Pd}/](?=\S)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
