/*
 * Runs in each page before its own scripts, and notes what they ask of the browser. Nothing of what
 * they do is changed.
 */
import './dom.ts'

const listeners = new WeakMap<EventTarget, string[]>()
const timers: NonNullable<Window['auditTimers']> = []
const calls: NonNullable<Window['auditCalls']> = []
window.auditListeners = listeners
window.auditTimers = timers
window.auditCalls = calls

wrap(EventTarget.prototype, 'addEventListener', function (type) {
  if (this instanceof EventTarget)
    listeners.set(this, [...(listeners.get(this) ?? []), String(type)])
})
wrap(window, 'setTimeout', (code, delay) => {
  timers.push({ kind: 'timeout', delay: Number(delay ?? 0), code: String(code) })
})
wrap(window, 'setInterval', (code, delay) => {
  timers.push({ kind: 'interval', delay: Number(delay ?? 0), code: String(code) })
})
wrap(window, 'open', (address) => {
  calls.push({ name: 'open', what: address instanceof URL ? address.href : String(address) })
})

const fetch = window.fetch.bind(window)
window.auditFetches = 0
window.fetch = async (...asked) => {
  count(1)
  try {
    return await fetch(...asked)
  } finally {
    count(-1)
  }
}

// Before this event the page has come from its server, and no answer to its scripts has.
document.addEventListener('DOMContentLoaded', () => {
  window.auditWordsAtStart = document.documentElement.textContent
})

function count(change: number): void {
  window.auditFetches = (window.auditFetches ?? 0) + change
}

/** Calls `note` with what the method is called with, and then the method itself. */
function wrap(owner: object, method: string, note: (this: unknown, ...given: unknown[]) => void) {
  const original: unknown = Reflect.get(owner, method)
  if (typeof original !== 'function') return
  Reflect.set(owner, method, function (this: unknown, ...given: unknown[]): unknown {
    note.apply(this, given)
    // A bare call has the window as its owner.
    const result: unknown = Reflect.apply(original, this ?? window, given)
    return result
  })
}
