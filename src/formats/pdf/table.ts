import { longestPart } from './words.ts'

/** Room between two columns, in characters. */
const gap = 2

/**
 * How wide the columns of a table are: each as wide as its longest word, and of what is left more
 * for those that have more words.
 * @param columns the words of each cell, column by column
 * @param room how many characters surely fit in a line
 * @returns their widths in characters, or undefined when the words have no room beside each other
 */
export function columnWidths(
  columns: readonly (readonly string[])[],
  room: number,
): number[] | undefined {
  const widths = columns.map((cells) => ({
    least: Math.max(...cells.map(longestPart)) + gap,
    most: Math.max(...cells.map(({ length }) => length)) + gap,
  }))
  const left = room - sum(widths.map(({ least }) => least))
  if (left < 0) return undefined
  const wishes = widths.map(({ least, most }) => Math.sqrt(most - least))
  const all = sum(wishes)
  return widths.map(({ least }, column) =>
    Math.round(least + (all === 0 ? 0 : (left * (wishes[column] ?? 0)) / all)),
  )
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)
