/** Something that people notice, or that an assistive technology does. */
export interface Effect {
  readonly kind: 'navigation' | 'window' | 'dialogue' | 'submit' | 'error' | 'change' | 'focus'
  /** The address, the words or the element, in short. */
  readonly what: string
}

let effects: Effect[] = []
let observer: MutationObserver | undefined
let isUsed = false

/** Whether anything that was tried since the page was loaded has had an effect. */
export function hasActed(): boolean {
  return isUsed
}

/**
 * From now on notes what scripts do to the page and to the window. Attempts to leave the page are
 * stopped, and dialogues answered with “no”, so that what follows can still be looked at.
 */
export function watchEffects(): void {
  if (observer) return
  observer = new MutationObserver(noteChanges)
  observer.observe(document, {
    attributes: true,
    childList: true,
    characterData: true,
    subtree: true,
  })
  navigation.addEventListener('navigate', (event) => {
    if (event.hashChange || event.downloadRequest !== null) return
    const isSame = event.destination.sameDocument
    note('navigation', event.destination.url)
    if (!isSame && event.cancelable) event.preventDefault()
  })
  document.addEventListener('submit', () => {
    note('submit', '')
  })
  noteSubmit()
  window.addEventListener('error', (event) => {
    note('error', event.message)
  })
  answer('alert', 'dialogue', undefined)
  answer('confirm', 'dialogue', false)
  answer('prompt', 'dialogue', null)
  answer('print', 'dialogue', undefined)
  answer('open', 'window', null)
}

/** @returns what has happened since the last call, each kind with its first place */
export function takeEffects(): Effect[] {
  noteChanges(observer?.takeRecords() ?? [])
  const taken = effects
  effects = []
  return taken
}

/**
 * @param action what a person does
 * @param patience milliseconds that are waited when nothing happens at once
 * @returns what comes of it
 */
export async function effectsOf(action: () => void, patience = 30): Promise<Effect[]> {
  watchEffects()
  takeEffects()
  const before = document.activeElement
  action()
  await Promise.resolve()
  let taken = takeEffects()
  if (taken.length === 0) {
    await pause(patience)
    taken = takeEffects()
  }
  const after = document.activeElement
  if (after !== before && after !== document.body && after !== null) {
    taken.push({ kind: 'focus', what: after.localName })
  }
  isUsed ||= taken.length > 0
  return taken
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
}

function note(kind: Effect['kind'], what: string): void {
  if (!effects.some((known) => known.kind === kind)) effects.push({ kind, what })
}

function noteChanges(records: MutationRecord[]): void {
  for (const { target } of records) {
    const element = target instanceof Element ? target : target.parentElement
    note('change', element?.localName ?? '')
  }
}

function answer(
  name: 'alert' | 'confirm' | 'prompt' | 'print' | 'open',
  kind: Effect['kind'],
  by: unknown,
): void {
  Reflect.set(window, name, (...given: unknown[]) => {
    note(kind, typeof given[0] === 'string' ? given[0] : '')
    return by
  })
}

/** A form that a script sends fires no event, and the browser asks for the next page only later. */
function noteSubmit(): void {
  Reflect.set(HTMLFormElement.prototype, 'submit', () => {
    note('submit', '')
  })
}
