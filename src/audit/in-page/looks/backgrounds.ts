import { black, clear, colourOf, over, white, type Colour } from './colours.ts'

/** What lies behind an element, as far as style alone tells. */
export interface Behind {
  readonly colour: Colour
  /** False when pictures, gradients, blending or placed boxes may change what is seen. */
  readonly isCertain: boolean
  /** The nearest element that paints a picture or a gradient there. */
  readonly picture?: Element
}

/** @returns what the browser paints where no element paints anything */
export function canvasColour(): Colour {
  if (matchMedia('(forced-colors: active)').matches) {
    return matchMedia('(prefers-color-scheme: dark)').matches ? black : white
  }
  const schemes = getComputedStyle(document.documentElement).colorScheme.split(' ')
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches
  if (!schemes.includes('dark') || (schemes.includes('light') && !isDark)) return white
  return { red: 18, green: 18, blue: 18, alpha: 1 }
}

/**
 * @param element whose own background counts too
 * @returns the colour behind its words
 */
export function backgroundOf(element: Element): Behind {
  const layers: Colour[] = []
  let isCertain = true
  let picture: Element | undefined
  for (let at: Element | null = element; at; at = at.parentElement) {
    const style = getComputedStyle(at)
    const colour = colourOf(style.backgroundColor)
    const isBlended =
      style.opacity !== '1' || style.mixBlendMode !== 'normal' || style.filter !== 'none'
    if (isBlended) isCertain = false
    if (style.backgroundImage !== 'none') {
      isCertain = false
      picture ??= at
    }
    if (colour.alpha > 0) layers.push(colour)
    if (colour.alpha === 1) break
    // A placed box lies over something that need not be its parent.
    if (/absolute|fixed|sticky/.test(style.position)) isCertain = false
  }
  let seen = canvasColour()
  for (const layer of layers.reverse()) seen = over(layer, seen)
  return { colour: seen, isCertain, ...(picture && { picture }) }
}

/** @returns the colour of what a box paints itself, or clear */
export function ownBackground(element: Element): Colour {
  const { backgroundColor } = getComputedStyle(element)
  return backgroundColor === '' ? clear : colourOf(backgroundColor)
}
