import { distance } from 'fastest-levenshtein'

/**
 * A word as the list of words and comparisons hold it: small letters without marks and
 * apostrophes, so that Met’s, Met's and mets are one.
 */
export function plainWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}’‘'ʼ]/gu, '')
    .toLowerCase()
}

/** Every word of a text, plain. */
export function wordsIn(text: string): string[] {
  return plainWord(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

const endings = /^(?:e?s|e?d|ing|e|er|ers|ly|y|i?es|i?ed)?$/

/** Whether two plain words differ in an English ending only, which the index looks past. */
export function sameStem(one: string, other: string): boolean {
  let same = 0
  while (same < one.length && one[same] === other[same]) same++
  return same >= 3 && endings.test(one.slice(same)) && endings.test(other.slice(same))
}

/** Whether a word that was found is what was asked for: it begins so, or has the same stem. */
export const answers = (found: string, asked: string): boolean =>
  found.startsWith(asked) || sameStem(found, asked)

/** Letters that may be wrong: one in a short word, two in a long one; numbers must be right. */
function mostWrong(word: string): number {
  if (/\p{N}/u.test(word) || word.length < 4) return 0
  return word.length < 7 ? 1 : 2
}

/**
 * @param asked a plain word.
 * @param known plain words, the most used first.
 * @returns the word itself when it is known; else the nearest by spelling; undefined without one.
 */
export function nearest(asked: string, known: readonly string[]): string | undefined {
  if (known.some((word) => answers(word, asked))) return asked
  let best: string | undefined
  let least = mostWrong(asked) + 1
  for (const word of known) {
    if (Math.abs(word.length - asked.length) >= least) continue
    const wrong = distance(word, asked)
    if (wrong >= least) continue
    best = word
    least = wrong
  }
  return best
}
