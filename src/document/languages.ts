/** The name of a language in English, such as 'Welsh' for cy; the tag itself where none is known. */
export const languageInEnglish = (lang: string): string =>
  new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(lang) ?? lang

const directions = new Map<string, 'ltr' | 'rtl'>()

/**
 * Remembered, because formats ask it of each paragraph.
 * @param lang a tag of BCP 47, such as ar
 * @returns 'rtl' for languages that are written from the right
 */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const known = directions.get(lang)
  if (known) return known
  const direction = new Intl.Locale(lang).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
  directions.set(lang, direction)
  return direction
}
