import { sentencesOf, stretchesOfPage, wordsIn } from '../in-page/words/stretches.ts'
import { syllablesOf } from '../in-page/words/syllables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Fewer words or sentences say nothing: one long name decides. */
const FEWEST_WORDS = 60
const FEWEST_SENTENCES = 3
const LONG_SENTENCES = 30
/** Years at school: this one is the end of a first degree. */
const HIGHEST_GRADE = 16

export const plainLanguage: PageRule = {
  id: 'plain-language',
  level: 'warn',
  criteria: ['3.1.5'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G153',
  meets: 'Only practised readers get through these sentences.',
  mend: 'Write shorter sentences with shorter words, or put a plain summary beside them.',
  *find(): Iterable<FaultyElement> {
    for (const { element, lang, words: text } of stretchesOfPage()) {
      // What somebody said stays as it was said.
      if (element.closest('blockquote, q')) continue
      if (lang !== '' && !/^en\b/i.test(lang)) continue
      const words = wordsIn(text)
      if (words.length < FEWEST_WORDS) continue
      const sentences = sentencesOf(text).filter((each) => wordsIn(each).length > 2)
      if (sentences.length < FEWEST_SENTENCES) continue
      const length = words.length / sentences.length
      const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0) / words.length
      // Flesch and Kincaid, 1975.
      const grade = 0.39 * length + 11.8 * syllables - 15.59
      if (length <= LONG_SENTENCES && grade < HIGHEST_GRADE) continue
      yield {
        element,
        detail: `A sentence has ${Math.round(length)} words on average, and the text asks for ${Math.round(grade)} years at school.`,
      }
    }
  },
}
