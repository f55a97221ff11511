import type { Reader } from '../manuscript.ts'

/**
 * GOV.UK writes for a reading age of 9 (https://www.gov.uk/guidance/content-design/writing-for-gov-uk).
 * The names of bodies alone make a release harder than that, so that we speak up only where it asks
 * for more than compulsory English lessons give to most.
 */
const HIGHEST_AGE = 14
/** Formulas are made for whole texts; on a few sentences, one long name decides. */
const FEWEST_SENTENCES = 9

/** A text that asks for a practised reader, as a whole. */
export const readingAge: Reader = function* ({ text, prose }) {
  const sentences = prose.sentences().filter(({ kind, words }) => kind === 'text' && words > 0)
  const [first] = sentences
  if (!first || sentences.length < FEWEST_SENTENCES) return
  const words = sentences.reduce((sum, each) => sum + each.words, 0)
  const letters = sentences
    .map(({ start, end }) => prose.text.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0)
  const age = ageFor(letters / words, words / sentences.length)
  if (age <= HIGHEST_AGE) return
  const longest = sentences.reduce((most, each) => (each.words > most.words ? each : most), first)
  const line = text.slice(0, prose.placeOf(longest.start)).split('\n').length
  yield {
    at: prose.placeOf(first.start),
    what: `The whole text is for readers of ${inWords(age)}; its longest sentence has ${longest.words} words, on line ${line}.`,
    mend: `Write shorter sentences and choose shorter words, until it is for readers of ${HIGHEST_AGE}.`,
  }
}

/**
 * The Automated Readability Index (Smith and Senter, 1967), which counts letters and so guesses at
 * no syllables; it gives a school year of the United States, where pupils are five years older.
 */
function ageFor(lettersPerWord: number, wordsPerSentence: number): number {
  const grade = 4.71 * lettersPerWord + 0.5 * wordsPerSentence - 21.43
  return Math.round(grade + 5)
}

/** The formula's table ends with students; beyond that its numbers mean no age. */
const inWords = (age: number): string => (age < 18 ? `about ${age}` : '18 or more')
