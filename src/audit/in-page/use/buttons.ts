import type { Fault } from '../../rule.ts'
import { all, isSeen, nameOf, roleOf, squeeze } from '../dom.ts'
import { letPass } from '../clock.ts'
import { faultAt } from '../keyboard/faults.ts'
import { Changes, fresh, holderOf, lines } from './changes.ts'
import { isInLiveRegion } from './live.ts'
import { spy, takeTries } from './spy.ts'
import { isStatus } from './submit.ts'

const MOST = 15
const BUTTONS =
  'button:not([type=submit], [type=reset]), input[type=button], [role=button], a[href="#"], a[href^="javascript:"], [role=switch], [role=tab]'
const STATES = ['aria-expanded', 'aria-pressed', 'aria-selected', 'aria-checked', 'aria-current']

/** Presses every button that sends no form, and looks at what the page tells of it. */
export async function judgeButtons(): Promise<Fault[]> {
  spy()
  const faults: Fault[] = bodyFaults()
  const changes = new Changes()
  const buttons = all(BUTTONS).filter((button) => isSeen(button) && !isSender(button))
  for (const button of buttons.slice(0, MOST)) {
    if (button.isConnected && isSeen(button)) faults.push(...(await judgeButton(button, changes)))
  }
  changes.end()
  return faults
}

/** A button in a form sends it, unless it says otherwise. */
function isSender(button: Element): boolean {
  return button instanceof HTMLButtonElement && button.form !== null && button.type === 'submit'
}

/** A click anywhere on the page must not open anything. */
function bodyFaults(): Fault[] {
  takeTries()
  document.body.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  const [first] = takeTries()
  return first && first.kind !== 'dialogue'
    ? [
        faultAt(
          'window-unannounced',
          document.body,
          `A click anywhere on the page opens “${first.what.slice(0, 60)}”.`,
        ),
      ]
    : []
}

async function judgeButton(button: HTMLElement, changes: Changes): Promise<Fault[]> {
  changes.take()
  takeTries()
  const before = lines()
  const [state, name] = [stateOf(button), nameOf(button)]
  button.focus()
  button.click()
  await letPass(400)
  const opened = takeTries().find(({ kind }) => kind === 'window')
  if (opened && !/window|tab\b|opens/i.test(`${name} ${button.title}`))
    return [faultAt('window-unannounced', button, `“${name}” opens “${opened.what.slice(0, 60)}”.`)]
  const { elements, texts } = changes.take()
  if (elements.length === 0) return []
  const shown = fresh(before, lines())
  const box = all('dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]').find(isSeen)
  const layer = elements.find((element) => isLayer(element))
  if (layer && shown.length > 0 && !box) return [judgeLayer(layer, button)]
  if (box) return judgeDialogue(box)
  const silent = judgeStatus(button, shown, elements, texts)
  if (silent.length > 0) return silent
  return judgeState(button, { state, name, shown, before })
}

function isLayer(element: Element): boolean {
  const layer = [element, ...element.children].find((each) => {
    const { position } = getComputedStyle(each)
    const named = /modal|lightbox|dialog|popup|overlay/i.test(each.getAttribute('class') ?? '')
    const { width, height } = each.getBoundingClientRect()
    return (
      (position === 'fixed' || (position === 'absolute' && named)) &&
      width * height > 0.03 * innerWidth * innerHeight
    )
  })
  return layer !== undefined && isSeen(layer) && element !== document.body
}

function judgeLayer(layer: Element, button: Element): Fault {
  return faultAt('dialogue-without-role', layer, `“${nameOf(button)}” opens it.`)
}

function judgeDialogue(box: Element): Fault[] {
  const faults: Fault[] = []
  if (nameOf(box) === '') faults.push(faultAt('dialogue-without-name', box))
  const closers = all(
    'button, a[href], [role=button], input[type=button], input[type=submit]',
    box,
  ).filter(isSeen)
  if (closers.length === 0) faults.push(faultAt('dialogue-without-close', box))
  return faults
}

function judgeStatus(
  button: Element,
  shown: readonly string[],
  elements: readonly Element[],
  texts: readonly Element[],
): Fault[] {
  const first = shown.find(isStatus)
  if (first === undefined || shown.length > 3 || document.activeElement !== button) return []
  const holder = holderOf(first, elements)
  if (
    button.contains(holder) ||
    isInLiveRegion(holder) ||
    texts.some((element) => isInLiveRegion(element))
  )
    return []
  return [faultAt('status-silent', holder, `“${first.slice(0, 60)}” comes without being said.`)]
}

interface Pressed {
  readonly state: string
  readonly name: string
  readonly shown: readonly string[]
  readonly before: readonly string[]
}

/** What shows with one press and hides with the next has a state, which the button must tell. */
async function judgeState(
  button: HTMLElement,
  { state, name, shown, before }: Pressed,
): Promise<Fault[]> {
  if (shown.length === 0 || !button.isConnected || button.closest('summary')) return []
  if (stateOf(button) !== state || nameOf(button) !== name || !isSeen(button)) return []
  if (
    ['tab', 'menuitem', 'option', 'link'].includes(roleOf(button)) &&
    !button.hasAttribute('aria-expanded')
  )
    return []
  button.click()
  await letPass(400)
  const now = lines()
  const isToggle = shown.every((line) => !now.includes(line)) && fresh(now, before).length === 0
  if (!isToggle) return []
  return [
    faultAt(
      'state-untold',
      button,
      `“${squeeze(name)}” shows “${(shown[0] ?? '').slice(0, 40)}” and hides it again.`,
    ),
  ]
}

function stateOf(button: Element): string {
  return STATES.map((name) => button.getAttribute(name) ?? '').join()
}
