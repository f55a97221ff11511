import { channelsOf } from './colours.ts'

/** How much of the five points of an element something else lies on. */
export interface Cover {
  readonly by: Element
  readonly isWhole: boolean
}

/**
 * @param element scrolled into view
 * @returns what lies on it; undefined when nothing does
 */
export function coverOf(element: Element): Cover | undefined {
  const points = [...element.getClientRects()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .flatMap(pointsOf)
  const inside = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
  const covers = inside.flatMap(([x, y]) => coverAt(element, x, y) ?? [])
  const [by] = covers
  return by && { by, isWhole: covers.length === inside.length }
}

/** The centre and the corners, a little inside, because borders touch and corners are round. */
function pointsOf({ left, right, top, bottom, width, height }: DOMRect): [number, number][] {
  const inset = Math.min(4, width / 4, height / 4)
  const [start, end, high, low] = [left + inset, right - inset, top + inset, bottom - inset]
  return [
    [(left + right) / 2, (top + bottom) / 2],
    [start, high],
    [end, high],
    [start, low],
    [end, low],
  ]
}

function coverAt(element: Element, x: number, y: number): Element | undefined {
  const shown = document.elementFromPoint(x, y)
  if (!shown || element.contains(shown) || shown.contains(element)) return undefined
  if (shown.closest('label')?.contains(element) === true || isLabelOf(shown, element))
    return undefined
  for (let at: Element | null = shown; at && !at.contains(element); at = at.parentElement) {
    const { position, backgroundColor, backgroundImage } = getComputedStyle(at)
    const isOpaque =
      (channelsOf(backgroundColor)[3] ?? 0) > 200 ||
      backgroundImage !== 'none' ||
      at.matches('img, video, canvas')
    // Parts of the flow that overlap a little are another fault.
    if (isOpaque && layerOf(at, element) && position !== '') return at
  }
  return undefined
}

function isLabelOf(shown: Element, element: Element): boolean {
  const label = shown.closest('label')
  return label !== null && label.control === element
}

/** Whether it lies above the flow of the page: fixed, sticky or placed. */
function layerOf(cover: Element, element: Element): boolean {
  for (let at: Element | null = cover; at && !at.contains(element); at = at.parentElement) {
    if (['fixed', 'sticky'].includes(getComputedStyle(at).position)) return true
  }
  return false
}
