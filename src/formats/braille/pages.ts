import { uncontractedEnglish } from './languages.ts'
import { toBraille } from './liblouis.ts'
import { lineLength } from './lines.ts'
import { blank } from './words.ts'

/** Lines of a page. The last holds its number. */
export const pageLength = 25
const textLines = pageLength - 1

/** Lines that belong together, and how they stand to those around them. */
export interface Piece {
  lines: string[]
  /** A blank line before it, or after it, unless a page begins there. */
  before?: boolean
  after?: boolean
  /** It must not be the last on a page. */
  leads?: boolean
}

/** With a blank line before the first and after the last. */
export function apart(pieces: readonly Piece[]): Piece[] {
  const last = pieces.length - 1
  return pieces.map((piece, index) => ({
    ...piece,
    ...(index === 0 && { before: true }),
    ...(index === last && { after: true }),
  }))
}

/** Without blank lines around: what stands inside an item of a list. */
export const close = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece) => ({ ...piece, before: false, after: false }))

/** Lays pieces on pages, so that none which leads to others is the last on its page. */
export function paginate(all: readonly Piece[]): string[][] {
  const pieces = all.filter(({ lines }) => lines.length > 0)
  const pages: string[][] = []
  let page: string[] = []
  let wantsBlank = false
  const end = () => {
    pages.push(page)
    page = []
  }
  pieces.forEach((piece, index) => {
    const gap = page.length > 0 && (wantsBlank || piece.before) ? 1 : 0
    const fits = page.length + gap + linesTogether(pieces, index) <= textLines
    if (!fits && page.length > 0) end()
    else if (gap > 0) page.push('')
    for (const line of piece.lines) {
      if (page.length === textLines) end()
      page.push(line)
    }
    wantsBlank = piece.after ?? false
  })
  if (page.length > 0) end()
  return pages.map((lines, index) => numbered(lines, index + 1))
}

/** How many lines must stand on the page on which a piece begins. */
function linesTogether(pieces: readonly Piece[], index: number): number {
  const piece = pieces[index]
  if (!piece) return 0
  if (!piece.leads) return 1
  const next = pieces[index + 1]
  const gap = next && (piece.after || next.before) ? 1 : 0
  return piece.lines.length + gap + linesTogether(pieces, index + 1)
}

/** A full page, with its number at the end of the last line. */
function numbered(lines: readonly string[], number: number): string[] {
  const cells = toBraille(uncontractedEnglish, String(number))
  const empty = Array<string>(textLines - lines.length).fill('')
  return [...lines, ...empty, blank.repeat(lineLength - cells.length) + cells]
}
