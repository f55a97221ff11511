import { emojiInWords } from '../emoji.ts'

/** Words as a string of Typst's language, in which nothing is a command. */
export function stringLiteral(words: string): string {
  const escaped = words
    .replace(/["\\]/g, '\\$&')
    .replace(/\p{Cc}/gu, (control) => `\\u{${control.charCodeAt(0).toString(16)}}`)
  return `"${escaped}"`
}

/** Words of a text as they are printed: in one line, and with names for emoji. */
export const asPrinted = (words: string): string =>
  emojiInWords(words).replace(/[^\S\u00a0\u2007\u202f]+/g, ' ')

/**
 * Cuts words at places where a line may end although nothing says so: in an address, or in a word
 * that is longer than a line.
 * @param room how many characters surely fit in a line
 */
export function cutAtLineEnds(words: string, room: number): string[] {
  return words.split(/(?<=\s)(?=\S)/).reduce<string[]>((parts, word) => {
    const [first = '', ...others] = word.length <= room ? [word] : cutWord(word, room)
    return [...parts.slice(0, -1), (parts.at(-1) ?? '') + first, ...others]
  }, [])
}

/** Rather after a sign that joins two parts, as addresses have them. */
const cutWord = (word: string, room: number): string[] =>
  word
    .split(/(?<=[/\-_.?&=@])(?=[^/])/)
    .flatMap((part) => (part.length <= room ? [part] : [...graphemes(part)]))

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
function* graphemes(words: string): Generator<string> {
  for (const { segment } of segmenter.segment(words)) yield segment
}

/**
 * Whether a program that reads a PDF aloud could get other words from the printed letters: those
 * of a line that runs from right to left come in the order of the eye, and a letter whose accent is
 * a sign of its own comes twice. Such words are put into the file a second time, as text.
 */
export const areHardToReadBack = (words: string): boolean =>
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]/u.test(words.normalize('NFC'))

/** The longest part of some words in which no line can end, in characters. */
export function longestPart(words: string): number {
  return Math.max(0, ...words.split(/[\s-]+/).map((part) => part.length))
}

/**
 * A title for the foot of a page, where it has one line.
 * @param room how many characters fit
 */
export function shortened(title: string, room: number): string {
  if (title.length <= room) return title
  const whole = title.slice(0, room).replace(/\s+\S*$/, '')
  return `${whole.slice(0, room - 1).replace(/[\s,;:–—-]+$/, '')}…`
}
