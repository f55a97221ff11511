import type { Nodes } from 'mdast'

/** A line of the source, without what only indents or quotes it. */
export interface SourceLine {
  words: string
  /** The character of the file at which it begins. */
  at: number
}

/**
 * The lines of a paragraph as they were typed, with their escapes: in MDX every line break, hard
 * or soft, is the end of a line of the source.
 * @param text the whole file.
 */
export function linesOf({ position }: Nodes, text: string): SourceLine[] {
  let at = position?.start.offset ?? 0
  return text
    .slice(at, position?.end.offset ?? at)
    .split('\n')
    .map((line) => {
      const indent = /^[>\s]*/.exec(line)?.[0].length ?? 0
      const found = { words: line.slice(indent).replace(/\\?\s*$/, ''), at: at + indent }
      at += line.length + 1
      return found
    })
}
