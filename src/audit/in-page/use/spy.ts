/** What the page tried while it was used. */
export interface Try {
  readonly kind: 'navigation' | 'window' | 'dialogue'
  readonly what: string
}

let tries: Try[] = []
let isSpying = false

/**
 * From now on the page stays where it is: it does not load another page, open a window or show a
 * dialogue, and each try is noted.
 */
export function spy(): void {
  if (isSpying) return
  isSpying = true
  navigation.addEventListener('navigate', (event) => {
    // Another part or state of this page is no other page.
    if (event.hashChange || event.destination.sameDocument) return
    tries.push({ kind: 'navigation', what: event.destination.url })
    if (event.cancelable) event.preventDefault()
  })
  HTMLFormElement.prototype.submit = function () {
    tries.push({ kind: this.target === '_blank' ? 'window' : 'navigation', what: this.action })
  }
  window.open = (address) => {
    tries.push({ kind: 'window', what: String(address ?? '') })
    return null
  }
  const told = (words?: string): void => {
    tries.push({ kind: 'dialogue', what: words ?? '' })
  }
  window.alert = (words?: unknown) => {
    told(typeof words === 'string' ? words : undefined)
  }
  window.confirm = (words) => {
    told(words)
    return false
  }
  window.prompt = (words) => {
    told(words)
    return null
  }
}

/** @returns what was tried since the last call */
export function takeTries(): Try[] {
  const taken = tries
  tries = []
  return taken
}

/** Whether the page can do anything at all by itself. */
export function hasScript(): boolean {
  // Data for machines stands in scripts as well.
  const isRun = ({ type }: HTMLScriptElement): boolean =>
    /^(?:|module|(?:text|application)\/(?:java|ecma)script)$/i.test(type)
  if ([...document.scripts].some(isRun)) return true
  const handlers =
    '[onclick], [onchange], [oninput], [onblur], [onload], [onsubmit], [onpaste], [onkeyup], [onkeydown]'
  return document.querySelector(handlers) !== null
}
