import { bodyLines } from './body-words.ts'
import { factLines } from './fact-words.ts'
import { FrontMatter } from './front-matter.ts'

/** Some of a publication's words, as readers meet them: a fact, or a block of its text. */
export interface Line {
  part: 'fact' | 'text'
  /** What it is, such as `summary` or `list item`, for sentences such as “The summary was changed.” */
  label: string
  /** Plain words on one line. */
  words: string
  /** The line of the file on which they begin, counted from 1. */
  line: number
}

/**
 * The words of a publication, without what readers do not read: its state, white space, Markdown's
 * own marks. It is read leniently, so that a version that today's checks would refuse has its words.
 * @param text a whole file of content/
 */
export function wordsOf(text: string): Line[] {
  const front = new FrontMatter(text)
  return [...factLines(front), ...bodyLines(text, front.lines)]
}

/** Whether two versions say the same. Where paragraphs end is white space, and so no difference. */
export function sameWords(before: readonly Line[], after: readonly Line[]): boolean {
  return inOneLine(before) === inOneLine(after)
}

function inOneLine(lines: readonly Line[]): string {
  return lines
    .map(({ part, label, words }) => (part === 'fact' ? `${label}\n${words}\n` : words))
    .join(' ')
}

/** Whether two texts have most of their words in common, whatever their facts. */
export function areAlike(before: readonly Line[], after: readonly Line[]): boolean {
  return haveHalfInCommon(inOneLine(before), inOneLine(after))
}

/** Whether half of the different words of the longer one are in both. */
export function haveHalfInCommon(before: string, after: string): boolean {
  const [one, other] = [before, after].map((words) => new Set(words.toLowerCase().split(/\s+/)))
  if (!one || !other) return false
  return one.intersection(other).size * 2 >= Math.max(one.size, other.size)
}
