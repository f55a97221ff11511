import type { JSHandle, Page } from '@playwright/test'

/** Where the focus is, and what is wrong with it there. */
export interface Stop {
  /** The place among the page's focusable elements, -1 for one that should not take the focus. */
  index: number
  name: string
  problems: string[]
}

/** @returns every element that a keyboard must reach, in the order of the document */
export function focusables(page: Page): Promise<JSHandle<HTMLElement[]>> {
  return page.evaluateHandle(() => {
    const selector =
      'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, ' +
      'audio[controls], video[controls], [contenteditable], [tabindex]:not([tabindex^="-"])'
    return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
      // Of a group of radio buttons Tab reaches one, and the arrow keys the others.
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        const group = document.getElementsByName(element.name)
        const chosen = [...group].find((radio) => radio.matches(':checked')) ?? group[0]
        if (element !== chosen) return false
      }
      return !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true })
    })
  })
}

/** @returns the focused element, or undefined when the focus has left the page */
export function currentStop(expected: JSHandle<HTMLElement[]>): Promise<Stop | undefined> {
  return expected.evaluate((list) => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return undefined
    const words = element.getAttribute('aria-label') ?? element.innerText
    const name = `${element.localName} “${words.trim().replace(/\s+/g, ' ').slice(0, 60)}”`

    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const problems: string[] = []

    const { innerWidth, innerHeight } = window
    const fits = box.width <= innerWidth && box.height <= innerHeight
    // Less than a pixel is how far a browser rounds when it scrolls.
    const isInside =
      box.left > -1 && box.top > -1 && box.right < innerWidth + 1 && box.bottom < innerHeight + 1
    // A region larger than the screen is in sight when a part of it is.
    const isInSight =
      box.left < innerWidth && box.top < innerHeight && box.right > 0 && box.bottom > 0
    // Browsers scroll a box of text to the line that is typed in, which is what must be in sight.
    const mayReachOut = !fits || element.localName === 'textarea'
    if (mayReachOut ? !isInSight : !isInside) problems.push('out of sight')

    const covered = [...element.getClientRects()].flatMap((rect) => {
      const inset = Math.min(4, rect.width / 4, rect.height / 4)
      const [start, end] = [rect.left + inset, rect.right - inset]
      const [top, bottom] = [rect.top + inset, rect.bottom - inset]
      const centre = [(start + end) / 2, (top + bottom) / 2] as const
      const points = [centre, [start, top], [end, top], [start, bottom], [end, bottom]] as const
      return points.filter(([x, y]) => {
        if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false
        const shown = document.elementFromPoint(x, y)
        // A round corner shows what is behind the element: an ancestor covers nothing.
        return shown && !element.contains(shown) && !shown.contains(element)
      })
    })
    if (covered.length > 0) problems.push('covered by something else')

    const context = document.createElement('canvas').getContext('2d')
    if (context) {
      context.fillStyle = style.outlineColor
      context.fillRect(0, 0, 1, 1)
    }
    const alpha = context?.getImageData(0, 0, 1, 1).data[3] ?? 0
    const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    if (!isOutlined || alpha === 0) problems.push('no outline of 2 px or more')

    // WCAG 2.2, success criterion 2.5.8, lets a link in a sentence be as low as its line.
    const block = element.parentElement?.closest('p, li, dd, dt, td, th, figcaption, caption, div')
    const beside = block?.cloneNode(true)
    if (beside instanceof Element) for (const link of beside.querySelectorAll('a')) link.remove()
    const isInSentence =
      style.display === 'inline' && /\p{L}{2}/u.test(beside?.textContent?.trim() ?? '')
    if (!isInSentence && (box.width < 24 || box.height < 24)) {
      problems.push(`a target of only ${Math.round(box.width)} × ${Math.round(box.height)} px`)
    }
    return { index: list.indexOf(element), name, problems }
  })
}
