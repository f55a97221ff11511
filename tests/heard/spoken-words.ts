/* What Orca says beside the words of a page: a closed list, so that nothing hides behind it. */

/** What it says after a thing, to tell what it is. */
const kinds = [
  /^link$/,
  /^heading level [1-6]$/,
  /^entry$/,
  /^push button$/,
  /^toggle button$/,
  /^radio button$/,
  /^(not )?selected$/,
  /^collapsed$/,
  /^invalid entry$/,
  /^description (term|value)$/,
  /^caption$/,
  /^column header$/,
]

/** What it says where something begins or ends. */
const bounds = [
  /^(Description l|L)ist with \d+ (item|term)s?$/,
  /^Nesting level \d$/,
  /^leaving (list|navigation|banner|figure|table|form|panel)\.$/,
  /^(figure|block quote|search|main content|navigation|row header)$/,
]
const table = /^table with \d+ rows \d+ columns$/

/** Each thing on a line with what it is: "Privacy, link". */
export function inPhrases(said: string[]): string[] {
  const phrases: string[] = []
  for (const each of said) {
    const last = phrases.at(-1)
    if (last !== undefined && matches(kinds, each)) {
      phrases[phrases.length - 1] = `${last.trimEnd()}, ${each}`
    } else phrases.push(each)
  }
  return phrases.map((phrase) => phrase.trim())
}

/** What was said without what is no word of the page. */
export function wordsOfPage(said: string[]): string[] {
  return said.filter((each, index) => {
    if (matches([...kinds, ...bounds, table], each)) return false
    // The name of a part is said where it begins, and again where it stands.
    const isName = said[index - 1] === 'navigation' || table.test(said[index + 1] ?? '')
    return !isName
  })
}

const matches = (patterns: RegExp[], said: string) => patterns.some((pattern) => pattern.test(said))

/**
 * A link that goes over two lines stands in braille with each of them, but not with each version of
 * Chromium (it does in 156, and not always in 150).
 *
 * @returns the lines without what the line before ends with
 */
export function withoutRepeats(braille: readonly string[]): string[] {
  return braille.flatMap((line, place) => {
    const before = braille[place - 1] ?? ''
    if (before.endsWith(line)) return []
    const [link = ''] = line.split(';', 1)
    return [link !== '' && before.endsWith(link) ? line.slice(link.length) : line]
  })
}
