import type { Fault } from '../../rule.ts'
import { all, isHeard, isSeen, nameOf, squeeze } from '../dom.ts'
import type { Effect } from './effects.ts'
import { faultAt } from './faults.ts'
import { radiosOf } from './tab-stops.ts'
import { expectedStops, stepsSoFar, type Step } from './walk.ts'

let visited: Element[] = []

/** @returns the elements that the walk stopped at, each once, in the order of the first visit */
export function visitedStops(): readonly Element[] {
  return visited
}

/** Judges the walk forward: what takes the focus and throws it away, and what happens on focus. */
export function judgeForward(): Fault[] {
  const steps = stepsSoFar()
  const end = steps.findIndex(({ hasLeft }) => hasLeft)
  const way = end < 0 ? steps : steps.slice(0, end)
  visited = [...new Set(way.flatMap(({ focused }) => focused.at(-1) ?? []))].filter(
    (element) => element !== document.body,
  )
  return [...new Map(way.flatMap((step, place) => onFocus(step, steps[place + 1])))].map(
    ([element, detail]) => faultAt('on-focus', element, detail),
  )
}

function onFocus(step: Step, next: Step | undefined): [Element, string][] {
  const [first, second] = step.focused
  if (!first || first === document.body) return []
  const found = step.effects.map(whatPeopleMeet).find((words) => words !== '')
  if (found !== undefined) return [[first, found]]
  if (second && second !== first && !isInside(first, second)) {
    return [[first, `The focus is moved on to “${nameFor(second)}” at once.`]]
  }
  const isLost = next?.from === document.body && !step.hasLeft && first.isConnected
  if (isLost && !second) {
    return [[first, 'The focus is taken away as soon as it is there, so no key can operate this.']]
  }
  return []
}

function whatPeopleMeet({ kind, what }: Effect): string {
  if (kind === 'navigation') return `Another page is asked for: ${what}.`
  if (kind === 'window') return `A new window is opened: ${what}.`
  if (kind === 'dialogue') return `A message is thrown up: “${squeeze(what)}”.`
  return kind === 'submit' ? 'A form is sent.' : ''
}

/** A composite widget may hand the focus to the part that is current. */
function isInside(outer: Element, inner: Element): boolean {
  return outer.contains(inner) || inner.contains(outer)
}

function nameFor(element: Element): string {
  return nameOf(element) || element.localName
}

/** Judges both walks, when they came out: what Tab did not reach. */
export function judgeMissed(): Fault[] {
  const seen = new Set<Element>([...visited, ...stepsSoFar().flatMap(({ focused }) => focused)])
  const missed = expectedStops()
    .filter((element) => element.isConnected && !seen.has(element) && !isReachedAs(element, seen))
    .map((element) =>
      faultAt('keyboard-unreachable', element, 'Tab never comes here, in neither direction.'),
    )
  return [...missed, ...takenOut()]
}

/** Widgets that Tab enters once. Arrow keys go through their parts. */
const COMPOSITE =
  'toolbar menu menubar tablist listbox grid treegrid tree radiogroup combobox table'
    .split(' ')
    .map((role) => `[role=${role}]`)
    .join()

/** Judges links that are out of the order of Tab, and lead where no link within it leads. */
function takenOut(): Fault[] {
  const places = new Set(all<HTMLAnchorElement>('a[href]:not([tabindex^="-"], svg *)').map(hrefOf))
  return all<HTMLAnchorElement>('a[href][tabindex^="-"]:not(svg *)')
    .filter((link) => isSeen(link) && isHeard(link) && link.closest(COMPOSITE) === null)
    .filter((link) => !places.has(hrefOf(link)))
    .map((link) =>
      faultAt('keyboard-unreachable', link, 'It is taken out of the order of Tab by tabindex.'),
    )
}

const hrefOf = ({ href }: HTMLAnchorElement): string => href

function isReachedAs(element: Element, seen: ReadonlySet<Element>): boolean {
  if (element instanceof HTMLInputElement && element.type === 'radio') {
    return radiosOf(element).some((radio) => seen.has(radio))
  }
  // An audio or video player has its stops inside.
  return element.shadowRoot !== null || element.matches('audio, video, area')
}

/** Where the focus is kept, when a walk did not come out. */
export interface Trap {
  readonly words: string
}

let trap: Element[] = []

/** @returns what keeps the focus, and what the page says about a way out; nothing without a trap */
export function trapNow(): Trap | undefined {
  const recent = stepsSoFar().slice(-8)
  trap = [...new Set(recent.flatMap(({ focused, from }) => focused.at(-1) ?? from ?? []))].filter(
    (element) => element !== document.body,
  )
  if (trap.length === 0) return undefined
  // Help that has to be asked for counts as well, when it can be reached.
  for (const element of trap) {
    const isHelp = /\b(how to|help|exit|leave|next)\b/i.test(nameOf(element))
    if (isHelp && element instanceof HTMLElement) element.click()
  }
  return { words: squeeze(document.body.innerText) }
}

/** Puts the focus on one of the places of the trap, where its way out may be listened for. */
export function focusInTrap(place: number): boolean {
  const element = trap[place]
  if (!(element instanceof HTMLElement)) return false
  element.focus()
  return document.activeElement === element
}

/** @returns the fault of the trap that `trapNow` found, unless it is a dialogue with a way out */
export function judgeTrap(key: string): Fault[] {
  const [first] = trap
  if (!first) return []
  const dialogue = first.closest('dialog, [role=dialog], [role=alertdialog]')
  const isDialogue = dialogue !== null && trap.every((element) => dialogue.contains(element))
  // A dialogue keeps the focus until one of its buttons is pressed.
  if (
    isDialogue &&
    all('button, [role=button], input[type=submit], a[href]', dialogue).some(isSeen)
  )
    return []
  const names = trap.slice(0, 3).map(nameFor)
  const among = trap.length === 1 ? 'on this one element' : `among “${names.join('”, “')}”`
  return [faultAt('keyboard-trap', first, `${key} keeps the focus ${among}.`)]
}

/** Whether the focus is now outside the trap that `trapNow` found. */
export function isOut(): boolean {
  const { activeElement } = document
  const hasLeft = stepsSoFar()
    .slice(-2)
    .some((step) => step.hasLeft)
  return (
    hasLeft ||
    (activeElement !== document.body && activeElement !== null && !trap.includes(activeElement))
  )
}
