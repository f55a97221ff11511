import { languageInEnglish } from '../../document/languages.ts'
import { foreignExclamation, foreignIn, isLanguage } from '../in-page/words/foreign.ts'
import { isLeftToRight, isWrittenInLatin } from '../in-page/words/scripts.ts'
import { stretchesOfPage, wordsIn } from '../in-page/words/stretches.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const wrongLanguage: PageRule = {
  id: 'wrong-language',
  level: 'error',
  criteria: ['3.1.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H58',
  meets: 'A screen reader reads these words with the sounds of a language that they are not in.',
  mend: 'Correct the lang attribute.',
  *find(): Iterable<FaultyElement> {
    for (const { element, source, lang, words } of stretchesOfPage()) {
      if (!source || source === document.documentElement || !isLanguage(lang)) continue
      if (!isWrittenInLatin(lang) && isLeftToRight(words) && !/-latn/i.test(lang)) {
        // Names and trade marks keep their letters in every script.
        const english = wordsIn(words).length > 3 ? foreignIn(words, lang) : undefined
        if (!english) continue
      }
      const foreign = foreignIn(words, lang) ?? foreignExclamation(words, lang)
      if (!foreign) continue
      yield {
        element,
        detail: `It says ${languageInEnglish(lang)}; the words seem to be ${foreign.name}.`,
        ...(foreign.isCertain ? {} : { level: 'manual' as const }),
      }
    }
  },
}
