/** Where words have to fit, in pixels. */
export interface Room {
  width: number
  height: number
  /** From one baseline to the next, as a multiple of the size of the type. */
  lineHeight: number
}

export interface Fitted {
  lines: string[]
  /** The size of the type, in pixels. */
  size: number
}

/** A word, or a piece of one that is wider than a line. Widths are in ems. */
interface Part {
  words: string
  width: number
  /** The space between it and what stands before it. */
  space: number
}

/**
 * Breaks words into lines at the largest size at which they fit, with lines of nearly the same
 * length. A word is broken only where it is wider than a line at the smallest size.
 * @param sizes of the type, in pixels, largest first
 * @param measure gives the width of some words in ems
 * @returns undefined when they fit at none of the sizes
 */
export function fit(
  words: string,
  { width, height, lineHeight }: Room,
  sizes: readonly number[],
  measure: (words: string) => number,
): Fitted | undefined {
  const space = measure(' ')
  const whole = words.split(' ').map((word) => ({ words: word, width: measure(word), space }))
  for (const size of sizes) {
    const ems = width / size
    const fits = whole.every((part) => part.width <= ems)
    if (!fits && size !== sizes.at(-1)) continue
    const parts = fits ? whole : whole.flatMap((part) => pieces(part, ems, measure))
    const lines = balanced(parts, ems)
    if (lines.length * lineHeight * size <= height) return { lines: lines.map(inWords), size }
  }
  return undefined
}

/** Lines as full as they can be. */
function filled(parts: readonly Part[], ems: number): Part[][] {
  const lines: Part[][] = []
  let used = Infinity
  for (const part of parts) {
    const line = lines.at(-1)
    if (line && used + part.space + part.width <= ems) {
      line.push(part)
      used += part.space + part.width
    } else {
      lines.push([part])
      used = part.width
    }
  }
  return lines
}

/** As many lines, in the narrowest column that takes no more of them. */
function balanced(parts: readonly Part[], ems: number): Part[][] {
  const { length } = filled(parts, ems)
  let [tooNarrow, wideEnough] = [Math.max(...parts.map(({ width }) => width)) - 0.01, ems]
  while (wideEnough - tooNarrow > 0.05) {
    const middle = (tooNarrow + wideEnough) / 2
    if (filled(parts, middle).length > length) tooNarrow = middle
    else wideEnough = middle
  }
  return filled(parts, wideEnough)
}

function pieces(part: Part, ems: number, measure: (words: string) => number): Part[] {
  if (part.width <= ems) return [part]
  const found: Part[] = []
  for (const { segment } of new Intl.Segmenter('en').segment(part.words)) {
    const last = found.at(-1)
    const words = `${last?.words ?? ''}${segment}`
    const width = measure(words)
    if (last && width <= ems) Object.assign(last, { words, width })
    else found.push({ words: segment, width: measure(segment), space: last ? 0 : part.space })
  }
  return found
}

const inWords = (line: readonly Part[]): string =>
  line.map(({ words, space }, index) => (index > 0 && space > 0 ? ` ${words}` : words)).join('')
