import type { Cutter } from './frames.ts'

/** How much of a line must be out of its box before letters are lost: ascenders have some room. */
const SHARE = 0.35
/** The same of its width, in px and as a share: a line may end in a blank. */
const ACROSS_PX = 4
const ACROSS = 0.05

/**
 * @param lines of one block
 * @param cutters of the block, from the inside out
 * @returns the box that cuts some of the lines and leaves some in sight
 */
export function cutterOfLines(
  lines: readonly DOMRect[],
  cutters: readonly Cutter[],
): Element | undefined {
  for (const cutter of cutters) {
    // What can be scrolled to is not lost, and what is that small is for ears alone.
    if (cutter.scrolls || cutter.box.width <= 1 || cutter.box.height <= 1) return undefined
    const isCut = lines.some((line) => isOut(line, cutter))
    if (isCut && !lines.every((line) => isGone(line, cutter.box))) return cutter.element
  }
  return isCutByWindow(lines) ? document.body : undefined
}

function isOut(line: DOMRect, { box, cutsDown, cutsAcross }: Cutter): boolean {
  const down = outside(line.top, line.bottom, box.top, box.bottom)
  const across = outside(line.left, line.right, box.left, box.right)
  return (
    (cutsDown && down > SHARE * line.height) ||
    (cutsAcross && across > Math.max(ACROSS_PX, ACROSS * line.width))
  )
}

/** How much of a stretch, in px, lies outside another. */
function outside(from: number, to: number, least: number, most: number): number {
  return Math.max(0, least - from) + Math.max(0, to - most)
}

function isGone(line: DOMRect, box: DOMRect): boolean {
  return (
    line.bottom <= box.top ||
    line.top >= box.bottom ||
    line.right <= box.left ||
    line.left >= box.right
  )
}

/** Where the page does not scroll sideways, what is beyond the window cannot be reached. */
function isCutByWindow(lines: readonly DOMRect[]): boolean {
  const isBeyond = lines.some(({ left, right }) => left < innerWidth - 8 && right > innerWidth + 8)
  if (!isBeyond) return false
  const { documentElement: root, body } = document
  return [root, body].some((each) => /hidden|clip/.test(getComputedStyle(each).overflowX))
}
