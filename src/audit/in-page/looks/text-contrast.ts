import { backgroundOf } from './backgrounds.ts'
import { colourOf, contrast, over, type Colour } from './colours.ts'

/** Text and what lies behind it. */
export interface TextContrast {
  readonly ratio: number
  /** What WCAG 2.2, success criterion 1.4.3, asks for: 3 for large text, 4.5 for other. */
  readonly needed: 3 | 4.5
  readonly isCertain: boolean
}

/**
 * @param element that holds the text
 * @param colour of the text, when it is not the element's own
 * @param pseudo such as `::placeholder`, whose size and weight count
 */
export function textContrast(element: Element, colour?: Colour, pseudo?: string): TextContrast {
  const behind = backgroundOf(element)
  const style = getComputedStyle(element, pseudo)
  // What is painted, where the two differ.
  const fill = style.getPropertyValue('-webkit-text-fill-color')
  const given = colour ?? colourOf(fill === '' ? style.color : fill)
  const shown = { ...given, alpha: given.alpha * opacityOf(style) }
  const isPlain = style.textShadow === 'none'
  return {
    ratio: contrast(over(shown, behind.colour), behind.colour),
    needed: isLarge(style) ? 3 : 4.5,
    isCertain: behind.isCertain && isPlain,
  }
}

function opacityOf(style: CSSStyleDeclaration): number {
  return style.opacity === '' ? 1 : Number(style.opacity)
}

/** Large as WCAG 2.2 defines it: 18 points, or 14 when bold (24 and 18.66 px). */
export function isLarge({ fontSize, fontWeight }: CSSStyleDeclaration): boolean {
  const size = Number.parseFloat(fontSize)
  return size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
}
