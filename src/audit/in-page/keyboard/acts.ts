/** What a person does to an element, as events that a script made: no reload, no round trip. */

/** A whole click, with what comes before it. */
export function click(element: Element, withDouble = false): void {
  pointDown(element)
  pointUp(element)
  if (element instanceof HTMLElement) element.click()
  else element.dispatchEvent(new MouseEvent('click', inside(element)))
  if (withDouble) element.dispatchEvent(new MouseEvent('dblclick', inside(element)))
}

export function pointDown(element: Element): void {
  element.dispatchEvent(new PointerEvent('pointerdown', inside(element)))
  element.dispatchEvent(touch('touchstart'))
  element.dispatchEvent(new MouseEvent('mousedown', inside(element)))
}

export function pointUp(element: Element): void {
  element.dispatchEvent(new PointerEvent('pointerup', inside(element)))
  element.dispatchEvent(touch('touchend'))
  element.dispatchEvent(new MouseEvent('mouseup', inside(element)))
}

/** What older scripts ask for. */
const CODES: Readonly<Record<string, number>> = {
  Enter: 13,
  ' ': 32,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
}

/**
 * @param element that has the focus
 * @param key `Enter`, a blank, the name of an arrow key, or any character
 * @returns whether a script took the key for itself
 */
export function pressOn(element: Element, key: string): boolean {
  const keyCode = CODES[key] ?? key.toUpperCase().charCodeAt(0)
  const code = key === ' ' ? 'Space' : key.length > 1 ? key : codeOf(key)
  const common = {
    key,
    code,
    keyCode,
    which: keyCode,
    bubbles: true,
    cancelable: true,
    composed: true,
  }
  const isTaken = !element.dispatchEvent(new KeyboardEvent('keydown', common))
  element.dispatchEvent(new KeyboardEvent('keypress', { ...common, charCode: key.charCodeAt(0) }))
  element.dispatchEvent(new KeyboardEvent('keyup', common))
  return isTaken
}

function codeOf(key: string): string {
  if (/[a-z]/i.test(key)) return `Key${key.toUpperCase()}`
  return /\d/.test(key) ? `Digit${key}` : ''
}

function inside(element: Element): PointerEventInit {
  const { left, top, width, height } = element.getBoundingClientRect()
  const [clientX, clientY] = [left + width / 2, top + height / 2]
  return {
    bubbles: true,
    cancelable: true,
    composed: true,
    clientX,
    clientY,
    button: 0,
    isPrimary: true,
  }
}

function touch(type: string): Event {
  return new Event(type, { bubbles: true, cancelable: true, composed: true })
}
