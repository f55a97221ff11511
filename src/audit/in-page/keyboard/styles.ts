import { all } from '../dom.ts'

/** The properties by which pages show where the focus is. */
const PROPERTIES = [
  'outline-style',
  'outline-width',
  'outline-color',
  'outline-offset',
  'box-shadow',
  'border-top-style',
  'border-top-width',
  'border-top-color',
  'border-bottom-style',
  'border-bottom-width',
  'border-bottom-color',
  'border-left-style',
  'border-left-width',
  'border-left-color',
  'border-right-style',
  'border-right-width',
  'border-right-color',
  'background-color',
  'background-image',
  'color',
  'text-decoration-line',
  'text-decoration-thickness',
  'text-decoration-color',
  'font-weight',
  'opacity',
  'transform',
  'visibility',
  'display',
  'width',
  'height',
  'top',
  'left',
  'filter',
  'clip-path',
  'fill',
  'stroke',
] as const

export type Property = (typeof PROPERTIES)[number]

/** What styles say about a box. */
export type Look = Readonly<Record<string, string>>

/** The element itself first, then what a page may mark in its place. */
export function partsOf(element: Element): Element[] {
  const labels =
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement
      ? [...(element.labels ?? [])]
      : []
  const { previousElementSibling, nextElementSibling, parentElement } = element
  const near = [
    parentElement,
    parentElement?.parentElement,
    previousElementSibling,
    nextElementSibling,
  ]
  const inside = all<Element>('*', element).slice(0, 6)
  return [
    element,
    ...labels,
    ...near.filter((part) => part !== null && part !== undefined),
    ...inside,
  ]
}

/** @returns the looks of every part, its marks before and after included */
export function looksOf(parts: readonly Element[]): Look[] {
  return parts.flatMap((part, place) => {
    const looks = [lookOf(getComputedStyle(part))]
    // Marks before and after are worn by the element, its label or its neighbour.
    if (place < 5) looks.push(markOf(part, '::before'), markOf(part, '::after'))
    return looks
  })
}

function markOf(part: Element, mark: string): Look {
  const style = getComputedStyle(part, mark)
  return style.content === 'none' ? {} : { ...lookOf(style), content: style.content }
}

function lookOf(style: CSSStyleDeclaration): Look {
  const look = Object.fromEntries(PROPERTIES.map((name) => [name, style.getPropertyValue(name)]))
  for (const side of ['outline', 'border-top', 'border-bottom', 'border-left', 'border-right']) {
    const isDrawn =
      look[`${side}-style`] !== 'none' &&
      parseFloat(look[`${side}-width`] ?? '0') > 0 &&
      !isClear(look[`${side}-color`] ?? '')
    if (isDrawn) continue
    // Whatever it says, it is not there.
    for (const what of ['style', 'width', 'color', 'offset'])
      Reflect.deleteProperty(look, `${side}-${what}`)
  }
  if (look['text-decoration-line'] === 'none') {
    delete look['text-decoration-thickness']
    delete look['text-decoration-color']
  }
  return look
}

/** Whether a colour lets everything through. */
export function isClear(colour: string): boolean {
  return colour === 'transparent' || /(^rgba\(.*,|\/) ?0(\.0\d*)?\)$/.test(colour)
}

/** @returns the properties that differ, each with both values */
export function differences(one: Look, other: Look): Map<string, [string, string]> {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return new Map(
    [...names].flatMap((name) => {
      const values: [string, string] = [one[name] ?? '', other[name] ?? '']
      return values[0] === values[1] ? [] : [[name, values]]
    }),
  )
}
