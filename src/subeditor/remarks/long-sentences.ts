import type { Reader } from '../manuscript.ts'

/** The limit of GOV.UK: https://insidegovuk.blog.gov.uk/2014/08/04/sentence-length-why-25-words-is-our-limit/ */
const MOST_WORDS = 25

/** Sentences that a reader has to begin again. */
export const longSentences: Reader = function* ({ prose }) {
  for (const { start, words } of prose.sentences()) {
    if (words <= MOST_WORDS) continue
    yield {
      at: prose.placeOf(start),
      what: `A sentence has ${words} words.`,
      mend: `Make two of it: many readers lose their way after ${MOST_WORDS} words.`,
    }
  }
}
