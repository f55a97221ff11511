import type { Reader } from '../manuscript.ts'
import { shouted } from './capitals.ts'

/** What GOV.UK takes as known: https://www.gov.uk/guidance/style-guide/a-to-z (abbreviations and acronyms). */
const wellKnown = ['UK', 'US', 'EU', 'DVLA', 'VAT', 'MP', 'MPs']
/** A link to a file has to say what it is: “(PDF, 340 kB)”. */
const kindsOfFiles = ['PDF', 'CSV', 'ODT', 'ODS', 'EPUB', 'MB', 'KB', 'GB']

/** Capitals that stand for words, such as HMIC, PCSOs, A&E, MoJ or DfE. */
const shortForm = /(?<![\p{L}\p{N}])(?:\p{Lu}{2,}|\p{Lu}\p{Ll}{0,2}&?\p{Lu}+)s?(?![\p{L}\p{N}])/gu
const romanNumeral = /^[IVX]+$/

/** Whether a word is a short form in capitals: what it stands for is asked here, not its spelling. */
export function isShortForm(word: string): boolean {
  return word.replace(/['’]s$/, '').match(shortForm)?.[0] === word.replace(/['’]s$/, '')
}

/** Short forms that neither the text nor the glossary explains, each at its first place. */
export const shortForms: Reader = function* ({ prose, glossary }) {
  const seen = new Set<string>()
  const inCapitals = shouted(prose)
  for (const { 0: written, index } of prose.text.matchAll(shortForm)) {
    const term = written.replace(/s$/, '')
    if (inCapitals.some(({ start, end }) => start <= index && index < end)) continue
    if (seen.has(term) || isKnown(written) || romanNumeral.test(term)) continue
    seen.add(term)
    if (isSpelledOut(term, prose.text)) continue
    const entry = glossary.find((each) => each.term === term)
    if (entry?.meaning !== undefined) continue
    yield {
      at: prose.placeOf(index),
      what: entry
        ? `The short form ${term} is not explained: the glossary says that no source spells it out.`
        : `The short form ${term} is not explained.`,
      mend: entry
        ? 'Find out what it stands for, or ask; then add the meaning and its source to content/glossary.yaml.'
        : `Write it in full the first time, then (${term}), or add it to content/glossary.yaml.`,
    }
  }
}

const isKnown = (term: string): boolean => wellKnown.includes(term) || kindsOfFiles.includes(term)

/** Whether a text has “Long Name (LN)”, or “LN (Long Name)”. */
function isSpelledOut(term: string, text: string): boolean {
  const initial = term.charAt(0).toLowerCase()
  const begins = (words: string[]) => words.some((word) => word.toLowerCase().startsWith(initial))
  // Small words, such as “of”, have no letter in the short form.
  const most = term.length + 4
  const before = text.split(new RegExp(String.raw`[(“‘]*\(${term}s?\)`)).slice(0, -1)
  const behind = text.split(new RegExp(String.raw`(?<!\p{L})${term}s? \(`, 'u')).slice(1)
  return (
    before.some((words) => begins(wordsOf(words).slice(-most))) ||
    behind.some((words) => {
      const [inside = []] = words.split(')').map(wordsOf)
      return inside.length > 1 && inside.length <= most && begins(inside)
    })
  )
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}’'-]+/gu) ?? []
