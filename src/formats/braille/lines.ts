import { blank } from './words.ts'

/** Cells of a line. */
export const lineLength = 40

/** Where lines begin: the first, and those after it. Counted in cells from 0. */
export interface Shape {
  first: number
  others: number
}

/**
 * UEB's line continuation indicator: the next line goes on without a space. A hyphen would be read
 * as a part of an address; nothing ends with dot 5.
 */
const goesOn = '⠐'

/** Breaks braille into lines between words; a word longer than a line goes on with a mark. */
export function wrap(braille: string, { first, others }: Shape): string[] {
  const lines: string[] = []
  let line = ''
  const margin = () => (lines.length === 0 ? first : others)
  const room = () => lineLength - margin()
  const end = () => {
    lines.push(blank.repeat(margin()) + line)
    line = ''
  }
  for (let word of braille.split(blank).filter((each) => each !== '')) {
    if (line !== '' && line.length + 1 + word.length > room()) end()
    while (word.length > room()) {
      const at = placeToBreak(word, room() - goesOn.length)
      line = word.slice(0, at) + goesOn
      word = word.slice(at)
      end()
    }
    line = line === '' ? word : `${line}${blank}${word}`
  }
  if (line !== '') end()
  return lines
}

/** Cells that are nothing without the next (UEB §1.2.5): no line may end between the two. */
const prefix = /[⠐⠘⠸⠨⠈⠰⠠⠼]/

/** After the last slash or hyphen, if one is near; else between two signs. */
function placeToBreak(word: string, most: number): number {
  const natural = Math.max(
    word.lastIndexOf('⠸⠌', most - 2) + 2,
    word.lastIndexOf('⠤', most - 1) + 1,
  )
  if (natural > most / 2) return natural
  let at = most
  while (at > 1 && prefix.test(word.charAt(at - 1))) at -= 1
  return at
}

/** The blanks on both sides of a centred line, at least three on each (Braille Formats §4.4). */
const sides = 6

export const centre = (braille: string): string[] =>
  wrap(braille, { first: sides, others: sides })
    .map((line) => line.slice(sides))
    .map((line) => blank.repeat(Math.floor((lineLength - line.length) / 2)) + line)
