import type { Fault } from '../../rule.ts'
import { isSeen, nameOf, wordsOf } from '../dom.ts'
import { isWaiting, letPass, tick } from '../clock.ts'
import { companyOf, fieldsIn, isTyped, type Field } from '../forms/fields.ts'
import { wordsNear } from '../forms/nearby.ts'
import { tokenOf } from '../forms/purposes.ts'
import { faultAt } from '../keyboard/faults.ts'
import { Changes, fresh, holderOf, lines } from './changes.ts'
import { change, put } from './fill.ts'
import { spy, takeTries, type Try } from './spy.ts'

const MOST = 40
/** Milliseconds within which words that come with the focus may go again. */
const READING = 20_000
/** Words that prepare for what a choice does (G13, H84). */
const told =
  /\b(?:reload|refresh|opens?|takes? you|goes? to|new (?:window|tab|page)|jump|as soon as|automatically|updates?)\b/i

/** Focuses, fills and leaves every field, and looks at what the page does. */
export async function judgeControls(): Promise<Fault[]> {
  spy()
  const faults: Fault[] = []
  const changes = new Changes()
  for (const field of fieldsIn().filter(isSeen).slice(0, MOST)) {
    if (field.disabled || !field.isConnected) continue
    faults.push(
      ...(await judgeFocus(field, changes)),
      ...(await judgePaste(field)),
      ...(await judgeChange(field)),
    )
  }
  changes.end()
  return faults
}

async function judgeFocus(field: Field, changes: Changes): Promise<Fault[]> {
  changes.take()
  // Only what waits from now on can have come with the focus.
  const wasWaiting = isWaiting()
  field.focus()
  // What the focus does by itself is the keyboard's to judge.
  takeTries()
  const { elements } = changes.take()
  if (elements.length === 0 || wasWaiting || !isWaiting()) return []
  const shown = lines()
  await letPass(READING)
  const [first] = fresh(lines(), shown)
  if (first === undefined || document.activeElement !== field) return []
  return [
    faultAt(
      'vanishing-words',
      holderOf(first, elements),
      `“${first.slice(0, 60)}” comes with the focus, and goes again while it is there.`,
      first.split(' ').length < 4 ? 'manual' : undefined,
    ),
  ]
}

async function judgePaste(field: Field): Promise<Fault[]> {
  if (!isTyped(field) || field.readOnly) return []
  const old = field.value
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', 'paste')
  const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData })
  const isBlocked = !field.dispatchEvent(event)
  if (!isBlocked) return []
  await letPass(50)
  // Some scripts put in what is pasted by themselves.
  const isPutIn = companyOf(field).some(
    (other) => isTyped(other) && other.value !== '' && other.value !== old,
  )
  if (isPutIn) return []
  const token = tokenOf(field.getAttribute('autocomplete'))
  const hasPassword = companyOf(field).some(({ type }) => type === 'password')
  const isKey =
    field.type === 'password' || /password|one-time-code|username/.test(token) || hasPassword
  return [
    faultAt(
      'paste-blocked',
      field,
      `“${nameOf(field)}” takes no pasting.`,
      isKey ? undefined : 'manual',
    ),
  ]
}

async function judgeChange(field: Field): Promise<Fault[]> {
  takeTries()
  const state = stateOf(field)
  field.focus()
  if (!change(field)) return []
  await letPass(300)
  await tick()
  const faults = [...faultsOfTries(field, takeTries(), 'changes'), ...judgeMove(field)]
  field.blur()
  field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  await letPass(300)
  await tick()
  if (faults.length === 0) faults.push(...faultsOfTries(field, takeTries(), 'is left'))
  putBack(field, state)
  takeTries()
  return faults
}

function faultsOfTries(field: Field, tries: readonly Try[], when: string): Fault[] {
  const first = tries[0]
  if (!first) return []
  const words = {
    navigation: 'another page is loaded',
    window: 'a window opens',
    dialogue: 'a dialogue opens',
  }
  const isTold = told.test(
    `${wordsNear(field)} ${wordsOf(field.labels?.[0] ?? field)} ${field.title}`,
  )
  const detail = `When “${nameOf(field)}” ${when}, ${words[first.kind]}.`
  const level = first.kind === 'dialogue' ? 'warn' : isTold ? 'manual' : undefined
  return [faultAt('on-input', field, detail, level)]
}

function judgeMove(field: Field): Fault[] {
  const { activeElement } = document
  if (activeElement === field || activeElement === null || activeElement === document.body)
    return []
  return [
    faultAt(
      'on-input',
      field,
      `When “${nameOf(field)}” is filled in, the focus goes to “${nameOf(activeElement)}”.`,
      'manual',
    ),
  ]
}

interface State {
  readonly value: string
  readonly isOn: boolean
}

function stateOf(field: Field): State {
  return { value: field.value, isOn: field instanceof HTMLInputElement && field.checked }
}

function putBack(field: Field, { value, isOn }: State): void {
  if (field instanceof HTMLSelectElement) field.value = value
  else if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type))
    field.checked = isOn
  else if (isTyped(field)) put(field, value)
}
