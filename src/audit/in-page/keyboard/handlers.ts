import { all, listenersOf } from '../dom.ts'

/** What a pointer, and nothing else, sets off. */
export const CLICKS = ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup']
export const TOUCHES = ['touchstart', 'touchend']
export const HOVERS = ['mouseover', 'mouseenter', 'pointerenter', 'pointerover']
export const KEYS = ['keydown', 'keypress', 'keyup']
export const FOCUSES = ['focus', 'focusin', 'blur', 'focusout']

/**
 * @param types event types
 * @returns those of the types that scripts listen to on this very target, by an attribute, by
 *   `addEventListener` or by a property such as `onclick`
 */
export function handledOf(target: EventTarget, types: readonly string[]): string[] {
  const listened =
    target instanceof Element ? listenersOf(target) : (window.auditListeners?.get(target) ?? [])
  return types.filter(
    (type) => listened.includes(type) || typeof Reflect.get(target, `on${type}`) === 'function',
  )
}

/** Whether scripts listen to one of the event types on the document or above all of the page. */
export function isHandledAbove(types: readonly string[]): boolean {
  const tops = [window, document, document.documentElement, document.body]
  return tops.some((top) => handledOf(top, types).length > 0)
}

/** Whether scripts listen to one of the event types anywhere in the page. */
export function isHandledAnywhere(types: readonly string[]): boolean {
  return isHandledAbove(types) || all('*').some((element) => handledOf(element, types).length > 0)
}
