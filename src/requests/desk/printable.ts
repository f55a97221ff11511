import { stripVTControlCharacters } from 'node:util'

/**
 * Characters that show nothing and can change what is read: controls, overrides of the direction,
 * zero-width ones, tags. Joiners and selectors of variants stay,
 * which some languages and emoji need.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\u2028\u2029[[\p{Cf}\p{Default_Ignorable_Code_Point}]--[\u200c\u200d\p{Variation_Selector}]]]/gv
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/** @returns what somebody typed, as one line that is harmless on a terminal and in a file */
export function printable(text: string): string {
  return stripVTControlCharacters(text)
    .replace(LINE_BREAK, ' ')
    .replaceAll('\t', ' ')
    .replace(UNSEEN, '')
}

/** The same with its line breaks kept. */
export function printableLines(text: string): string {
  return stripVTControlCharacters(text).split(LINE_BREAK).map(printable).join('\n').trimEnd()
}

/** @returns JSON in ASCII where characters are unseen; whoever reads it gets them back as they were */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value, undefined, 2).replace(
    /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    escape,
  )
  return `${json}\n`
}

const escape = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
