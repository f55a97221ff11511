import { all, isSeen, selectorOf, seenTexts, snippetOf, squeeze } from '../dom.ts'
import { stopControl } from './media.ts'

/** Seconds that WCAG 2.2, success criterion 2.2.2, lets things move. */
const MOST_SECONDS = 5
/** Of the area that WCAG 2.2 lets flash: 341 × 256 px, and a quarter of it. */
const FLASHING_AREA = 21_824
/** What tells that something is under way, for as long as it is. */
const WAITING = /spinner|loader|loading|skeleton|progress/i

/** Something that moves, blinks or changes. */
export interface MovingPlace {
  readonly kind: 'moves' | 'flashes'
  readonly selector: string
  readonly snippet: string
  readonly detail: string
}

/** @returns what style sheets keep moving for more than five seconds, and what they let flash */
export function styleMotion(): MovingPlace[] {
  const found = new Map<Element, MovingPlace>()
  for (const animation of document.getAnimations()) {
    const { effect } = animation
    if (!(effect instanceof KeyframeEffect) || !effect.target || !isSeenNow(effect.target)) continue
    const { target } = effect
    if (isWaiting(target)) continue
    const { endTime = 0, iterations = 1, duration } = effect.getComputedTiming()
    const seconds = Number(endTime) / 1000
    const frames = effect.getKeyframes()
    const perSecond = flashesIn(frames) / (Number(duration) / 1000)
    const { width, height } = target.getBoundingClientRect()
    const place = { selector: selectorOf(target), snippet: snippetOf(target) }
    if (perSecond > 3 && width * height > FLASHING_AREA && iterations * flashesIn(frames) > 3) {
      found.set(target, {
        ...place,
        kind: 'flashes',
        detail: `It flashes ${Math.round(perSecond)} times a second.`,
      })
    } else if (
      seconds > MOST_SECONDS &&
      !found.has(target) &&
      isVisible(frames) &&
      animation.playState === 'running' &&
      !stopControl()
    ) {
      const time = Number.isFinite(seconds) ? `for ${Math.round(seconds)} seconds` : 'for ever'
      found.set(target, { ...place, kind: 'moves', detail: `Its animation runs ${time}.` })
    }
  }
  return [...found.values()]
}

function isSeenNow(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return element.checkVisibility() && width > 1 && height > 1
}

function isWaiting(element: Element): boolean {
  const around = element.closest('[role=progressbar], [role=status], [aria-busy=true], progress')
  return around !== null || WAITING.test(`${element.id} ${element.getAttribute('class') ?? ''}`)
}

/** How often brightness goes up and down again in one round. */
function flashesIn(frames: readonly ComputedKeyframe[]): number {
  const keys = ['opacity', 'visibility', 'backgroundColor', 'color', 'filter']
  const turns = keys.map((key) => {
    const values = frames.map((frame) => frame[key]).filter((value) => value !== undefined)
    return values.filter((value, place) => place > 0 && value !== values[place - 1]).length
  })
  return Math.ceil(Math.max(0, ...turns) / 2)
}

/** Whether the frames differ in something that is seen. */
function isVisible(frames: readonly ComputedKeyframe[]): boolean {
  const beside = ['offset', 'computedOffset', 'easing', 'composite']
  const looks = frames.map((frame) =>
    JSON.stringify(Object.entries(frame).filter(([key]) => !beside.includes(key))),
  )
  return new Set(looks).size > 1
}

/**
 * @returns how long to watch for a first change that no style sheet makes, in ms; 0 when nothing
 *   of the page asks for a look
 */
export function msToWatch(): number {
  const timers = window.auditTimers ?? []
  const delays = timers
    .filter(({ delay, code }) => delay <= 1000 * MOST_SECONDS && !isOfAudit(delay, code))
    .map(({ delay }) => delay)
  if (delays.length === 0 && !usesFrames()) return 0
  return Math.max(1200, ...delays.map((delay) => delay + 400))
}

/** What drives the browser sets timers in the page too, all of this kind. */
function isOfAudit(delay: number, code: string): boolean {
  return delay === 30 && code.includes('[native code]')
}

function usesFrames(): boolean {
  return [...document.scripts].some(({ textContent }) =>
    textContent.includes('requestAnimationFrame'),
  )
}

/** What was seen at one moment, by element. */
type Moment = Map<Element, string>

/** When an element changed, in ms since the page began, and how often. */
interface Change {
  readonly first: number
  readonly last: number
  readonly times: number
}

const changes = new Map<Element, Change>()
let last: Moment = new Map()
let lastTime = 0

/**
 * Compares the page with how it was when this was called last.
 *
 * @returns how many elements have changed since the first call
 */
export function lookAgain(): number {
  const now = moment()
  // A change lies between two looks: counted from the later one for the first, from the earlier
  // one for the last, so that a span is never made longer than it was.
  const time = performance.now()
  for (const [element, look] of now) {
    if (!last.has(element) || last.get(element) === look) continue
    const { first, times } = changes.get(element) ?? { first: time, times: 0 }
    changes.set(element, { first, last: lastTime, times: times + 1 })
  }
  last = now
  lastTime = time
  return changes.size
}

function moment(): Moment {
  const looks: Moment = new Map()
  const texts = new Set(seenTexts().map(({ element }) => element))
  for (const element of [...texts].slice(0, 400)) looks.set(element, lookOf(element))
  for (const element of all('img, svg, canvas, [style]', document.body).slice(0, 100)) {
    looks.set(element, lookOf(element))
  }
  // What blinks is sometimes not there.
  for (const element of last.keys())
    if (!looks.has(element) && element.isConnected) looks.set(element, lookOf(element))
  return looks
}

function lookOf(element: Element): string {
  const { left, top } = element.getBoundingClientRect()
  const style = getComputedStyle(element)
  const place = [Math.round(left + scrollX), Math.round(top + scrollY)]
  const words = element.closest('input, textarea') ? '' : squeeze(element.textContent)
  const file = element instanceof HTMLImageElement ? element.src : ''
  return [
    ...place,
    isSeen(element),
    style.color,
    style.backgroundColor,
    style.opacity,
    style.visibility,
    words,
    file,
  ].join('|')
}

/** @returns what still changed more than five seconds after its first change, or after the load */
export function scriptMotion(): MovingPlace[] {
  if (stopControl()) return []
  const moving = [...changes].filter(
    ([element, { first, last: latest, times }]) =>
      times > 1 &&
      (latest - first > 1000 * MOST_SECONDS - 400 ||
        (latest > 1000 * MOST_SECONDS && latest - first > 1500 && times <= 3)) &&
      !isWaiting(element) &&
      !isStyled(element),
  )
  const elements = moving.map(([element]) => element)
  return moving
    .filter(([element]) => !elements.some((other) => other !== element && other.contains(element)))
    .map(([element, { times }]) => ({
      kind: 'moves' as const,
      selector: selectorOf(element),
      snippet: snippetOf(element),
      detail: `A script changed it ${times} times while it was watched.`,
    }))
}

/** What a style sheet moves is judged by its own times. */
function isStyled(element: Element): boolean {
  return element.getAnimations({ subtree: true }).length > 0
}
