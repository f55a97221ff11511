import { inOtherScripts } from '../../subeditor/languages.ts'
import { isRightToLeft, isWrittenInLatin } from '../in-page/words/scripts.ts'
import {
  foreignExclamation,
  foreignIn,
  foreignPage,
  isLanguage,
  quotation,
} from '../in-page/words/foreign.ts'
import { sentencesOf, stretchesOfPage, wordsIn, type Stretch } from '../in-page/words/stretches.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Fewer words may be somebody's name. */
const FEWEST_WORDS = 2
const SENTENCE = 4

export const unmarkedLanguage: PageRule = {
  id: 'unmarked-language',
  level: 'error',
  criteria: ['3.1.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H58',
  meets: 'A screen reader reads these words with the sounds of the language around them.',
  mend: 'Put the words into an element with the lang attribute of their language.',
  *find(): Iterable<FaultyElement> {
    const ofPage = foreignPage()?.lang
    for (const stretch of stretchesOfPage()) {
      // The lang of a part is looked at by the rule of wrong languages.
      if (stretch.source !== document.documentElement) continue
      const lang = ofPage ?? stretch.lang
      if (!isLanguage(lang)) continue
      const fault = inScript(stretch, lang) ?? inWords(stretch, lang)
      if (fault) yield fault
    }
  },
}

function inScript({ element, words }: Stretch, lang: string): FaultyElement | undefined {
  if (!isWrittenInLatin(lang)) return undefined
  for (const { words: found } of inOtherScripts(words)) {
    const letters = found.match(/\p{L}/gu)?.length ?? 0
    const isWordless = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u
    const count = isWordless.test(found) ? Math.ceil(letters / 3) : wordsIn(found).length
    if (count < FEWEST_WORDS) continue
    const detail = `“${found.slice(0, 60).trim()}” is not in the script of ${lang}${isRightToLeft(found) ? ', and needs dir="rtl" too' : ''}.`
    return { element, detail, ...(count >= SENTENCE ? {} : { level: 'manual' }) }
  }
  return undefined
}

function inWords({ element, words }: Stretch, lang: string): FaultyElement | undefined {
  const quoted = [...words.matchAll(quotation)].map((match) => match.slice(1).find(Boolean) ?? '')
  const parts = [...quoted, ...sentencesOf(words), words]
  for (const part of parts) {
    const count = wordsIn(part).length
    const isQuoted = quoted.includes(part)
    const foreign =
      (count >= SENTENCE || (isQuoted && count > 2) ? foreignIn(part, lang) : undefined) ??
      (isQuoted ? foreignExclamation(part, lang) : undefined)
    if (!foreign) continue
    const detail = `“${part.slice(0, 60)}” seems to be ${foreign.name}.`
    return { element, detail, ...(foreign.isCertain ? {} : { level: 'manual' }) }
  }
  return undefined
}
