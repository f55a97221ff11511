import type { Fault } from '../../rule.ts'
import { isSeen, nameOf } from '../dom.ts'
import { click, pressOn } from './acts.ts'
import { effectsOf } from './effects.ts'
import { faultAt } from './faults.ts'
import { isHandledAbove, KEYS } from './handlers.ts'
import { tabStops } from './tab-stops.ts'

const CHARACTERS = Array.from('abcdefghijklmnopqrstuvwxyz0123456789/?.,;[]-=!')

/** Judges whether a single character does something while the focus is nowhere in particular. */
export async function judgeShortcuts(): Promise<Fault[]> {
  if (!isHandledAbove(KEYS)) return []
  const working = await charactersThatWork(CHARACTERS)
  // A script that only notes that keys are used does so with any.
  if (working.length === 0 || working.length > CHARACTERS.length / 2) return []
  const control = tabStops().find(
    (stop) =>
      isSeen(stop) && /shortcut|single key|hot ?key|\bctrl\b|\bcontrol key/i.test(nameOf(stop)),
  )
  if (control) {
    click(control)
    if ((await charactersThatWork(working)).length === 0) return []
  }
  const keys = working.slice(0, 5).map((key) => `“${key}”`)
  const detail = `Something happens at the key ${keys.join(', ')} alone.`
  return [faultAt('character-shortcut', document.body, detail, control ? 'manual' : 'error')]
}

async function charactersThatWork(characters: readonly string[]): Promise<string[]> {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement) activeElement.blur()
  // The first key of all may only mark the page as used by keyboard.
  await effectsOf(() => pressOn(document.body, 'ß'), 0)
  const working: string[] = []
  for (const key of characters) {
    const effects = await effectsOf(() => pressOn(document.body, key), 0)
    if (effects.some(({ kind }) => kind !== 'error')) working.push(key)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }
  return working
}
