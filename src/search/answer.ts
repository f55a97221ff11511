import type { Result, SearchIndex } from './index-in-browser.ts'
import { phraseIn, type Question } from './question.ts'
import { answers, nearest, plainWord, wordsIn } from './spelling.ts'

/** How many results are shown at once. */
export const pageOfResults = 10

/** What the index has to say to a question. */
export interface Answer {
  question: Question
  count: number
  first: Result[]
  /** @returns some more results, from a place on. */
  more: (from: number) => Promise<Result[]>
  /** The words that were searched for instead, because nothing has those that were asked for. */
  corrected?: string
  /** Words that nothing has, and that are near to none that something has. */
  missing: string[]
}

/**
 * Searches, and once more with the nearest words when nothing has a word as it is spelt. The index
 * itself would take any word that begins alike and not say so.
 * @throws when the index cannot be fetched
 */
export async function answer(index: SearchIndex, question: Question): Promise<Answer> {
  const asked = await ask(index, question)
  if (question.words === '' || question.asTyped) return asked
  const found = new Set(
    asked.first.flatMap(({ found, title, summary, kind }) =>
      wordsIn([...found, title, summary, kind].join(' ')),
    ),
  )
  const doubtful = wordsIn(question.words).filter(
    (word) => ![...found].some((each) => answers(each, word)),
  )
  if (doubtful.length === 0) return asked

  const known = await index.words()
  const nearestWords = new Map(doubtful.map((word) => [word, nearest(word, known)]))
  const missing = doubtful.filter((word) => nearestWords.get(word) === undefined)
  const words = question.words.replace(
    /[\p{L}\p{M}\p{N}’'ʼ]+/gu,
    (word) => changed(word, nearestWords.get(plainWord(word))) ?? word,
  )
  if (words === question.words) return { ...asked, missing }
  const corrected = await ask(index, { ...question, words })
  if (corrected.count === 0) return { ...asked, missing }
  return { ...corrected, question, corrected: words, missing }
}

const changed = (word: string, near: string | undefined): string | undefined =>
  near === plainWord(word) ? undefined : near

async function ask(index: SearchIndex, question: Question): Promise<Answer> {
  const hits = await index.search(question)
  const more = (from: number) =>
    Promise.all(hits.slice(from, from + pageOfResults).map((load) => load()))
  const first = question.newest ? await more(0) : titleFirst(question.words, await more(0))
  return { question, count: hits.length, first, more, missing: [] }
}

/** Who types a whole title wants that publication, and not a longer title with the same words. */
function titleFirst(words: string, results: Result[]): Result[] {
  const plain = (text: string) => wordsIn(text).join(' ')
  const isIt = ({ title }: Result) => plain(title) === plain(words)
  return results.toSorted((a, b) => Number(isIt(b)) - Number(isIt(a)))
}

/** An answer in one or two sentences, such as “3 results for “child protection”.” */
export function inWords({ question, count, corrected, missing }: Answer): string {
  const { words } = question
  const of = count === 1 ? '1 result' : `${count.toLocaleString('en-GB')} results`
  const unknown = missing.map((word) => `“${word}”`).join(', ')
  if (count === 0) return words === '' ? 'No results.' : `No results for ${quoted(words)}.`
  if (corrected !== undefined) {
    const match = count === 1 ? 'matches' : 'match'
    return `Nothing matches ${quoted(words)}. ${of} ${match} ${quoted(corrected)}.`
  }
  const sentence = words === '' ? `${of}.` : `${of} for ${quoted(words)}.`
  return unknown === '' ? sentence : `${sentence} Nothing has ${unknown}.`
}

/** Words in quotes; a phrase has its own. */
export const quoted = (words: string): string => `“${phraseIn(words) ?? words}”`
