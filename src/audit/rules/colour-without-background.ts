import { all, isSeen } from '../in-page/dom.ts'
import { colourOf, contrast, over, white, black } from '../in-page/looks/colours.ts'
import { declared } from '../in-page/looks/sheets.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const EMPTY = /^(initial|inherit|unset|revert|currentcolor|transparent|none)?$/i

export const colourWithoutBackground: PageRule = {
  id: 'colour-without-background',
  level: 'error',
  criteria: ['1.4.3'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F24',
  meets:
    'Readers who have set other colours in their browser meet text on a background of nearly the same colour.',
  mend: 'Set the colour of text and the colour behind it together, at the same place.',
  *find(): Iterable<FaultyElement> {
    const { documentElement: root, body } = document
    const onRoot = given(root)
    const onBody = given(body)
    const page = { text: onRoot.text || onBody.text, behind: onRoot.behind || onBody.behind }
    if (page.text !== page.behind) {
      const kind = page.text
        ? 'text has a colour, and what is behind it none'
        : 'background has a colour, and the text none'
      // Of a page that follows the system’s colours, one of both may be the browser’s.
      const level = usesScheme() ? 'manual' : 'error'
      yield { element: body, detail: `The page’s ${kind}.`, level }
      return
    }
    if (page.text) return
    for (const element of all('[style]', body)) {
      const { style } = element
      const hasText = !EMPTY.test(style.color)
      const hasBehind = !EMPTY.test(style.backgroundColor) || style.background !== ''
      if (hasText === hasBehind || !isSeen(element)) continue
      if (!hasText) {
        const lies = colourOf(getComputedStyle(element).backgroundColor)
        if (lies.alpha < 0.5 || element.textContent.trim() === '') continue
      }
      if (chain(element)) continue
      const colour = colourOf(getComputedStyle(element)[hasText ? 'color' : 'backgroundColor'])
      // Far from both white and black, it stays readable on either.
      const least = Math.min(
        contrast(over(colour, white), white),
        contrast(over(colour, black), black),
      )
      if (least >= 4.5) continue
      yield {
        element,
        detail: hasText ? 'Only the text has a colour.' : 'Only the background has a colour.',
        level: 'manual',
      }
    }
  },
}

function given(element: Element): { text: boolean; behind: boolean } {
  const has = (property: string): boolean =>
    declared(element, property).some((value) => !EMPTY.test(value))
  const isOnTag =
    element instanceof HTMLBodyElement
      ? {
          text: element.hasAttribute('text'),
          behind: element.hasAttribute('bgcolor') || element.hasAttribute('background'),
        }
      : { text: false, behind: false }
  return {
    text: isOnTag.text || has('color'),
    behind:
      isOnTag.behind || has('background-color') || has('background-image') || has('background'),
  }
}

/** Whether an element around sets the other of the two. */
function chain(element: Element): boolean {
  for (
    let at: Element | null = element;
    at && at !== document.documentElement;
    at = at.parentElement
  ) {
    const { text, behind } = given(at)
    if (at !== element && (text || behind)) return true
    if (text && behind) return true
  }
  return false
}

function usesScheme(): boolean {
  return getComputedStyle(document.documentElement).colorScheme !== 'normal'
}
