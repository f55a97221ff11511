import type { Fault } from '../../rule.ts'
import { all, isRendered, isSeen, nameOf, squeeze, wordsOf } from '../dom.ts'
import { faultAt } from './faults.ts'
import { handledOf, HOVERS } from './handlers.ts'
import { styleRules } from './style-sheets.ts'
import { tabStops } from './tab-stops.ts'

const MOST = 6
const SHOWS =
  /(^|;)\s*(display|visibility|opacity|clip|clip-path|max-height|height|left|right|top|transform|content)\s*:/
const MARKS = ['::before', '::after'] as const

let triggers: Element[] = []
let trigger: Element | undefined
let before = new Set<Element>()
let rendered = new Set<Element>()
let marks: string[] = []
let content: Element | undefined

export interface Point {
  readonly x: number
  readonly y: number
}

/** @returns how many elements may show something when the pointer rests on them */
export function findTriggers(): number {
  const byStyle = styleRules()
    .filter(
      ({ selectorText, style }) => selectorText.includes(':hover') && SHOWS.test(style.cssText),
    )
    .flatMap(({ selectorText }) => selectorText.split(',').flatMap(hoveredBy))
  const byScript = all<Element>('body *').filter((element) => handledOf(element, HOVERS).length > 0)
  const kinds = new Map<string, Element>()
  for (const element of [...byStyle, ...byScript]) {
    if (!isSeen(element) || element.matches('html, body')) continue
    const kind = `${element.localName}.${element.getAttribute('class') ?? element.parentElement?.getAttribute('class') ?? ''}`
    // The first of its kind may be the one without content.
    if (kinds.has(kind) && !hasHidden(element)) continue
    if (!kinds.has(kind) || !hasHidden(kinds.get(kind) ?? element)) kinds.set(kind, element)
  }
  triggers = [...kinds.values()].slice(0, MOST)
  return triggers.length
}

function hasHidden(element: Element): boolean {
  const near = [...all<Element>('*', element), ...(element.parentElement?.children ?? [])]
  return near.some((inner) => !isSeen(inner) && squeeze(inner.textContent) !== '')
}

/** The element that is hovered, when a rule shows something else with it: `.a:hover .b`. */
function hoveredBy(selector: string): Element[] {
  const [, hovered, rest] = /^(.*?):hover(.*)$/.exec(selector.trim()) ?? []
  if (hovered === undefined || rest === undefined) return []
  if (!/^[^\s>+~]*[\s>+~]|::?(before|after)/.test(rest)) return []
  try {
    return all<Element>(hovered === '' || /[\s>+~]$/.test(hovered) ? `${hovered}*` : hovered).slice(
      0,
      12,
    )
  } catch {
    return []
  }
}

/** @returns where to put the pointer for a trigger; nothing when it is out of sight */
export function approach(place: number): Point | undefined {
  trigger = triggers[place]
  if (!trigger?.isConnected || !isSeen(trigger)) return undefined
  trigger.scrollIntoView({ block: 'center' })
  before = new Set(all<Element>('body *').filter(isSeen))
  rendered = new Set(all<Element>('body *').filter(isRendered))
  marks = marksOf(trigger)
  return centreOf(trigger.getClientRects()[0] ?? trigger.getBoundingClientRect())
}

/** @returns where the content is that has come; nothing when nothing has */
export function whatCame(): Point | undefined {
  const fresh = all<Element>('body *').filter(
    (element) =>
      (!before.has(element) && isSeen(element)) || (!rendered.has(element) && isRendered(element)),
  )
  content = fresh.find((element) => wordsOf(element) !== '')
  if (content && trigger) return nearestOf(content, centreOf(trigger.getBoundingClientRect()))
  const came = trigger
    ? marksOf(trigger).some((mark, at) => mark !== '' && mark !== marks[at])
    : false
  // A mark before or after is a part of what is hovered: it stays, and has no place of its own.
  return came && trigger ? centreOf(trigger.getBoundingClientRect()) : undefined
}

export function isStillThere(): boolean {
  if (content) return rendered.has(content) ? isSeen(content) : isRendered(content)
  return (
    trigger !== undefined && marksOf(trigger).some((mark, at) => mark !== '' && mark !== marks[at])
  )
}

/** Puts the focus where it may show the same; false when there is no such place. */
export function focusTrigger(): boolean {
  if (!trigger) return false
  const stop = stopOf(trigger)
  stop?.focus()
  return stop !== undefined
}

export function isButton(): boolean {
  return document.activeElement?.matches('button, [role=button], summary, [aria-expanded]') ?? false
}

/** @returns the fault of content that only a pointer shows */
export function hoverOnly(): Fault[] {
  if (!trigger) return []
  const words = squeeze(content?.textContent).slice(0, 60)
  return [
    faultAt('hover-only', trigger, words === '' ? undefined : `This is how “${words}” is shown.`),
  ]
}

export function hoverGone(): Fault[] {
  return trigger
    ? [faultAt('hover-content', trigger, 'It goes when the pointer moves onto it.')]
    : []
}

export function hoverStays(): Fault[] {
  if (!trigger || !content || !isOverOthers(content)) return []
  return [
    faultAt(
      'hover-content',
      trigger,
      'Escape does not put it away, and it lies on other words.',
      'manual',
    ),
  ]
}

function stopOf(element: Element): HTMLElement | undefined {
  const stops = tabStops()
  return (
    stops.find((stop) => stop === element) ??
    stops.find((stop) => element.contains(stop)) ??
    stops.find((stop) => stop.contains(element))
  )
}

function isOverOthers(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return [...before].some((other) => {
    if (element.contains(other) || other.contains(element) || other.childElementCount > 0)
      return false
    const box = other.getBoundingClientRect()
    const isApart = box.right <= left || box.left >= right || box.bottom <= top || box.top >= bottom
    return !isApart && nameOf(other) + wordsOf(other) !== '' && other !== trigger
  })
}

function marksOf(element: Element): string[] {
  return MARKS.map((mark) => {
    const { content: words, opacity, visibility, display } = getComputedStyle(element, mark)
    const isShown = opacity !== '0' && visibility === 'visible' && display !== 'none'
    return isShown && /[\p{L}]{2}/u.test(words.replace(/^(none|normal)$/, '')) ? words : ''
  })
}

function centreOf({ left, right, top, bottom }: DOMRect): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

/** The way that a careful hand takes: the shortest. */
function nearestOf(element: Element, from: Point): Point {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const inset = 3
  return {
    x: Math.min(Math.max(from.x, left + inset), right - inset),
    y: Math.min(Math.max(from.y, top + inset), bottom - inset),
  }
}
