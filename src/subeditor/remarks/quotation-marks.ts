import type { Reader } from '../manuscript.ts'

/** A curly mark that opens, and the straight one that closes; no curly one closes later. */
const straightEnd = /“[^“”"]*(?<wrong>")(?![^“”"]*”)/dgu
const straightEndOfSingle = /(?<![\p{L}\p{N}])‘[^‘’']*(?<=[^\s‘])(?<wrong>')(?![\p{L}\p{N}])/dgu
const straightStart = /(?<wrong>")[^\s“”"][^“”"]*”/dgu
const straightStartOfSingle =
  /(?<![\p{L}\p{N}])(?<wrong>')(?=\S)(?:[^‘’'\n]|(?<=\p{L})’(?=\p{L}))*[^\s‘’']’(?![\p{L}\p{N}])/dgu

const mends = [
  [straightEnd, 'A curly quotation mark (“) is closed by a straight one (").', 'Write ” there.'],
  [
    straightEndOfSingle,
    "A curly quotation mark (‘) is closed by a straight one (').",
    'Write ’ there.',
  ],
  [straightStart, 'A straight quotation mark (") is closed by a curly one (”).', 'Write “ there.'],
  [
    straightStartOfSingle,
    "A straight quotation mark (') is closed by a curly one (’).",
    'Write ‘ there.',
  ],
] as const

/** Quotation marks of two kinds around the same words. */
export const quotationMarks: Reader = function* ({ prose }) {
  for (const { start, end } of prose.stretches) {
    const words = prose.text.slice(start, end)
    for (const [pattern, what, mend] of mends) {
      for (const { indices } of words.matchAll(pattern)) {
        const [wrong = 0] = indices?.groups?.wrong ?? []
        yield { at: prose.placeOf(start + wrong), what, mend }
      }
    }
  }
}

/**
 * Straight marks that end what a curly one opened.
 * @returns indexes into the words. Behind a digit it may be a sign for inches, and is left out.
 */
export function straightEnds(words: string): number[] {
  return [...words.matchAll(straightEnd)]
    .map(({ indices }) => indices?.groups?.wrong?.[0] ?? 0)
    .filter((index) => !/\d/.test(words.charAt(index - 1)))
}
