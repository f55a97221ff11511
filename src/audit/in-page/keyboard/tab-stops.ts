import { all, isRendered } from '../dom.ts'

/** What browsers let people reach with Tab, and what a page asks them to. */
const FOCUSABLE =
  'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, ' +
  'audio[controls], video[controls], [contenteditable]:not([contenteditable=false]), [tabindex]'

/** @returns every element that Tab must reach, in the order of the document */
export function tabStops(root: ParentNode = document): HTMLElement[] {
  const modal = document.querySelector('dialog:modal')
  return all(FOCUSABLE, root).filter(
    (element) =>
      isTabbable(element) && (modal === null || modal.contains(element)) && isOfItsGroup(element),
  )
}

/** Whether Tab can reach the element, apart from the groups of radio buttons. */
export function isTabbable(element: Element): boolean {
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return false
  if (!element.matches(FOCUSABLE) || element.matches(':disabled') || element.tabIndex < 0) {
    return false
  }
  // Only the first summary opens the details; any other is text.
  if (element.matches('summary:not(details > summary:first-of-type):not([tabindex])')) return false
  return isRendered(element) && element.closest('[inert]') === null
}

/** Whether people can put the focus on it, with keys or with a script. */
export function isFocusable(element: Element): boolean {
  return element.matches(`${FOCUSABLE}, [tabindex]`) && !element.matches(':disabled')
}

/** Of a group of radio buttons Tab reaches one, and the arrow keys the others. */
function isOfItsGroup(element: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.name === '') {
    return true
  }
  const group = radiosOf(element)
  return element === (group.find(({ checked }) => checked) ?? group[0])
}

/** @returns the radio buttons that exclude each other, this one among them */
export function radiosOf(element: HTMLInputElement): HTMLInputElement[] {
  return all<HTMLInputElement>('input[type=radio]').filter(
    ({ name, form }) => name === element.name && form === element.form,
  )
}
