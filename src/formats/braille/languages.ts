export type Grade = 'contracted' | 'uncontracted'

interface Language {
  /** Tables of liblouis. */
  tables: Record<Grade, string>
  /** Where what follows a space depends on what stands before it, besides the usual places. */
  acrossSpaces?: RegExp
  /** Characters that the table lacks or gets wrong, and what is read the same. */
  instead?: Readonly<Record<string, string>>
}

/** For what is no prose. */
export const uncontractedEnglish = 'en-ueb-g1.ctb'

const straight = { '“': '"', '”': '"', '„': '"', '‘': "'", '’': "'" }

/** One table for both grades, where a language has no contractions or liblouis no table of them. */
const uncontracted = (table: string, more: Omit<Language, 'tables'> = {}): Language => ({
  tables: { contracted: table, uncontracted: table },
  acrossSpaces: / [-–.%‰°′″]/,
  ...more,
})

/**
 * The languages that public bodies publish in and that liblouis 3.2 writes well. Its tables for
 * Bengali, Punjabi and Urdu lack the full stop or digits, those for Romanian and Scottish Gaelic
 * need eight dots, and it has none for Somali.
 */
const languages: Readonly<Record<string, Language>> = {
  en: { tables: { contracted: 'en-ueb-g2.ctb', uncontracted: uncontractedEnglish } },
  cy: {
    tables: { contracted: 'cy-cy-g2.ctb', uncontracted: 'cy-cy-g1.utb' },
    acrossSpaces: / [-–.]|o'r gloch/i,
  },
  ar: uncontracted('ar-ar-g1.utb'),
  de: uncontracted('de-de-g0.utb'),
  // The table writes ! as a full stop; braille has one sign for ¡ and !.
  es: uncontracted('es-g1.ctb', { instead: { '!': '¡' } }),
  fr: uncontracted('fr-bfu-comp6.utb'),
  ga: uncontracted('ga-g1.utb', { instead: straight }),
  gu: uncontracted('gu-in-g1.utb'),
  it: uncontracted('it-it-comp6.utb', { instead: { ...straight, '–': '-' } }),
  pl: uncontracted('Pl-Pl-g1.utb'),
  pt: uncontracted('pt-pt-g1.utb'),
}

/** The code of the language alone, such as en for en-GB. */
export const codeOf = (lang: string): string => lang.replace(/-.*/, '').toLowerCase()

export const isEnglish = (lang: string): boolean => codeOf(lang) === 'en'

export const languageOf = (lang: string): Language | undefined => languages[codeOf(lang)]
