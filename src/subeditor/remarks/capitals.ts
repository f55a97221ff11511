import type { Prose, Stretch } from '../prose.ts'
import type { Reader } from '../manuscript.ts'

/** Words in capitals in a row, whatever stands between them. */
const run =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}’'&]*(?:[\s,;:.!?/–—"“”‘()-]+[\p{Lu}\p{N}][\p{Lu}\p{N}’'&]*)+(?![\p{L}\p{N}])/gu
const lettersIn = (words: string): number => words.match(/\p{L}/gu)?.length ?? 0

/** Letters with a space behind each, as a poster has them. */
const spaced = /(?<![\p{L}\p{N}’'])\p{L}(?: \p{L}){3,}(?![\p{L}\p{N}’'])/gu

/** Short forms in a list, such as “the BBC, ITV and HMIC”, are not shouted. */
const FEWEST_WORDS = 3
const FEWEST_LETTERS = 12

/**
 * Words of which all letters are capitals: three words or more in a sentence, two or more when
 * nothing else stands in the heading or field.
 */
export function shouted(prose: Prose): Pick<Stretch, 'start' | 'end'>[] {
  return prose.stretches.flatMap(({ kind, start, end }) => {
    const words = prose.text.slice(start, end)
    const isAll = kind !== 'text' && !/\p{Ll}/u.test(words) && lettersIn(words) >= 8
    return [...words.matchAll(run)]
      .filter(({ 0: found }) => {
        const gaps = found.match(/[^\p{L}\p{N}’'&]+/gu) ?? []
        const plain = gaps.filter((gap) => gap.trim() === '').length
        // Letters with spaces between are a remark of their own.
        const isWords = (found.match(/\p{L}{2,}/gu)?.length ?? 0) > gaps.length / 2
        const isLong = gaps.length + 1 >= FEWEST_WORDS && lettersIn(found) >= FEWEST_LETTERS
        return isWords && (isAll || (isLong && plain * 2 >= gaps.length))
      })
      .map(({ 0: found, index }) => ({ start: start + index, end: start + index + found.length }))
  })
}

/**
 * Words in capitals lose the shapes by which practised and dyslexic readers know them, and some
 * screen readers spell them: https://www.gov.uk/guidance/style-guide/a-to-z (capitalisation).
 */
export const capitals: Reader = function* ({ prose }) {
  let told = -1
  for (const { start, end } of shouted(prose)) {
    // Of a paragraph once, whatever interrupts the capitals.
    const isSame = told !== -1 && !prose.text.slice(told, start).includes('\n')
    told = end
    if (isSame) continue
    const [first = ''] = prose.text.slice(start, end).split(/\s/)
    yield {
      at: prose.placeOf(start),
      what: `Words stand in capitals from “${first}” on, which are hard to read.`,
      mend: 'Write small letters; put what must not be missed into a sentence of its own.',
    }
  }
  for (const { 0: letters, index } of prose.text.matchAll(spaced)) {
    yield {
      at: prose.placeOf(index),
      what: `Spaces stand between the letters of “${letters}”, so that a screen reader spells them (WCAG 1.3.2).`,
      mend: `Write “${letters.replaceAll(' ', '')}” without spaces.`,
    }
  }
}
