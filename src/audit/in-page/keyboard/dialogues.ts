import type { Fault } from '../../rule.ts'
import { all, isRendered, isSeen, nameOf } from '../dom.ts'
import { faultAt } from './faults.ts'
import { click } from './acts.ts'
import { judgeClickOnly } from './click-only.ts'
import { effectsOf, pause } from './effects.ts'
import { CLICKS, handledOf, isHandledAbove } from './handlers.ts'
import { tabStops } from './tab-stops.ts'

const MOST = 8
/** Milliseconds that a dialogue may take to come, and to put the focus where it belongs. */
const COMING = 80

let openers: HTMLElement[] = []
let opener: HTMLElement | undefined
let box: Element | undefined
/** Whether the box is a menu or a part of the page, in the flow of it, and no dialogue. */
let isMenu = false

/** @returns how many buttons there are that may open something */
export function findOpeners(): number {
  const isDelegated = isHandledAbove(CLICKS)
  openers = tabStops()
    .filter((stop) => {
      const isButton = stop.matches(
        'button:not([type=submit]), [role=button], a[href^="#"], a[href^="javascript:"], [aria-haspopup]',
      )
      return isButton && isSeen(stop) && (isDelegated || handledOf(stop, CLICKS).length > 0)
    })
    .slice(0, MOST)
  return openers.length
}

/** @returns faults of what the button opens; `isOpen` when a dialogue lies over the page now */
export async function openWith(place: number): Promise<{ isOpen: boolean; faults: Fault[] }> {
  opener = openers[place]
  box = undefined
  if (!opener?.isConnected || !isSeen(opener)) return { isOpen: false, faults: [] }
  const before = new Set(all<Element>('body *').filter(isRendered))
  const button = opener
  opener.focus()
  const effects = await effectsOf(() => {
    click(button)
  }, COMING)
  if (effects.length === 0) return { isOpen: false, faults: [] }
  await pause(COMING)
  const fresh = all<Element>('body *').filter((element) => !before.has(element) && isSeen(element))
  box = fresh.find((element) => isDialogue(element, fresh))
  isMenu = box === undefined
  if (!box) {
    box = fresh.find((element) => tabStops(element).length > 0)
    return { isOpen: box !== undefined, faults: [] }
  }
  const faults = judgeFocus(box, opener)
  const inside = await judgeInside(box)
  return { isOpen: isSeen(box), faults: [...faults, ...inside] }
}

/** What closes the box is tried last, by keys; here it is only looked at. */
async function judgeInside(within: Element): Promise<Fault[]> {
  const html = within.outerHTML
  const faults = await judgeClickOnly(within)
  // A click on the cross has closed it: open it again for what is still to be tried.
  if (opener && (!isSeen(within) || within.outerHTML !== html)) {
    opener.focus()
    click(opener)
    await pause(COMING)
  }
  return faults
}

/** Puts the focus on the last stop of the open dialogue. */
export function goToLast(): boolean {
  const last = box ? tabStops(box).at(-1) : undefined
  last?.focus()
  return last !== undefined
}

/** @returns the fault of a dialogue that the focus could leave for what lies under it */
export function judgeLeak(): Fault[] {
  const { activeElement } = document
  if (!box || !activeElement || activeElement === document.body || box.contains(activeElement))
    return []
  if (isMenu || !isCovering(box)) return []
  return [faultAt('dialogue-leaks', box)]
}

/** @returns faults of a dialogue after Escape was pressed in it */
export function judgeClosed(): Fault[] {
  if (!box || !opener) return []
  if (isSeen(box)) return isMenu ? [] : [faultAt('dialogue-escape', box)]
  const { activeElement } = document
  const isLost = activeElement === null || activeElement === document.body
  return isLost ? [faultAt('focus-lost', opener)] : []
}

function isDialogue(element: Element, fresh: readonly Element[]): boolean {
  if (element.matches('dialog, [role=dialog], [role=alertdialog], [aria-modal=true]')) return true
  const isNamed = /modal|lightbox|dialog|popup|overlay/i.test(element.getAttribute('class') ?? '')
  const { position } = getComputedStyle(element)
  const isTop = !fresh.some((other) => other !== element && other.contains(element))
  return isTop && (position === 'fixed' || (isNamed && position === 'absolute')) && isLarge(element)
}

function isLarge(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width * height > 0.03 * innerWidth * innerHeight
}

/** Whether it is meant to be the only thing in use. */
function isCovering(element: Element): boolean {
  if (element.matches('dialog:modal, [aria-modal=true], [role=alertdialog]')) return true
  return getComputedStyle(element).position === 'fixed'
}

/** The focus belongs into the box; the next best is that Tab goes there at once. */
function judgeFocus(within: Element, from: Element): Fault[] {
  const { activeElement } = document
  if (activeElement && within.contains(activeElement)) return []
  const stops = tabStops()
  const next =
    activeElement === from ? stops[stops.findIndex((stop) => stop === from) + 1] : undefined
  const isNext = next !== undefined && within.contains(next)
  const detail = `It is opened by “${nameOf(from).slice(0, 40)}”.`
  return [faultAt('dialogue-not-focused', within, detail, isNext ? 'warn' : 'error')]
}
