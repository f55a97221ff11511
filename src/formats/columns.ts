import type { Cell } from '../document/vocabulary.ts'
import { textOf } from '../document/walk.ts'

/** What a table has room for, all in one unit of length. */
export interface TableRoom {
  width: number
  /** What a letter takes, in bold, nearly. */
  letter: number
  /** What is beside the words of a cell. */
  beside: number
}

/** In letters. A longer word is broken: it is an address. */
const longestKept = 20
/** In letters. Words that take more do so in several lines. */
const longestLine = 80

/**
 * Gives each column room for its longest word, and shares out the rest by how much is in it.
 * @param rows all of the table, also that of its headers
 * @returns lengths that are together as long as the table is wide
 */
export function columnWidths(
  rows: readonly (readonly Cell[])[],
  { width, letter, beside }: TableRoom,
): number[] {
  const [header = []] = rows
  const columns = header.map((_, column) => {
    const cells = rows.map((row) => textOf(row[column]?.children ?? []))
    const longestWord = longest(cells.flatMap((cell) => cell.split(/[\s-]/)))
    return {
      least: Math.min(longestWord, longestKept) * letter + beside,
      share: Math.min(longest(cells), longestLine),
    }
  })
  const least = columns.reduce((sum, column) => sum + column.least, 0)
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  return columns.map((column) =>
    least > width
      ? (width * column.least) / least
      : column.least + ((width - least) * column.share) / Math.max(1, shares),
  )
}

const longest = (words: readonly string[]): number => Math.max(...words.map(({ length }) => length))
