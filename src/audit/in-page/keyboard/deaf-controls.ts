import type { Fault } from '../../rule.ts'
import { isSeen, roleOf } from '../dom.ts'
import { click, pressOn } from './acts.ts'
import { effectsOf } from './effects.ts'
import { faultAt } from './faults.ts'
import { CLICKS, handledOf, isHandledAnywhere, KEYS, TOUCHES } from './handlers.ts'
import { tabStops } from './tab-stops.ts'

const MOST = 12
const POINTS = CLICKS.concat(TOUCHES)
const NATIVE = 'a[href], area[href], button, input, select, textarea, summary, audio, video'
/** Roles that arrow keys operate. */
const MOVED = [
  'slider',
  'spinbutton',
  'scrollbar',
  'separator',
  'tab',
  'radio',
  'option',
  'listbox',
  'tree',
  'grid',
  'menu',
  'menubar',
  'combobox',
  'radiogroup',
  'tablist',
]
const ARROWS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']
const OPERATED = ['button', 'link', 'checkbox', 'switch', 'tab', 'menuitem', 'radio', 'option']

/** Judges what Tab reaches, and what then answers to a pointer and not to keys. */
export async function judgeDeafControls(): Promise<Fault[]> {
  const faults: Fault[] = []
  const stops = tabStops().filter(isSeen)
  const isWatched = isHandledAnywhere(POINTS.concat(KEYS))
  const asked = stops.filter((stop) => isWatched && isToTry(stop)).slice(0, MOST)
  for (const element of asked) {
    if (!element.isConnected) continue
    element.focus()
    const byEnter = await isAnswered(element, 'Enter')
    const bySpace = await isAnswered(element, ' ')
    if (byEnter && (bySpace || roleOf(element) !== 'button')) continue
    if (byEnter || bySpace) {
      if (byEnter) faults.push(faultAt('space-ignored', element))
      continue
    }
    if (MOVED.includes(roleOf(element)) && (await isMoved(element))) continue
    const place = faultAt('keys-ignored', element)
    const effects = await effectsOf(() => {
      click(element, handledOf(element, ['dblclick']).length > 0)
    })
    if (effects.length > 0) faults.push(place)
  }
  const links = stops.filter((stop) => stop.matches('a[href][role=button]')).slice(0, MOST)
  for (const link of links) {
    if (!asked.includes(link) && !(await isAnswered(link, ' ')))
      faults.push(faultAt('space-ignored', link))
  }
  return faults
}

async function isMoved(element: HTMLElement): Promise<boolean> {
  for (const key of ARROWS) if (await isAnswered(element, key)) return true
  return false
}

/** The browser's own controls answer to keys by themselves, unless only the pointer is listened to. */
function isToTry(element: Element): boolean {
  const handled = handledOf(element, POINTS)
  if (element.matches('input, select, textarea')) return false
  if (!element.matches(NATIVE)) return handled.length > 0 || OPERATED.includes(roleOf(element))
  if (handled.includes('click') || handled.length === 0) return false
  const isLink = element.matches('a[href]:not([href="#"], [href^="javascript:"])')
  return !isLink && handledOf(element, KEYS).length === 0
}

async function isAnswered(element: HTMLElement, key: string): Promise<boolean> {
  const taken: string[] = []
  const effects = await effectsOf(() => {
    if (pressOn(element, key)) taken.push(key)
    // What the browser itself makes of the key.
    if (element.matches('button, summary')) element.click()
  }, 15)
  return taken.length > 0 || effects.length > 0
}
