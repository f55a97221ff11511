import { boxesOf } from '../dom.ts'
import { blocksOfPage, type Block } from './blocks.ts'

/** Words that are there and cannot be read. */
export interface LostText {
  readonly element: Element
  readonly kind: 'cut' | 'overlaps'
  /** Whether the page says with an ellipsis that there is more. */
  readonly isShortened: boolean
}

/** How much of a line must be out of its box before letters are lost: ascenders have some room. */
const SHARE = 0.35

/**
 * @param blocks in the order of the document
 * @returns blocks with a part in sight and a part cut off, and lines that lie over each other
 */
export function lostTexts(blocks: readonly Block[] = blocksOfPage()): LostText[] {
  const read = blocks.filter(({ element }) => !element.closest('svg') && !isTurned(element))
  const boxes = new Map(read.map((block) => [block, linesBoxes(block)]))
  return [...cutTexts(boxes), ...overlappingTexts(boxes)]
}

function linesBoxes({ texts }: Block): DOMRect[] {
  return texts
    .flatMap(({ node }) => boxesOf(node))
    .filter(({ width, height }) => width > 1 && height > 1)
}

function* cutTexts(boxes: ReadonlyMap<Block, DOMRect[]>): Iterable<LostText> {
  for (const [{ element }, lines] of boxes) {
    const cutter = cutterOf(element, lines)
    if (cutter)
      yield { element, kind: 'cut', isShortened: isShortened(cutter) || isShortened(element) }
  }
}

/** @returns the box that cuts some of the lines and leaves some in sight */
function cutterOf(element: Element, lines: readonly DOMRect[]): Element | undefined {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY, position, display } = getComputedStyle(at)
    const hides = (value: string): boolean => value === 'hidden' || value === 'clip'
    const [acrossHides, downHides] = [hides(overflowX), hides(overflowY)]
    // What can be scrolled to is not lost.
    if (
      overflowX === 'auto' ||
      overflowX === 'scroll' ||
      overflowY === 'auto' ||
      overflowY === 'scroll'
    )
      return undefined
    if (position === 'fixed' || display === 'inline') continue
    if (!acrossHides && !downHides) continue
    const box = at.getBoundingClientRect()
    if (box.width <= 1 || box.height <= 1) return undefined
    const isOut = (line: DOMRect): boolean =>
      (downHides && outside(line.top, line.bottom, box.top, box.bottom) > SHARE) ||
      (acrossHides &&
        outside(line.left, line.right, box.left, box.right) > 0.05 &&
        Math.max(line.right - box.right, box.left - line.left) > 4)
    const out = lines.filter(isOut)
    const isGone = (line: DOMRect): boolean =>
      line.bottom <= box.top ||
      line.top >= box.bottom ||
      line.right <= box.left ||
      line.left >= box.right
    if (out.length > 0 && !lines.every(isGone)) return at
  }
  return isCutByWindow(lines) ? document.body : undefined
}

/** Where the page does not scroll sideways, what is beyond the window cannot be reached. */
function isCutByWindow(lines: readonly DOMRect[]): boolean {
  const { documentElement: root, body } = document
  const isFixed = [root, body].some((each) => /hidden|clip/.test(getComputedStyle(each).overflowX))
  return isFixed && lines.some(({ left, right }) => left < innerWidth - 8 && right > innerWidth + 8)
}

/** The share of a stretch that lies outside another. */
function outside(from: number, to: number, least: number, most: number): number {
  return (Math.max(0, least - from) + Math.max(0, to - most)) / Math.max(1, to - from)
}

/** Whether the page shows that there is more: an ellipsis, or a way to the whole beside it. */
function isShortened(element: Element): boolean {
  const next = element.nextElementSibling
  const isLed = next?.matches('a, button, details, :has(> a, > button)') ?? false
  if (isLed && /\b(full|more|all|whole|expand|show)\b/i.test(next?.textContent ?? '')) return true
  const style = getComputedStyle(element)
  return (
    style.textOverflow === 'ellipsis' || style.getPropertyValue('-webkit-line-clamp') !== 'none'
  )
}

function* overlappingTexts(boxes: ReadonlyMap<Block, DOMRect[]>): Iterable<LostText> {
  // A bar that stays in place covers words for as long as they are scrolled under it.
  const all = [...boxes]
    .filter(([{ element }]) => !isPinned(element))
    .flatMap(([block, lines]) =>
      merged(lines.flatMap((line) => inSight(block.element, line) ?? [])).map((box) => ({
        block,
        box,
      })),
    )
    .sort((one, other) => one.box.top - other.box.top)
  const told = new Set<Element>()
  for (const [place, { block, box }] of all.entries()) {
    for (let next = place + 1; next < all.length; next += 1) {
      const other = all[next]
      if (!other || other.box.top > box.bottom) break
      if (told.has(block.element) || !isOver(box, other.box)) continue
      told.add(block.element)
      const isShort = isShortened(block.element)
      yield { element: block.element, kind: 'overlaps', isShortened: isShort }
    }
  }
}

/** Whether the element stands aslant, so that its boxes are larger than its letters. */
export function isTurned(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { transform, rotate } = getComputedStyle(at)
    if (rotate !== 'none' && rotate !== '0deg') return true
    if (transform !== 'none' && Math.abs(new DOMMatrixReadOnly(transform).b) > 0.01) return true
  }
  return false
}

/** The part of a line that no box cuts off. */
function inSight(element: Element, line: DOMRect): DOMRect | undefined {
  let { left, top, right, bottom } = line
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const { overflowX, overflowY, display } = getComputedStyle(at)
    if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) continue
    const box = at.getBoundingClientRect()
    left = Math.max(left, box.left)
    right = Math.min(right, box.right)
    top = Math.max(top, box.top)
    bottom = Math.min(bottom, box.bottom)
  }
  return right - left > 1 && bottom - top > 1
    ? new DOMRect(left, top, right - left, bottom - top)
    : undefined
}

function isPinned(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
  }
  return false
}

/** Boxes side by side in one line as one box. */
function merged(lines: readonly DOMRect[]): DOMRect[] {
  const found: DOMRect[] = []
  for (const line of lines) {
    const last = found.at(-1)
    const isSameLine =
      last &&
      Math.min(last.bottom, line.bottom) - Math.max(last.top, line.top) >
        0.6 * Math.min(last.height, line.height) &&
      line.left >= last.right - 2 &&
      // A wider gap may hold words of another block, such as the mark of a note.
      line.left <= last.right + 2
    if (last && isSameLine) {
      const [top, left] = [Math.min(last.top, line.top), last.left]
      found[found.length - 1] = new DOMRect(
        left,
        top,
        line.right - left,
        Math.max(last.bottom, line.bottom) - top,
      )
    } else found.push(line)
  }
  return found
}

function isOver(one: DOMRect, other: DOMRect): boolean {
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  return (
    down > SHARE * Math.min(one.height, other.height) &&
    across > Math.min(8, 0.5 * Math.min(one.width, other.width))
  )
}

/**
 * @param before what was lost already
 * @returns what is lost now, with words that say so
 */
export function newlyLost(
  before: readonly LostText[],
  now = lostTexts(),
): { element: Element; detail: string; isShortened: boolean }[] {
  const known = new Set(before.map(({ element }) => element))
  return now
    .filter(({ element }) => !known.has(element))
    .map(({ element, kind, isShortened: isShort }) => ({
      element,
      isShortened: isShort,
      detail: kind === 'cut' ? 'A part of the words is cut off.' : 'Lines lie over each other.',
    }))
}
