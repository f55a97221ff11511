import type { Cutter } from './frames.ts'

/** How much of a line another must cover before it cannot be read. */
const SHARE = 0.35

/** A line as it is seen, and whose it is. */
export interface SeenLine<Owner> {
  readonly owner: Owner
  readonly box: DOMRect
}

/** @returns owners of lines that lie over other lines */
export function overlapping<Owner>(lines: readonly SeenLine<Owner>[]): Set<Owner> {
  const sorted = [...lines].sort((one, other) => one.box.top - other.box.top)
  const found = new Set<Owner>()
  for (const [place, { owner, box }] of sorted.entries()) {
    for (let next = place + 1; next < sorted.length; next += 1) {
      const other = sorted[next]
      if (!other || other.box.top > box.bottom) break
      if (isOver(box, other.box)) found.add(owner)
    }
  }
  return found
}

/** @returns the lines of one block as they are seen, with pieces side by side as one */
export function seenLines(lines: readonly DOMRect[], cutters: readonly Cutter[]): DOMRect[] {
  return merged(lines.flatMap((line) => inSight(line, cutters) ?? []))
}

/** The part of a line that no box cuts off. */
function inSight(line: DOMRect, cutters: readonly Cutter[]): DOMRect | undefined {
  if (cutters.length === 0) return line
  let { left, top, right, bottom } = line
  for (const { box } of cutters) {
    left = Math.max(left, box.left)
    right = Math.min(right, box.right)
    top = Math.max(top, box.top)
    bottom = Math.min(bottom, box.bottom)
  }
  const [width, height] = [right - left, bottom - top]
  return width > 1 && height > 1 ? new DOMRect(left, top, width, height) : undefined
}

function merged(lines: readonly DOMRect[]): DOMRect[] {
  const found: DOMRect[] = []
  for (const line of lines) {
    const last = found.at(-1)
    if (!last || !isGoingOn(last, line)) {
      found.push(line)
      continue
    }
    const [top, bottom] = [Math.min(last.top, line.top), Math.max(last.bottom, line.bottom)]
    found[found.length - 1] = new DOMRect(last.left, top, line.right - last.left, bottom - top)
  }
  return found
}

function isGoingOn(last: DOMRect, line: DOMRect): boolean {
  const shared = Math.min(last.bottom, line.bottom) - Math.max(last.top, line.top)
  // A wider gap may hold words of another block, such as the mark of a note.
  return shared > 0.6 * Math.min(last.height, line.height) && Math.abs(line.left - last.right) <= 2
}

function isOver(one: DOMRect, other: DOMRect): boolean {
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  return (
    down > SHARE * Math.min(one.height, other.height) &&
    across > Math.min(8, 0.5 * Math.min(one.width, other.width))
  )
}
