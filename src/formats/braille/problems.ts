import type { Publication } from '../../document/library.ts'
import type { Problem } from '../../document/problems.ts'
import { characterProblems, everyWords } from '../characters.ts'
import { languageInEnglish } from '../../document/languages.ts'
import { codeOf, languageOf } from './languages.ts'
import { hasCells } from './liblouis.ts'
import { signForSign, simplified } from './signs.ts'

/**
 * What a writer must change before a publication can be brailled: a language or a character that
 * no table of liblouis has.
 */
export function brailleProblems(publication: Publication): Problem[] {
  const problems = problemsOf.get(publication) ?? [
    ...languageProblems(publication),
    ...characterProblems(publication, 'braille', unknownCharacters, 'Write it in words instead.'),
  ]
  problemsOf.set(publication, problems)
  return problems
}

/** All braille formats ask for the same. They are forgotten with the publication. */
const problemsOf = new WeakMap<Publication, Problem[]>()

function languageProblems(publication: Publication): Problem[] {
  const lacking = new Map<string, Problem>()
  for (const { lang, place } of everyWords(publication)) {
    const code = codeOf(lang)
    if (languageOf(code) || lacking.has(code)) continue
    lacking.set(code, {
      level: 'error',
      ...place,
      what: `${languageInEnglish(lang)} cannot be written as braille.`,
      mend: `Publish these words apart from this text, or have a braille table for “${code}” added to src/formats/braille/languages.ts.`,
    })
  }
  return [...lacking.values()]
}

function unknownCharacters(words: string, lang: string): string[] {
  const { tables } = languageOf(lang) ?? {}
  if (!tables) return []
  const characters = new Set(signForSign(simplified(words, lang), lang))
  return [...characters].filter(
    (each) => !hasCells(tables.contracted, each) || !hasCells(tables.uncontracted, each),
  )
}
