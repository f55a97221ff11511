import type { Colour, Desk } from './desk.ts'
import { printable } from './printable.ts'

/** One row: its cells, and the colour that underlines what a cell says in words. */
export interface Row {
  readonly cells: readonly string[]
  readonly colour?: Colour | undefined
}

const GAP = 2
/** The narrowest that the last column gets, however wide the others are. */
const NARROWEST = 12

/**
 * A table that fits the terminal: the last column is cut. Where no terminal is, nothing is cut:
 * tabs stand between the cells, for `cut` and spreadsheets.
 */
export function table(desk: Desk, heads: readonly string[], rows: readonly Row[]): string {
  const lines = [heads, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(printable))
  if (!desk.isTerminal) return lines.map((cells) => `${cells.join('\t')}\n`).join('')

  const last = heads.length - 1
  const widths = heads.map((_, index) =>
    Math.max(...lines.map((cells) => width(cells[index] ?? ''))),
  )
  const taken = widths.slice(0, last).reduce((sum, each) => sum + each + GAP, 0)
  widths[last] = Math.max(NARROWEST, desk.width - taken)
  return lines
    .map((cells, row) => {
      const text = cells.map((cell, index) => fit(cell, widths[index] ?? 0)).join(' '.repeat(GAP))
      const colour = row === 0 ? 'bold' : rows[row - 1]?.colour
      return `${colour === undefined ? text.trimEnd() : desk.paint(colour, text.trimEnd())}\n`
    })
    .join('')
}

const characters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })
const WIDE =
  /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303f\uff00-\uff60]/u

/** Columns of a terminal that a text takes, as nearly as can be known without asking the terminal. */
function width(text: string): number {
  let sum = 0
  for (const { segment } of characters.segment(text)) sum += WIDE.test(segment) ? 2 : 1
  return sum
}

function fit(text: string, columns: number): string {
  const missing = columns - width(text)
  if (missing >= 0) return text + ' '.repeat(missing)
  let kept = ''
  let used = 1
  for (const { segment } of characters.segment(text)) {
    used += WIDE.test(segment) ? 2 : 1
    if (used > columns) break
    kept += segment
  }
  return `${kept}…`
}
