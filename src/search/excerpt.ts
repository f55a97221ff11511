import { partEnd, textEnd } from '../formats/search-marks.ts'

/** What the index tells of a result, as far as excerpts need it. */
export interface Found {
  /** All words of the record, beginning with its title. */
  content: string
  /** The places of the words that were found, counted in words. */
  locations: readonly number[]
  anchors: readonly Anchor[]
}
export interface Anchor {
  id: string
  text: string
  location: number
}

/** Words of an excerpt; those that were found are marked. */
export interface Piece {
  words: string
  marked: boolean
}

/** A part of a publication in which words were found. */
export interface Part {
  id: string
  title: string
}

const excerptLength = 30
const mostParts = 3
const ends = new Set([partEnd, textEnd])

/** The index counts words between white space, which for it a byte-order mark is not. */
const wordsOf = (content: string): string[] => content.split(/[^\S\uFEFF]+/)

/**
 * Some thirty words round the place where most was found.
 * @param from the first word that may be shown: the title stands above the excerpt already.
 * @returns nothing when the words were found in the title and not in the text.
 */
export function excerpt({ content, locations, anchors }: Found, from: number): Piece[] {
  const words = wordsOf(content)
  const end = anchors.find(({ id }) => id === textEnd)?.location ?? words.length
  const inText = locations.filter((place) => place >= from && place < end)
  const inTitle = locations.some((place) => place < from)
  const inside = inText.length > 0 || inTitle ? inText : locations.filter((place) => place >= end)
  if (inside.length === 0) return []
  const densest = inside.reduce((best, start) => (within(start) > within(best) ? start : best))
  function within(start: number): number {
    return inside.filter((place) => place >= start && place < start + excerptLength).length
  }
  const last = inText.length > 0 ? end : words.length
  const start = Math.max(from, Math.min(densest - 6, last - excerptLength))
  const stop = Math.min(last, start + excerptLength)
  const found = new Set(inside)
  const pieces = words
    .slice(start, stop)
    .flatMap((word, index) => [
      ...(index === 0 ? [] : [plain(' ')]),
      ...(found.has(start + index) ? marked(word) : [plain(word)]),
    ])
  return joined([
    ...(start > from ? [plain('… ')] : []),
    ...pieces,
    ...(stop < last ? [plain(' …')] : []),
  ])
}

const plain = (words: string): Piece => ({ words, marked: false })

/** The signs round a word are not what was found. */
function marked(word: string): Piece[] {
  const [, before = '', middle = word, after = ''] =
    /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word) ?? []
  return [plain(before), { words: middle, marked: true }, plain(after)]
}

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces.filter(({ words }) => words !== '')) {
    const last = all.at(-1)
    if (last && !last.marked && !piece.marked) last.words += piece.words
    else all.push({ ...piece })
  }
  return all
}

/** The words that were found, without the signs round them. */
export function foundWords({ content, locations }: Found): string[] {
  const words = wordsOf(content)
  return [...new Set(locations)].map((place) => words[place] ?? '')
}

/** How many words of the content a title takes up. */
export const lengthOf = (title: string): number => wordsOf(title).length

/** The parts in which most was found, in reading order. */
export function parts({ locations, anchors }: Found): Part[] {
  const counts = new Map<Anchor, number>()
  const inOrder = anchors
    .filter(({ id, text }) => ends.has(id) || text.trim() !== '')
    .toSorted((a, b) => a.location - b.location)
  for (const place of locations) {
    const anchor = inOrder.findLast(({ location }) => location <= place)
    if (anchor && !ends.has(anchor.id)) counts.set(anchor, (counts.get(anchor) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostParts)
    .map(([anchor]) => anchor)
    .toSorted((a, b) => a.location - b.location)
    .map(({ id, text }) => ({ id, title: text.trim().replace(/:$/, '') }))
}
