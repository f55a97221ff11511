import { all } from '../dom.ts'
import { takeEffects, watchEffects, type Effect } from './effects.ts'
import { FOCUSES, isHandledAnywhere } from './handlers.ts'
import { tabStops } from './tab-stops.ts'

/** What happened at one press of Tab. */
export interface Step {
  /** Where the focus was when the key went down. */
  readonly from: Element | null
  /** What took the focus, in order: more than one when a script moves it on. */
  readonly focused: Element[]
  /** Whether the focus went out of the page to the browser, as it must in the end. */
  hasLeft: boolean
  effects: Effect[]
}

/** What the walk has to know beforehand. */
export interface WalkPlan {
  readonly expected: number
  /** Whether scripts listen to the focus, and may answer later than at once. */
  readonly isWatched: boolean
  /** Presses that frames and media may take, because they have stops inside. */
  readonly extra: number
}

let steps: Step[] = []
let expected: HTMLElement[] = []
let isRecording = false

/** @returns what a walk through the page as it is now has to expect */
export function startWalk(): WalkPlan {
  watchEffects()
  takeEffects()
  expected = tabStops()
  if (!isRecording) record()
  isRecording = true
  steps = []
  const frames = all('iframe, object, embed').length
  const media = all('audio[controls], video[controls]').length
  return {
    expected: expected.length,
    isWatched: isHandledAnywhere(FOCUSES),
    extra: Math.min(60, frames * 10 + media * 12),
  }
}

/** Whether the focus is in the page, and not in the browser round it. */
export function isInPage(): boolean {
  return document.hasFocus()
}

/** @returns the record until now */
export function stepsSoFar(): readonly Step[] {
  noteEffects()
  return steps
}

export function expectedStops(): readonly HTMLElement[] {
  return expected
}

/**
 * @returns how often the focus has left the page, how many places it met most recently, and how many
 *   timers scripts have set until now
 */
export function progress(): { left: number; recent: number; timers: number } {
  noteEffects()
  const recent = steps.slice(-12).map(({ focused, from }) => focused.at(-1) ?? from)
  return {
    left: steps.filter(({ hasLeft }) => hasLeft).length,
    recent: new Set(recent).size,
    timers: window.auditTimers?.length ?? 0,
  }
}

function record(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Tab' || !event.isTrusted) return
      noteEffects()
      steps.push({ from: document.activeElement, focused: [], hasLeft: false, effects: [] })
    },
    true,
  )
  window.addEventListener(
    // Not `focusin`, which does not come when the handler of `focus` takes the focus away.
    'focus',
    (event) => {
      const [target] = event.composedPath()
      if (target instanceof Element) steps.at(-1)?.focused.push(target)
    },
    true,
  )
  window.addEventListener('blur', (event) => {
    const step = steps.at(-1)
    if (event.target !== window || !step) return
    const isInFrame = document.activeElement instanceof HTMLIFrameElement
    if (!isInFrame) step.hasLeft = true
  })
}

function noteEffects(): void {
  const step = steps.at(-1)
  if (step) step.effects = [...step.effects, ...takeEffects()]
}
