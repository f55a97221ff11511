import type { Fault } from '../../rule.ts'
import { all, isSeen, nameOf, roleOf, squeeze, wordsOf } from '../dom.ts'
import { click } from './acts.ts'
import { effectsOf } from './effects.ts'
import { faultAt } from './faults.ts'
import { CLICKS, handledOf, isHandledAnywhere, TOUCHES } from './handlers.ts'
import { isTabbable, tabStops } from './tab-stops.ts'

const MOST = 12
const POINTS = CLICKS.concat(TOUCHES)
/** Parts of a widget that Tab enters once, and arrow keys go through. */
const PARTS = [
  'tab',
  'menuitem',
  'menuitemcheckbox',
  'menuitemradio',
  'option',
  'treeitem',
  'radio',
  'gridcell',
  'row',
  'columnheader',
  'rowheader',
]

/** Judges what answers to a click, and cannot be reached with Tab. */
export async function judgeClickOnly(root: Element = document.body): Promise<Fault[]> {
  if (!isHandledAnywhere(POINTS)) return []
  const stops = tabStops()
  const reached = new Set(stops.map(nameOf))
  const scripts = new Set(stops.map((stop) => stop.getAttribute('onclick') ?? ''))
  const found = candidates(root).filter(
    (element) =>
      !reached.has(nameOf(element) || wordsOf(element)) &&
      !(element.hasAttribute('onclick') && scripts.has(element.getAttribute('onclick') ?? '')),
  )
  const faults: Fault[] = []
  for (const element of found.slice(0, MOST)) {
    if (!isSeen(element)) continue
    const isDirect = handledOf(element, POINTS).length > 0 && !isGestureBesideButton(element)
    const place = faultAt('keyboard-unreachable', element)
    const effects = await effectsOf(() => {
      click(element, handledOf(element, ['dblclick']).length > 0)
    })
    if (effects.length > 0)
      faults.push({ ...place, detail: 'A click does something here, and Tab never comes here.' })
    else if (isDirect)
      faults.push({
        ...place,
        level: 'manual',
        detail: 'A script waits for a click here, and Tab never comes here.',
      })
  }
  return faults
}

function candidates(root: Element): Element[] {
  return all<Element>('*', root).filter(
    (element) =>
      (handledOf(element, POINTS).length > 0 || isPointedAt(element)) &&
      isSeen(element) &&
      !isWithStop(element) &&
      hasContent(element),
  )
}

/** Whether the pointer becomes a hand here, and not only because it is one all around. */
function isPointedAt(element: Element): boolean {
  const { parentElement } = element
  if (getComputedStyle(element).cursor !== 'pointer') return false
  return parentElement === null || getComputedStyle(parentElement).cursor !== 'pointer'
}

function isWithStop(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (isTabbable(at) || at.matches(':disabled, [aria-disabled=true], [inert]')) return true
  }
  const label = element.closest('label')
  if ((label?.control ?? null) !== null || element.matches('html, body, option, dialog'))
    return true
  if (PARTS.includes(roleOf(element))) return true
  if (element instanceof HTMLMediaElement && element.controls) return true
  return all<Element>('*', element).some((inner) => isTabbable(inner) || inner.matches('iframe'))
}

function hasContent(element: Element): boolean {
  const named = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? ''
  if (squeeze(named) !== '' || wordsOf(element) !== '') return true
  const { backgroundImage, cursor } = getComputedStyle(element)
  if (backgroundImage !== 'none' || cursor === 'pointer') return true
  return element.matches('img, svg, canvas, :has(img, svg)')
}

/** What is swiped or dragged, where buttons beside it do the same. */
function isGestureBesideButton(element: Element): boolean {
  const isClicked = handledOf(element, ['click', 'dblclick']).length > 0
  const around = element.parentElement ?? element
  return !isClicked && all('button, [role=button], input, select', around).some(isSeen)
}
