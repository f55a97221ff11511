import { diffArrays } from 'diff'

/** Some words of two versions of a line: in both, only in the new one, or only in the old one. */
export interface Part {
  kind: 'same' | 'added' | 'removed'
  words: string
}

/** Fewer words than these between two changes are told with them: single words would be confetti. */
const fewest = 3

/**
 * A line's old and new words together: whole words only, what was removed before what was added.
 * A part is never empty, and neither begins nor ends with a space, nor in the middle of a word:
 * always one space belongs between it and the next, also where a sign ends a sentence.
 * @param before words with white space between them
 */
export function wordParts(before: string, after: string): Part[] {
  const parts: Part[] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    if (removed.length > 0) parts.push({ kind: 'removed', words: removed.join(' ') })
    if (added.length > 0) parts.push({ kind: 'added', words: added.join(' ') })
    removed = []
    added = []
  }
  const found = diffArrays(wordsIn(before), wordsIn(after))
  found.forEach((each, index) => {
    if (each.removed) removed.push(...each.value)
    else if (each.added) added.push(...each.value)
    else if (each.count < fewest && index > 0 && index < found.length - 1) {
      removed.push(...each.value)
      added.push(...each.value)
    } else {
      flush()
      parts.push({ kind: 'same', words: each.value.join(' ') })
    }
  })
  flush()
  return parts
}

function wordsIn(line: string): string[] {
  return line.split(/\s+/).filter(Boolean)
}

/**
 * Each change of a line in words, such as `“five days” is now “six days”`.
 * @param parts a line's, or the words of one that is new or gone
 * @param most of how many words to show no more than the first
 */
export function changesInWords(parts: readonly Part[], most = Infinity): string[] {
  const quote = (words: string) => {
    const few = words.split(' ').slice(0, most).join(' ')
    return few === words ? `“${words}”` : `“${few} …”`
  }
  return parts.flatMap(({ kind, words }, index) => {
    const [before, after] = [parts[index - 1], parts[index + 1]]
    if (kind === 'same') return parts.length === 1 ? [`${quote(words)} was moved`] : []
    if (kind === 'removed') {
      return after?.kind === 'added'
        ? [`${quote(words)} is now ${quote(after.words)}`]
        : [`${quote(words)} was taken out`]
    }
    if (before?.kind === 'removed') return []
    return [`${quote(words)} was added${before ? ` after ${lastOf(before.words)}` : ''}`]
  })
}

function lastOf(words: string): string {
  const few = words.split(' ').slice(-4).join(' ')
  return few === words ? `“${words}”` : `“… ${few}”`
}
