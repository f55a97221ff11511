import { codeOf, isEnglish, languageOf, uncontractedEnglish, type Grade } from './languages.ts'
import { toBraille, typeforms } from './liblouis.ts'
import { signForSign } from './signs.ts'

/*
 * Words to braille. For English the code is The Rules of Unified English Braille (International
 * Council on English Braille, second edition, 2013), “UEB” in comments.
 */

/** The cell without dots. */
export const blank = '\u2800'

/** Words in one language and one typeform. */
export interface Run {
  lang: string
  words: string
  form: number
}

/** Around words in another language's braille, with the code of the language (UEB §14.3.3). */
export const codeMarks = (lang: string) => ({
  opens: `⠐⠷${toBraille(uncontractedEnglish, codeOf(lang))}⠄`,
  closes: '⠠⠐⠾',
})

/** Whether there are such marks: they are signs of Unified English Braille. */
export const isMarked = (lang: string, around: string): boolean =>
  isEnglish(around) && !isEnglish(lang)

/**
 * Translates a text whose parts may be in several languages.
 * @param around the language of the braille around it
 * @returns words of cells, with blanks between
 */
export const translate = (runs: readonly Run[], grade: Grade, around: string): string =>
  byLanguage(runs)
    .map(({ lang, runs }) => {
      const braille = translateInOne(runs, lang, grade)
      if (braille === '' || !isMarked(lang, around)) return braille
      const { opens, closes } = codeMarks(lang)
      return `${opens}${braille}${closes}`
    })
    .join('')

function byLanguage(runs: readonly Run[]): { lang: string; runs: Run[] }[] {
  const groups: { lang: string; runs: Run[] }[] = []
  for (const run of runs) {
    const lang = codeOf(run.lang)
    const last = groups.at(-1)
    if (last?.lang === lang) last.runs.push(run)
    else groups.push({ lang, runs: [run] })
  }
  return groups
}

function translateInOne(runs: readonly Run[], lang: string, grade: Grade): string {
  const table = languageOf(lang)?.tables[grade]
  if (table === undefined) throw new Error(`There is no braille table for ${lang}.`)
  const words = signForSign(runs.map((run) => run.words).join(''), lang)
  if (isEnglish(lang)) {
    const forms = formsOf(runs, words)
    const plain = forms.every((form) => form === typeforms.none)
    return plain ? translateWords(table, words, lang) : toBraille(table, words, forms)
  }
  // Without emphasis: whether these tables mark it as they should was not checked.
  return words
    .split(address)
    .map((part, index) =>
      index % 2 === 0 ? translateWords(table, part, lang) : remembered(uncontractedEnglish, part),
    )
    .join('')
}

/** The typeform of each UTF-16 unit. A stop or comma has that of the word before it (UEB §9.7). */
function formsOf(runs: readonly Run[], words: string): number[] {
  const forms = runs.flatMap(({ words, form }) => Array<number>(words.length).fill(form))
  for (const { index } of words.matchAll(/(?<=\S)[.,;:!?]/g)) {
    if (forms[index] === typeforms.none) forms[index] = forms[index - 1] ?? typeforms.none
  }
  return forms
}

/**
 * Web and e-mail addresses, which in all languages are written in Unified English Braille: other
 * tables would need eight dots for them.
 */
const address = /(\S*(?::\/\/|www\.|\S@\S)\S*)/

const translateWords = (table: string, words: string, lang: string): string =>
  reachesAcrossSpaces(words, lang)
    ? toBraille(table, words)
    : words
        .split(' ')
        .map((word) => remembered(table, word))
        .join(blank)

/**
 * Whether a word's braille may depend on its neighbours: a number with spaces in it, three words in
 * capitals (UEB §8.5), or straight quotes, which the table pairs.
 */
const reachesAcrossSpaces = (words: string, lang: string): boolean =>
  /\d \d|"/.test(words) ||
  threeInCapitals.test(words) ||
  (languageOf(lang)?.acrossSpaces?.test(words) ?? false)

const threeInCapitals = /(?<!\S)(?=[^\p{Ll}]*\p{Lu})[^\s\p{Ll}]+ [^\s\p{Ll}]+ [^\s\p{Ll}]+(?!\S)/u

/**
 * liblouis needs about 10 µs for a character, and most words of a publication come again: without
 * this the three files of an announcement take about 170 ms instead of 20.
 */
const memory = new Map<string, string>()
const mostRemembered = 20_000

function remembered(table: string, word: string): string {
  const key = `${table} ${word}`
  let braille = memory.get(key)
  if (braille === undefined) {
    braille = toBraille(table, word)
    if (memory.size >= mostRemembered) memory.clear()
    memory.set(key, braille)
  }
  return braille
}
