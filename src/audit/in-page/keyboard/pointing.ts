import type { Fault } from '../../rule.ts'
import { all, isSeen, nameOf } from '../dom.ts'
import { pointDown, pointUp } from './acts.ts'
import { effectsOf } from './effects.ts'
import { faultAt } from './faults.ts'
import { handledOf, isHandledAbove, isHandledAnywhere } from './handlers.ts'

const MOST = 8
const DOWNS = ['mousedown', 'pointerdown', 'touchstart']
const MOVES = ['mousemove', 'pointermove', 'touchmove']
const GESTURES = ['gesturestart', 'gesturechange', 'gestureend', 'touchmove']
const CONTROLS = 'button, select, input:not([type=hidden]), [role=button], a[href]'

/** Judges what acts while the finger is still down, so that nobody can change their mind. */
export async function judgePointerDown(): Promise<Fault[]> {
  const faults: Fault[] = []
  const listening = all<Element>('body *').filter(
    (element) => handledOf(element, DOWNS).length > 0 && isSeen(element),
  )
  for (const element of listening.slice(0, MOST)) {
    const before = document.body.outerHTML
    const place = faultAt('pointer-down', element)
    const effects = await effectsOf(() => {
      pointDown(element)
    })
    const gone = effects.find(({ kind }) => !['change', 'error', 'focus'].includes(kind))
    pointUp(document.body)
    if (gone) faults.push({ ...place, detail: 'What it does cannot be taken back.' })
    else if (effects.some(({ kind }) => kind === 'change') && document.body.outerHTML !== before) {
      faults.push({ ...place, level: 'manual' })
    }
  }
  return faults
}

/** Judges dragging and gestures that have no button beside them. */
export function judgeMovements(): Fault[] {
  return [...dragging(), ...gestures()]
}

function dragging(): Fault[] {
  const isDropped = isHandledAnywhere(['drop', 'dragend', 'dragover'])
  const dragged = isDropped ? all('[draggable=true]').filter(isSeen) : []
  const [first] = dragged.filter((element) => !hasControl(element) && !isInRowOfControls(element))
  const slid = all<Element>('body *').find(
    (element) =>
      handledOf(element, DOWNS).length > 0 &&
      (handledOf(element, MOVES).length > 0 || isHandledAbove(MOVES)) &&
      isSeen(element) &&
      !hasControl(element.parentElement ?? element),
  )
  return [
    ...(first ? [faultAt('dragging-only', first, `So it is with ${dragged.length} of them.`)] : []),
    ...(slid ? [faultAt('dragging-only', slid, undefined, 'manual')] : []),
  ]
}

/** A button that says what is moved where may stand beside the whole list. A link moves nothing. */
function isInRowOfControls(element: Element): boolean {
  const around = element.parentElement?.parentElement ?? document.body
  return all(CONTROLS, around).some(
    (control) =>
      !control.matches('a') &&
      /\b(move|up|down|order|position|place|left|right|add|remove|to)\b/i.test(nameOf(control)),
  )
}

function hasControl(element: Element): boolean {
  return element.matches(CONTROLS) || all(CONTROLS, element).some(isSeen)
}

function gestures(): Fault[] {
  const moved = all<Element>('body *').find(
    (element) =>
      handledOf(element, GESTURES).length > 0 &&
      isSeen(element) &&
      !hasControl(element.parentElement ?? element),
  )
  return moved ? [faultAt('gesture-only', moved)] : []
}
