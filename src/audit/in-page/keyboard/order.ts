import type { Fault } from '../../rule.ts'
import { isSeen, nameOf } from '../dom.ts'
import { faultAt } from './faults.ts'
import { visitedStops } from './judge-walk.ts'

interface Place {
  readonly element: Element
  readonly box: DOMRect
}

/** Judges the order of the stops against where they are seen; only what is clear. */
export function judgeOrder(): Fault[] {
  window.scrollTo(0, 0)
  const places = visitedStops()
    .filter((element) => element.isConnected && isSeen(element) && !isFloating(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
  const numbered = visitedStops().filter(
    (element) => element instanceof HTMLElement && element.tabIndex > 0,
  )
  const back = jumpsOf(places)
  const [first] = numbered
  if (first) return [judgeNumbers(first, numbered.length, back[0])]
  return back.map(([from, to]) =>
    faultAt('focus-order', to.element, `It comes after “${nameFor(from)}”, and is seen before it.`),
  )
}

function judgeNumbers(first: Element, count: number, jump: [Place, Place] | undefined): Fault {
  if (!jump) {
    return faultAt(
      'positive-tabindex',
      first,
      `There are ${count} of them, in the order of the eye.`,
      'warn',
    )
  }
  const [from, to] = jump
  return faultAt(
    'positive-tabindex',
    first,
    `Tab goes from “${nameFor(from)}” back to “${nameFor(to)}”.`,
  )
}

/** @returns the pairs in which Tab goes up a column, or back along a row by two or more stops */
function jumpsOf(places: readonly Place[]): [Place, Place][] {
  const found: [Place, Place][] = []
  let backInRow = 0
  for (const [index, to] of places.entries()) {
    const from = places[index - 1]
    if (!from) continue
    const isBack = isBackInRow(from.box, to.box)
    backInRow = isBack ? backInRow + 1 : 0
    const isReordered = isBack && isMoved(from.element, to.element)
    if (isUp(from.box, to.box) || backInRow === 2 || (isReordered && backInRow === 1)) {
      found.push([from, to])
    }
  }
  return found
}

/** Above, and in the same column: the next column of a page begins at its top as well. */
function isUp(from: DOMRect, to: DOMRect): boolean {
  const shared = Math.min(from.right, to.right) - Math.max(from.left, to.left)
  return to.bottom <= from.top + 2 && shared > 0.5 * Math.min(from.width, to.width)
}

function isBackInRow(from: DOMRect, to: DOMRect): boolean {
  const shared = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top)
  if (shared < 0.5 * Math.min(from.height, to.height)) return false
  const isRightToLeft = getComputedStyle(document.documentElement).direction === 'rtl'
  return isRightToLeft ? to.left >= from.right - 2 : to.right <= from.left + 2
}

/** Whether a style that changes the order of siblings is at work between both. */
function isMoved(from: Element, to: Element): boolean {
  for (let at: Element | null = from; at; at = at.parentElement) {
    const { order, cssFloat } = getComputedStyle(at)
    if (at.contains(to)) {
      const { display, flexDirection } = getComputedStyle(at)
      return display.includes('flex') && flexDirection.endsWith('reverse')
    }
    if (order !== '0' || cssFloat === 'right') return true
  }
  return false
}

function isFloating(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true
  }
  return false
}

function nameFor({ element }: Place): string {
  return nameOf(element).slice(0, 40) || element.localName
}
