import { boxesOf, seenTexts, squeeze, type SeenText } from '../dom.ts'
import { oncePerRun } from './once.ts'

/** A block whose own words, not those of blocks inside it, are seen. */
export interface Block {
  readonly element: Element
  readonly texts: readonly SeenText[]
  readonly words: string
}

/** @returns the text that is seen on the page; the same list for every rule of a run */
export const textsOfPage = oncePerRun(() => seenTexts())

/** @returns the blocks that hold words, in the order of the document */
export const blocksOfPage = oncePerRun(() => blocksOf(textsOfPage()))

/**
 * @param seen text of the page, where it is known
 * @returns the blocks that hold words as the page is now
 */
export function blocksOf(seen: readonly SeenText[] = seenTexts()): Block[] {
  const byBlock = new Map<Element, SeenText[]>()
  for (const text of seen) {
    const block = blockOf(text.element)
    byBlock.set(block, [...(byBlock.get(block) ?? []), text])
  }
  return [...byBlock].map(([element, texts]) => ({
    element,
    texts,
    words: squeeze(texts.map(({ node }) => node.nodeValue).join('')),
  }))
}

/** @returns the nearest element that is laid out as a block */
export function blockOf(element: Element): Element {
  let at = element
  while (at.parentElement && /^(inline|contents|ruby)/.test(getComputedStyle(at).display)) {
    if (getComputedStyle(at).display === 'inline-block') break
    at = at.parentElement
  }
  return at
}

/** A line of a block, and about how many characters stand in it. */
export interface Line {
  /** In px from the top of the window. */
  readonly middle: number
  readonly characters: number
}

/** @returns the lines as they are drawn, with characters worked out from the mean width */
export function linesOf({ texts, words }: Block): Line[] {
  const boxes = texts
    .flatMap(({ node }) => boxesOf(node))
    .filter(({ width }) => width > 0)
    .map(({ top, height, width }) => ({ middle: top + height / 2, height, width }))
    .sort((one, other) => one.middle - other.middle)
  const mean = boxes.reduce((sum, { width }) => sum + width, 0) / Math.max(1, words.length)
  const lines: { middle: number; width: number }[] = []
  for (const { middle, height, width } of boxes) {
    const last = lines.at(-1)
    // Marks that are raised stand in the line too.
    if (last && middle - last.middle < 0.4 * height) last.width += width
    else lines.push({ middle, width })
  }
  return lines.map(({ middle, width }) => ({ middle, characters: mean === 0 ? 0 : width / mean }))
}

/**
 * Counts every character where it stands: slow, and exact.
 *
 * @returns the most characters that stand in one line
 */
export function longestLine({ texts }: Block): number {
  const range = document.createRange()
  let [line, count, most] = [Number.NEGATIVE_INFINITY, 0, 0]
  let isAfterBlank = true
  for (const { node } of texts) {
    for (let place = 0; place < node.data.length; place += 1) {
      const isBlank = /\s/.test(node.data[place] ?? '')
      if (isBlank && isAfterBlank) continue
      isAfterBlank = isBlank
      range.setStart(node, place)
      range.setEnd(node, place + 1)
      const { top, height } = range.getBoundingClientRect()
      const middle = top + height / 2
      if (!isBlank && height > 0) {
        if (middle - line > 0.4 * height) count = 0
        line = Math.max(line, middle)
      }
      count += 1
      // The blank at which a line breaks is not seen.
      if (!isBlank) most = Math.max(most, count)
    }
  }
  return most
}
