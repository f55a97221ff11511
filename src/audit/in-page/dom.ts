import { computeAccessibleDescription, computeAccessibleName, getRole } from 'dom-accessibility-api'

/** @returns the elements that fit the selector, in the order of the document */
export function all<Kind extends Element = HTMLElement>(
  selector: string,
  root: ParentNode = document,
): Kind[] {
  return [...root.querySelectorAll<Kind>(selector)]
}

/** @returns text with every run of white space as one blank, and none at its ends */
export function squeeze(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** Whether something is rendered at all: neither the element nor an ancestor is hidden by style. */
export function isRendered(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })
}

let seen: Map<Element, boolean> | undefined

/**
 * Remembers what is seen while rules read a page: to work it out anew for each of them costs more
 * than all else.
 *
 * @param reading leaves the page as it is
 */
export function whileUnchanged<Result>(reading: () => Result): Result {
  const outside = seen
  seen = new Map()
  try {
    return reading()
  } finally {
    seen = outside
  }
}

/** Whether eyes can meet the element, as {@link isSeenNow} works it out. */
export function isSeen(element: Element): boolean {
  const known = seen?.get(element)
  if (known !== undefined) return known
  const is = isSeenNow(element)
  seen?.set(element, is)
  return is
}

/**
 * Whether eyes can meet the element: rendered, not transparent, of some size, and not clipped away
 * or moved off the page, as words for screen readers alone are.
 */
function isSeenNow(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false
  const { width, height, right, bottom } = element.getBoundingClientRect()
  if (width <= 1 || height <= 1) return false
  if (right + scrollX <= 0 || bottom + scrollY <= 0) return false
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at)
    const { clipPath, overflowX } = style
    // Deprecated, and still what most pages hide words with.
    const clip = style.getPropertyValue('clip')
    if (/inset\((50|100)%/.test(clipPath) || /rect\((0px|1px),? (0px|1px),? (0px|1px)/.test(clip)) {
      return false
    }
    const box = at.getBoundingClientRect()
    if (overflowX !== 'visible' && box.width <= 1 && box.height <= 1) return false
  }
  return true
}

/** Whether assistive technology meets the element: rendered, and not inside `aria-hidden`. */
export function isHeard(element: Element): boolean {
  return isRendered(element) && element.closest('[aria-hidden="true"], [inert]') === null
}

/** The accessible name, as the standard accname-1.2 computes it, with single blanks. */
export function nameOf(element: Element): string {
  return squeeze(computeAccessibleName(element))
}

/** The accessible description, with single blanks. */
export function descriptionOf(element: Element): string {
  return squeeze(computeAccessibleDescription(element))
}

/** The role, explicit or of the element itself; empty when it has none. */
export function roleOf(element: Element): string {
  return getRole(element) ?? ''
}

/** The words that are rendered inside an element, with single blanks. */
export function wordsOf(element: Element): string {
  return squeeze(element instanceof HTMLElement ? element.innerText : element.textContent)
}

/** A text node that is seen, and the element that holds it. */
export interface SeenText {
  readonly node: Text
  readonly element: Element
  readonly words: string
}

/** @returns the text that is seen inside an element, in the order of the document */
export function seenTexts(root: Element = document.body): SeenText[] {
  const found: SeenText[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    const element = node.parentElement
    const words = squeeze(node.nodeValue)
    if (!(node instanceof Text) || !element || words === '') continue
    if (element.closest('script, style, noscript, template, title') !== null) continue
    if (isSeen(element)) found.push({ node, element, words })
  }
  return found
}

/** @returns the boxes of the lines in which a text node is drawn */
export function boxesOf(node: Text): DOMRect[] {
  const range = document.createRange()
  range.selectNodeContents(node)
  return [...range.getClientRects()]
}

/** A CSS selector that fits this element alone: from the nearest id that is unique, down. */
export function selectorOf(element: Element): string {
  const steps: string[] = []
  for (let at: Element | null = element; at; at = at.parentElement) {
    const id = CSS.escape(at.id)
    if (id !== '' && document.querySelectorAll(`#${id}`).length === 1) {
      steps.unshift(`#${id}`)
      return steps.join(' > ')
    }
    steps.unshift(stepTo(at))
  }
  return steps.join(' > ')
}

function stepTo(element: Element): string {
  const name = CSS.escape(element.localName)
  const alike = [...(element.parentElement?.children ?? [])].filter(
    ({ localName }) => localName === element.localName,
  )
  return alike.length > 1 ? `${name}:nth-of-type(${alike.indexOf(element) + 1})` : name
}

/** The opening tag and the first words of an element, as they stand in the page. */
export function snippetOf(element: Element): string {
  const html = squeeze(element.outerHTML)
  return html.length > 160 ? `${html.slice(0, 159)}…` : html
}

/** Event types that scripts listen to on this very element, by attribute or by `addEventListener`. */
export function listenersOf(element: Element): string[] {
  const attributes = element
    .getAttributeNames()
    .filter((name) => name.startsWith('on'))
    .map((name) => name.slice(2))
  return [...attributes, ...(window.auditListeners?.get(element) ?? [])]
}

declare global {
  interface Window {
    /** What `watch.ts` has seen scripts ask for. */
    auditListeners?: WeakMap<EventTarget, string[]>
    auditTimers?: { kind: 'timeout' | 'interval'; delay: number; code: string }[]
    auditCalls?: { name: string; what: string }[]
    /** The text of the page before its scripts had an answer to anything. */
    auditWordsAtStart?: string
    /** How many answers of the network a script waits for. */
    auditFetches?: number
  }
}
