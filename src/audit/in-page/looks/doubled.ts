import { all, selectorOf, snippetOf } from '../dom.ts'
import { lostTexts, newlyLost, type LostText } from './lost-text.ts'
import { blocksOf } from './blocks.ts'

/** A place where words are lost. */
export interface LostPlace {
  readonly selector: string
  readonly snippet: string
  readonly detail: string
  readonly isShortened: boolean
}

let before: LostText[] = []

/**
 * Notes what is lost before sizes change.
 *
 * @returns what is cut off at any size, with no sign that there is more
 */
export function noteLost(): LostPlace[] {
  before = lostTexts(blocksOf())
  return before
    .filter(({ kind, isShortened }) => kind === 'cut' && !isShortened)
    .map(({ element }) => ({
      selector: selectorOf(element),
      snippet: snippetOf(element),
      detail: 'A part of the words is cut off, also at the usual size.',
      isShortened: true,
    }))
}

/** @returns what is lost now, and was not when `noteLost` looked */
export function lostSince(): LostPlace[] {
  return newlyLost(before, lostTexts(blocksOf())).map(({ element, detail, isShortened }) => ({
    selector: selectorOf(element),
    snippet: snippetOf(element),
    detail,
    isShortened,
  }))
}

/**
 * Doubles the letters and nothing else, as browsers do that zoom text alone. The page stays so.
 */
export function doubleLetters(): void {
  const sizes = all('html, body, body *')
    .filter((element) => !element.closest('svg, script, style'))
    .map((element) => [element, Number.parseFloat(getComputedStyle(element).fontSize)] as const)
  for (const [element, size] of sizes) {
    element.style.setProperty('font-size', `${2 * size}px`, 'important')
  }
}
