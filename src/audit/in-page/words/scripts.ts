import { baseOf } from '../../../subeditor/languages.ts'

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu

/** Whether most letters of a text are of a script that is written from the right. */
export function isRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters > 0 && (text.match(rightToLeft)?.length ?? 0) > letters / 2
}

/** Whether most letters of a text are Latin, Greek or Cyrillic. */
export function isLeftToRight(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const found = text.match(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu)
  return letters > 0 && (found?.length ?? 0) > letters / 2
}

/**
 * @param tag of BCP 47
 * @returns whether the language is usually written in Latin letters, or the tag says that it is
 */
export function isWrittenInLatin(tag: string): boolean {
  try {
    const locale = new Intl.Locale(tag)
    return (locale.script ?? locale.maximize().script) === 'Latn'
  } catch {
    return baseOf(tag) === 'en'
  }
}
