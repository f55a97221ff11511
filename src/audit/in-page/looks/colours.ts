/** Red, green and blue from 0 to 255, and how opaque, from 0 to 1. */
export interface Colour {
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly alpha: number
}

export const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 }
export const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 }
export const clear: Colour = { red: 0, green: 0, blue: 0, alpha: 0 }

const known = new Map<string, Colour>()
let painter: OffscreenCanvasRenderingContext2D | null | undefined

/** @returns the colour that a computed value of CSS means, in sRGB */
export function colourOf(css: string): Colour {
  const found = known.get(css)
  if (found) return found
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(css)
  const colour = parts
    ? {
        red: Number(parts[1]),
        green: Number(parts[2]),
        blue: Number(parts[3]),
        alpha: Number(parts[4] ?? 1),
      }
    : painted(css)
  known.set(css, colour)
  return colour
}

/** Other notations, such as `oklch()`, are read from a painted pixel. */
function painted(css: string): Colour {
  painter ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!painter || !CSS.supports('color', css)) return clear
  painter.clearRect(0, 0, 1, 1)
  painter.fillStyle = css
  painter.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = painter.getImageData(0, 0, 1, 1).data
  return { red, green, blue, alpha: alpha / 255 }
}

/** @returns what is seen when one colour lies over another that is opaque */
export function over(top: Colour, bottom: Colour): Colour {
  const mix = (above: number, below: number): number => above * top.alpha + below * (1 - top.alpha)
  return {
    red: mix(top.red, bottom.red),
    green: mix(top.green, bottom.green),
    blue: mix(top.blue, bottom.blue),
    alpha: 1,
  }
}

/** Relative luminance, as WCAG 2.2 defines it. */
export function luminance({ red, green, blue }: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of two opaque colours, from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** A ratio as people write it, never rounded up: `4.49:1`. */
export function ratioInWords(ratio: number): string {
  return `${Math.floor(ratio * 100) / 100}:1`
}

export function isSame(one: Colour, other: Colour): boolean {
  return (
    Math.abs(one.red - other.red) +
      Math.abs(one.green - other.green) +
      Math.abs(one.blue - other.blue) <
      3 && Math.abs(one.alpha - other.alpha) < 0.02
  )
}

/** The plain word for a colour, or undefined for greys and what has no clear one. */
export function hueName({ red, green, blue }: Colour): string | undefined {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const spread = most - least
  if (spread < 40) return undefined
  const turn =
    most === red
      ? ((green - blue) / spread + 6) % 6
      : most === green
        ? (blue - red) / spread + 2
        : (red - green) / spread + 4
  const degrees = turn * 60
  if (degrees < 18 || degrees >= 340) return 'red'
  if (degrees < 45) return 'orange'
  if (degrees < 68) return 'yellow'
  if (degrees < 170) return 'green'
  if (degrees < 262) return 'blue'
  return degrees < 300 ? 'purple' : 'pink'
}
