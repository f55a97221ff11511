import { emojiInWords } from '../emoji.ts'
import { isEnglish, languageOf } from './languages.ts'

/* Words before they are translated: liblouis does not know, or does not write well, all of print. */

/** Characters that show nothing, such as soft hyphens and marks of direction. */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
const subscript = /[₀-₉]/g

/** Words as the tables know them, which may be more or fewer characters than before. */
export function simplified(words: string, lang: string): string {
  const simple = emojiInWords(words).normalize('NFC').replace(invisible, '').replace(/\s/g, ' ')
  if (!isEnglish(lang)) return simple
  // The table has raised digits, but no lowered ones (UEB §3.24).
  return simple.replace(subscript, (digit) => `⠰⠢${digit.normalize('NFKC')}`)
}

/** Words with signs that the table writes as it should, each in the place of one UTF-16 unit. */
export function signForSign(words: string, lang: string): string {
  const same = words
    .replace(/[‐‑]/g, '-')
    // The table writes the long dash for it, which print has for words that are left out.
    .replace(/[—―]/g, '–')
    .replace(/(?<=[\p{L}\p{N}])’(?=\p{L})/gu, "'")
  const { instead } = languageOf(lang) ?? {}
  if (instead) return same.replace(/./gu, (character) => instead[character] ?? character)
  if (!isEnglish(lang)) return same
  // A straight quote opens before a word and closes after one; as it is the table has to guess.
  return same
    .replace(/(?<![^\s([“‘])"(?=\S)/g, '“')
    .replace(/(?<=[^\s=])"(?![^\s.,;:!?)\]’”])/g, '”')
}
