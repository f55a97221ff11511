/** A box that does not let everything inside it be seen. */
export interface Cutter {
  readonly element: Element
  readonly box: DOMRect
  /** Whether it can be scrolled, so that nothing is lost. */
  readonly scrolls: boolean
  readonly cutsAcross: boolean
  readonly cutsDown: boolean
}

/** How an element stands in the page. */
export interface Frame {
  /** Aslant, so that its boxes are larger than its letters. */
  readonly isTurned: boolean
  /** In a bar that stays in place while the page scrolls. */
  readonly isPinned: boolean
  /** The boxes that cut it, from the inside out. */
  readonly cutters: readonly Cutter[]
}

const NO_FRAME: Frame = { isTurned: false, isPinned: false, cutters: [] }

/**
 * @returns a function that says how an element stands as the page is now; it asks for the style of
 *   each element once, so it is of no use after a change
 */
export function framesNow(): (element: Element) => Frame {
  const known = new Map<Element, Frame>()
  return frameOf

  function frameOf(element: Element): Frame {
    const found = known.get(element)
    if (found) return found
    const around = element.parentElement ? frameOf(element.parentElement) : NO_FRAME
    const style = getComputedStyle(element)
    const cutter =
      element === document.body || !element.parentElement ? undefined : cutterOf(element, style)
    const frame: Frame = {
      isTurned: around.isTurned || isTurned(style),
      isPinned: around.isPinned || /fixed|sticky/.test(style.position),
      cutters: cutter ? [cutter, ...around.cutters] : around.cutters,
    }
    known.set(element, frame)
    return frame
  }
}

function isTurned({ transform, rotate }: CSSStyleDeclaration): boolean {
  if (rotate !== 'none' && rotate !== '0deg') return true
  return transform !== 'none' && Math.abs(new DOMMatrixReadOnly(transform).b) > 0.01
}

function cutterOf(element: Element, style: CSSStyleDeclaration): Cutter | undefined {
  const { overflowX, overflowY, display } = style
  if (display === 'inline' || (overflowX === 'visible' && overflowY === 'visible')) return undefined
  return {
    element,
    box: element.getBoundingClientRect(),
    scrolls: [overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll'),
    cutsAcross: overflowX === 'hidden' || overflowX === 'clip',
    cutsDown: overflowY === 'hidden' || overflowY === 'clip',
  }
}
