import { languageInEnglish } from '../../../document/languages.ts'
import { englishWords, wordLists } from '../../../subeditor/function-words.ts'
import { baseOf, otherLanguageOf } from '../../../subeditor/languages.ts'
import { oncePerRun } from '../looks/once.ts'
import { stretchesOfPage, wordsIn } from './stretches.ts'

/** A language that words are in, and whether they leave no doubt. */
export interface Foreign {
  readonly lang: string
  /** In English. */
  readonly name: string
  readonly isCertain: boolean
}

/** From here on, the small words of a sentence leave no doubt. */
const CERTAIN_WORDS = 6
/** Words without a meaning that stand in for others. */
const filler = /lorem ipsum|\bdolor sit\b|\bamet\b|\bconsectetur\b/i

/** What somebody else said, in any kind of marks. */
export const quotation = /“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]|"([^"]+)"|‘([^’]{12,})’/gu

/** Words that make a short exclamation, and are hardly ever used in another language. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  fr: words(
    'allons bonjour bonsoir merci madame mesdames monsieur messieurs mademoiselle oui voilà plaisante plaisantez enchanté amour vive liberté égalité fraternité quoi pourquoi jamais toujours',
  ),
  es: words(
    'hola gracias señor señora señorita buenos buenas días noches adiós amigo amigos vida corazón quiero vamos siempre nunca',
  ),
  it: words('ciao grazie signore signora buongiorno buonasera prego amore vita andiamo sempre mai'),
  de: words('guten danke bitte herr frau wunderbar wiedersehen schön liebe leben immer niemals'),
  pt: words('olá obrigado obrigada senhor senhora bom dia boa noite vida sempre'),
  cy: words('croeso bore diolch cymru iawn nadolig llawen hwyl'),
  pl: words('dzień dobry dziękuję proszę pan pani zawsze'),
}

/** @returns whether the tag names a language at all: what does not, is another rule's */
export function isLanguage(tag: string): boolean {
  const base = baseOf(tag)
  return base !== 'und' && languageInEnglish(base) !== base
}

/**
 * @param text some words that belong together
 * @param declared the tag of the language that they are said to be in
 * @returns the other language that they are in; undefined when they may be in the one declared
 */
export function foreignIn(text: string, declared: string): Foreign | undefined {
  if (filler.test(text)) return undefined
  const base = baseOf(declared)
  const lang = otherLanguageOf(text, declared)
  // Languages next to each other share their small words: without a list of both, only English is far enough from all.
  const isKnown = base === 'en' || wordLists.has(base)
  if (lang === undefined || (!isKnown && lang !== 'en')) return undefined
  const list = lang === 'en' ? englishWords : wordLists.get(lang)?.all
  const found = wordsIn(text)
  const small = new Set(found.map((word) => word.toLowerCase()).filter((word) => list?.has(word)))
  const isCertain = small.size > 2 && found.length >= CERTAIN_WORDS
  return { lang, name: languageInEnglish(lang), isCertain }
}

/** @returns the other language of two to six words that somebody says; never certain */
export function foreignExclamation(text: string, declared: string): Foreign | undefined {
  const found = wordsIn(text.toLowerCase())
  if (found.length < 2 || found.length > 6) return undefined
  const base = baseOf(declared)
  const own = new Set([...(wordLists.get(base)?.all ?? []), ...(spoken[base] ?? [])])
  for (const [lang, list] of Object.entries(spoken)) {
    if (lang === base) continue
    const loud = found.filter((word) => list.includes(word) && !own.has(word))
    const small = found.filter((word) => wordLists.get(lang)?.all.has(word) && !own.has(word))
    const count = new Set([...loud, ...small]).size
    if (loud.length > 0 && count > 1 && count * 2 >= found.length)
      return { lang, name: languageInEnglish(lang), isCertain: false }
  }
  return undefined
}

/** @returns the language of the page's words when it is not the one that the page names */
export const foreignPage = oncePerRun((): Foreign | undefined => {
  const tag = document.documentElement.lang
  if (!isLanguage(tag)) return undefined
  const text = stretchesOfPage()
    .filter(
      ({ source, element }) =>
        source === document.documentElement && !element.closest('blockquote, q'),
    )
    .map((stretch) => stretch.words.replace(quotation, ' '))
    .join('. ')
  return wordsIn(text).length >= CERTAIN_WORDS ? foreignIn(text, tag) : undefined
})

function words(list: string): string[] {
  return list.split(' ')
}
