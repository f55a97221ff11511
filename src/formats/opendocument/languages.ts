import { directionOf } from '../../document/languages.ts'

/* What OpenDocument says of languages. */

/**
 * What a language tag is in OpenDocument, for each kind of script that it tells apart. A region
 * that the tag does not name is `none`, as in LibreOffice: else that of the words around would hold.
 * @param lang a tag of BCP 47, such as en-GB
 */
export function languageProperties(lang: string): Record<string, string> {
  const { language, script, region } = new Intl.Locale(lang)
  const country = region ?? 'none'
  const plain = [language, script, region].filter((part) => part !== undefined).join('-')
  return {
    'fo:language': language,
    'fo:country': country,
    'style:language-asian': language,
    'style:country-asian': country,
    'style:language-complex': language,
    'style:country-complex': country,
    ...(script !== undefined && {
      'fo:script': script,
      'style:script-asian': script,
      'style:script-complex': script,
    }),
    // Variants and the like have no attribute of their own.
    ...(plain !== lang && {
      'style:rfc-language-tag': lang,
      'style:rfc-language-tag-asian': lang,
      'style:rfc-language-tag-complex': lang,
    }),
  }
}

/** @returns lr-tb or rl-tb, as OpenDocument names the direction of lines, tables and pages */
export const writingMode = (lang: string): string =>
  directionOf(lang) === 'rtl' ? 'rl-tb' : 'lr-tb'

/**
 * The direction of paragraphs in a language. The side is named, because LibreOffice takes `start`
 * for the left in every direction.
 */
export function directionProperties(lang: string): Record<string, string> {
  const mode = writingMode(lang)
  return { 'style:writing-mode': mode, 'fo:text-align': mode === 'rl-tb' ? 'right' : 'left' }
}
