/**
 * The lines of an element that its author has made: parted by `<br>`, by line ends in preformatted
 * text, or by blocks inside it. Lines that only the width of the screen makes are none.
 */
export function writtenLines(element: Element): string[] {
  const text = element instanceof HTMLElement ? element.innerText : element.textContent
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

const BULLET = /^[•‣◦▪▫●○■□►▸▶➔➜✓✔✗·*](?=\s|\p{L})/u
const DASH = /^[-–—~+](?=\s)/u
// Capitals with a full stop are initials.
const NUMBER = /^\(?(\d{1,2}|[a-z]|[ivx]{1,4}|[A-Z](?=\)))[.)]\s+\S/

/** What makes lines a list. */
export type Marker = 'bullet' | 'dash' | 'number'

/** @returns the sign at the start of a line that makes it an item of a list */
export function markerOf(line: string): Marker | undefined {
  if (BULLET.test(line)) return 'bullet'
  if (DASH.test(line)) return 'dash'
  return NUMBER.test(line) ? 'number' : undefined
}

/** Whether numbered lines count up: 1, 2, 3 or a, b, c. */
export function countsUp(lines: readonly string[]): boolean {
  const values = lines.map((line) => {
    const mark = NUMBER.exec(line)?.[1]?.toLowerCase() ?? ''
    return /^\d+$/.test(mark) ? Number(mark) : mark.charCodeAt(0) - 96
  })
  return values.every((value, place) => place === 0 || value === (values[place - 1] ?? 0) + 1)
}

/** Whether words go on in what follows, because they end with a word that needs another. */
export function goesOn(words: string): boolean {
  return /(,|\b(at|to|of|by|is|are|on|in|for|with|from|and|or|the|an?|call|visit|see))$/i.test(
    words,
  )
}
