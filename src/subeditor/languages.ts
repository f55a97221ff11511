import { francAll } from 'franc-min'
import { languageInEnglish } from '../document/languages.ts'
import { englishWords, wordLists } from './function-words.ts'

/** Letters that are neither Latin nor, as those of formulas are, of no script. */
const otherLetters =
  /(?:(?!\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited})\p{L}\p{M}*)(?:[\p{M}\s,'’-]*(?!\p{Script=Latin}|\p{Script=Common}|\p{Script=Inherited})\p{L}\p{M}*)+/gu

/** Shorter words say too little of their language, unless small words give it away. */
const FEWEST_WORDS_OF_UNKNOWN = 10

/** The parts of a text that are written in another script than Latin; single letters, as in formulas, are left out. */
export function* inOtherScripts(text: string): Generator<{ words: string; index: number }> {
  for (const { 0: words, index } of text.matchAll(otherLetters)) yield { words, index }
}

/**
 * The language that some words are in when it is plainly not the one that they are said to be in:
 * by the small words of a sentence, and for languages of which we have no list by their trigrams.
 * @param declared a tag of BCP 47.
 * @returns a tag of BCP 47; undefined when the words may well be in the language declared.
 */
export function otherLanguageOf(text: string, declared: string): string | undefined {
  const base = baseOf(declared)
  const words = (text.replaceAll("'", '’').match(/[\p{L}\p{M}]+(?:’\p{L}+)*/gu) ?? []).filter(
    (word) => word !== '',
  )
  if (words.length < 3) return undefined
  // A word with a capital may be a name; the first of a sentence always has one.
  const small = words
    .map((word, index) => (index === 0 ? word.toLowerCase() : word))
    .filter((word) => !/^\p{Lu}/u.test(word))
    .flatMap((word) => (word.includes('’') ? [word, ...word.split('’')] : [word]))
  const counts = (list: ReadonlySet<string>) => small.filter((word) => list.has(word))
  const own = ownWords(base)
  const ofOwn = own ? counts(own).length : 0
  if (ofOwn > words.length / 6) return undefined
  let best: { lang: string; count: number } | undefined
  for (const [lang, { all, ofSentences }] of [...wordLists, ['en', english] as const]) {
    if (lang === base) continue
    const found = counts(all)
    const strong = new Set(counts(ofSentences)).size
    const share = found.length / words.length
    const isSentence =
      words.length < 6
        ? ofOwn === 0 && strong > 1 && share >= 0.4
        : strong > 1 && new Set(found).size > 2 && share >= 0.25 && found.length > ofOwn * 2
    if (isSentence && found.length > (best?.count ?? 0)) best = { lang, count: found.length }
  }
  if (best) return best.lang
  // Names and lists of nouns have no small words in any language.
  if (ofOwn > words.length / 12 || words.length < FEWEST_WORDS_OF_UNKNOWN) return undefined
  const isList = (text.match(/[,;:–/]/g)?.length ?? 0) > words.length / 5
  if (isList || small.length < words.length * 0.7 || !/[.!?]/.test(text)) return undefined
  return byTrigrams(text, base)
}

function byTrigrams(text: string, base: string): string | undefined {
  const ranked = francAll(text).map(([code, score]) => [baseOf(code), score] as const)
  const [best] = ranked
  // A language that has no name in English would say nothing to the writer.
  if (!best || best[0] === 'und' || best[0] === base || languageInEnglish(best[0]) === best[0]) {
    return undefined
  }
  const own = ranked.find(([lang]) => lang === base)?.[1]
  // Of a language that franc does not know, nothing can be said.
  return own === undefined || own > 0.7 ? undefined : best[0]
}

/** With fewer letters, languages of one script cannot be told apart. */
const FEWEST_LETTERS = 25
/** Scripts that many languages share; with the others, the letters alone name the language. */
const isShared = /[\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Devanagari}]/u

/** @returns the language of words in another script than Latin; 'und' when they may be in several. */
export function languageOfScript(words: string): string {
  if (isShared.test(words) && words.length < FEWEST_LETTERS) return 'und'
  return baseOf(francAll(words, { minLength: 1 })[0]?.[0] ?? 'und')
}

const english = { all: englishWords, ofSentences: englishWords }

const ownWords = (base: string): ReadonlySet<string> | undefined =>
  base === 'en' ? englishWords : wordLists.get(base)?.all

/** The language of a tag without its region: 'en' for en-GB, 'fr' for fra; 'und' when there is none. */
export function baseOf(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0]?.split('-')[0] ?? 'und'
  } catch {
    return 'und'
  }
}
