import type { Fault } from '../../rule.ts'
import { all, isSeen, nameOf } from '../dom.ts'
import { coverOf } from './covered.ts'
import { faultAt } from './faults.ts'
import { markOf, plainLooksOf } from './focus-mark.ts'
import { visitedStops } from './judge-walk.ts'

/** A stop whose focus shows in no style, and the box to look for it in pixels. */
export interface Suspect {
  readonly place: number
  readonly clip: { x: number; y: number; width: number; height: number }
}

const SUSPECTS = 5
/** What has its focus inside, where the page has no say. */
const OF_ANOTHER = 'object, embed, iframe'
const WRITING =
  'textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset], [type=file], [type=image], [type=range], [type=color]), [contenteditable]'

/** Judges where the focus is to be seen: one stop of each kind, or all when it costs nothing. */
export function judgeMarks(): { faults: Fault[]; suspects: Suspect[] } {
  settle()
  blur()
  const stops = visitedStops().filter((stop) => isThere(stop) && !stop.matches(OF_ANOTHER))
  const kinds = Map.groupBy(stops, kindOf)
  const firsts = [...kinds.values()].flatMap((alike) => alike[0] ?? [])
  const plain = firsts.map(plainLooksOf)
  const faults: Fault[] = []
  const suspects: Suspect[] = []
  for (const [index, element] of firsts.entries()) {
    const looks = plain[index]
    if (!looks) continue
    const mark = focusOn(element) ? markOf(looks) : 'strong'
    if (mark === 'strong' || !isShown(element)) continue
    if (mark === 'swapped') {
      const detail = 'The border or the outline only moves by a pixel.'
      faults.push(faultAt('focus-not-visible', element, detail))
      continue
    }
    if (!element.matches(WRITING)) {
      // What styles say may still change no pixel: a border that becomes an outline.
      if (suspects.length < SUSPECTS) suspects.push(suspectOf(element))
      if (mark === 'none') continue
    }
    const only =
      mark === 'none'
        ? 'Only the cursor shows the focus.'
        : 'The mark is thinner than 2 px or has less than 3:1.'
    faults.push(faultAt('focus-faint', element, only + numberWords(kinds, element)))
  }
  blur()
  return { faults, suspects }
}

/** @returns the fault of a suspect in which no pixel changes */
export function faultOfSuspect(place: number, mode: string): Fault[] {
  const element = visitedStops()[place]
  const detail = mode === '' ? undefined : `It shows otherwise, but not in ${mode}.`
  return element ? [faultAt('focus-not-visible', element, detail)] : []
}

/** Puts the focus on a stop, or takes it away: for pictures of both. */
export function showFocus(place: number, isOn: boolean): void {
  const element = visitedStops()[place]
  if (element && isOn) focusOn(element)
  else blur()
}

/** Judges stops that cannot be seen, and those that lie under something fixed. */
export function judgePlaces(): Fault[] {
  settle()
  const faults: Fault[] = []
  const under: Fault[] = []
  const hasLayers = all('*').some((element) =>
    ['fixed', 'sticky'].includes(getComputedStyle(element).position),
  )
  for (const element of visitedStops().filter(isThere)) {
    if (!focusOn(element)) continue
    if (!isShown(element)) {
      faults.push(...hidden(element))
      continue
    }
    if (hasLayers) under.push(...covered(element))
  }
  blur()
  return [...faults, ...firstOfEach(under)]
}

/** A bar lies on many stops: one finding tells of all. */
function firstOfEach(under: readonly Fault[]): Fault[] {
  const alike = Map.groupBy(under, ({ rule, detail = '' }) => `${rule} ${detail}`)
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const more = others.length > 0 ? ` So do ${others.length} others in turn.` : ''
    return [{ ...first, detail: `${first.detail ?? ''}${more}` }]
  })
}

function hidden(element: Element): Fault[] {
  const isNative = element.matches('a, button, input, select, textarea, summary')
  if (!isNative && nameOf(element) === '') return []
  return [faultAt('focus-hidden', element)]
}

function covered(element: Element): Fault[] {
  // Come from above and from below, as Tab and Shift+Tab do: what is scrolled to lies at the other edge.
  for (const from of [document.documentElement.scrollHeight, 0]) {
    blur()
    window.scrollTo(0, from)
    if (!focusOn(element)) return []
    const cover = coverOf(element)
    if (!cover) continue
    const by = nameOf(cover.by).slice(0, 40) || cover.by.localName
    return [
      cover.isWhole
        ? faultAt('focus-obscured', element, `It lies wholly under “${by}”.`)
        : faultAt('focus-partly-obscured', element, `A part of it lies under “${by}”.`),
    ]
  }
  return []
}

function isThere(element: Element): boolean {
  return element.isConnected && element.checkVisibility()
}

/** Whether eyes can meet it while it has the focus, or its label or its words instead. */
function isShown(element: Element): boolean {
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []
  const inner = all<Element>('*', element).slice(0, 10)
  return [element, ...labels, ...inner].some((part) => isSeen(part) && isInReach(part))
}

/** Whether it is inside the screen, or inside what can be scrolled to. */
function isInReach(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
}

function focusOn(element: Element): boolean {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return false
  element.focus()
  // What moves in is looked at when it has come.
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish()
  }
  return document.activeElement === element
}

function blur(): void {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement || activeElement instanceof SVGElement) {
    activeElement.blur()
  }
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish()
  }
}

/** No gliding: places are measured at once. */
function settle(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('html, body, * { scroll-behavior: auto !important }')
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

function kindOf(element: Element): string {
  const style = getComputedStyle(element)
  const { localName, parentElement } = element
  const place = element.closest('header, nav, main, footer, aside, dialog, form')
  return [
    localName,
    element.getAttribute('type'),
    element.getAttribute('class'),
    element.getAttribute('style') ?? '',
    element.id === '' ? '' : 'id',
    parentElement?.className,
    parentElement?.localName,
    place?.localName,
    style.color,
    style.backgroundColor,
  ].join('|')
}

function numberWords(kinds: Map<string, Element[]>, element: Element): string {
  const alike = [...kinds.values()].find(([first]) => first === element)?.length ?? 1
  return alike > 1 ? ` So it is with ${alike} of this kind.` : ''
}

function suspectOf(element: Element): Suspect {
  element.scrollIntoView({ block: 'center' })
  const around = 12
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const [x, y] = [Math.max(0, left - around), Math.max(0, top - around)]
  const width = Math.max(8, Math.min(innerWidth, right + around) - x)
  const height = Math.max(8, Math.min(innerHeight, bottom + around) - y)
  return { place: visitedStops().indexOf(element), clip: { x, y, width, height } }
}
