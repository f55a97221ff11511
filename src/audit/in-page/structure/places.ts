import { isSeen } from '../dom.ts'

/** A child that holds words, and where it is drawn. */
export interface Placed {
  readonly element: Element
  readonly box: DOMRect
}

/** @returns the children of a container that are seen and hold words, in the order of the document */
export function placedChildren(container: Element): Placed[] {
  return [...container.children]
    .filter((element) => /[\p{L}\p{N}]/u.test(element.textContent) && isSeen(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
}

/** Whether the eye meets one box before the other: above it, or before it in the same row. */
export function isBefore(one: DOMRect, other: DOMRect, isRightToLeft: boolean): boolean {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  const isSameRow = shared > Math.min(one.height, other.height) / 2
  if (!isSameRow) return one.bottom <= other.top + 2
  return isRightToLeft ? one.left >= other.right - 2 : one.right <= other.left + 2
}
