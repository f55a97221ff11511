import type { Nodes } from 'mdast'
import type { Reader, Remark } from '../manuscript.ts'
import { linesOf, type SourceLine } from '../source-lines.ts'

/** Signs that are bullets wherever a line begins with one. */
const bullet = /^\\?[•‣⁃▪▫●○◦■□◆◇➢➤](?=\s*\S)/u
/** Signs that a line may begin with for another reason; two lines make a list. */
const perhapsBullet = /^(?:\\?[*+·✓✔✗✘→►▶–—\-]|(?:->|=>)|\p{RGI_Emoji})(?=\s+\S)/v
const numbered = /^\\?\(?(?<number>\d{1,2}|[a-z]|[ivx]{1,4})\\?[.)](?=\s+\S)/
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']
/** Three numbers in order, and two bullets, in one line. */
const inLine = [
  /(?<=^|[\s:])\(?1\\?[.)] \S[^]*?\s\(?2\\?[.)] \S[^]*?\s\(?3\\?[.)] \S/,
  /(?<=^|[\s:])\(?a\\?\) \S[^]*?\s\(?b\\?\) \S[^]*?\s\(?c\\?\) \S/,
  /(?<=^|[\s:])\(i\) \S[^]*?\s\(ii\) \S[^]*?\s\(iii\) \S/,
  /[•‣▪●◦][^•‣▪●◦\n]+[•‣▪●◦]/u,
]

const mend =
  'Begin each item with “- ”, or with 1. and so on, on a line of its own; leave a line empty before the first.'

/** Lists whose marks are only letters and signs: no screen reader says how many items there are (WCAG 1.3.1). */
export const typedLists: Reader = function* ({ nodes, text }) {
  for (const node of nodes) {
    if (node.type === 'tableCell') yield* inOneLine(linesOf(node, text))
    if (!('children' in node)) continue
    for (const lines of runsOf(node.children, text)) {
      const found = ofLines(lines)
      if (found) yield found
      else yield* inOneLine(lines)
    }
    if (node.type === 'list') yield* withEmoji(node.children, text)
  }
}

/** The lines of paragraphs that may be items of one list: next to each other, each with a mark. */
function runsOf(nodes: readonly Nodes[], text: string): SourceLine[][] {
  const runs: SourceLine[][] = []
  let run: SourceLine[] | undefined
  for (const node of nodes) {
    const lines = node.type === 'paragraph' ? linesOf(node, text) : []
    const [first] = lines
    if (!first) {
      run = undefined
      continue
    }
    if (!run || !isMarked(first)) runs.push((run = []))
    run.push(...lines)
  }
  return runs
}

const isMarked = ({ words }: SourceLine): boolean =>
  bullet.test(words) || perhapsBullet.test(words) || numbered.test(words)

function ofLines(lines: readonly SourceLine[]): Remark | undefined {
  const begins = (pattern: RegExp) => lines.filter(({ words }) => pattern.test(words))
  const [sure] = begins(bullet)
  const [perhaps, another] = begins(perhapsBullet)
  const first = sure ?? (another && perhaps) ?? firstInOrder(lines)
  if (!first) return undefined
  const words = first.words.replaceAll('\\', '')
  const sign = sure ? words.charAt(0) : /^\S+/u.exec(words)?.[0]
  return said(first.at, sign ?? '')
}

/** The first line that is numbered 1, a or i when another one is 2, b or ii. */
function firstInOrder(lines: readonly SourceLine[]): SourceLine | undefined {
  const numbers = lines.flatMap((line) => {
    const number = numbered.exec(line.words)?.groups?.number
    return number === undefined ? [] : [{ line, number }]
  })
  return numbers.find(({ number }, index) => follows(number, numbers[index + 1]?.number))?.line
}

function follows(number: string, next: string | undefined): boolean {
  if (next === undefined) return false
  if (/\d/.test(number)) return Number(next) === Number(number) + 1
  const roman = romans.indexOf(number)
  if (roman !== -1 && romans[roman + 1] === next) return true
  return number.length === 1 && next === String.fromCharCode(number.charCodeAt(0) + 1)
}

function* inOneLine(lines: readonly SourceLine[]): Generator<Remark> {
  for (const { words, at } of lines) {
    for (const pattern of inLine) {
      const found = pattern.exec(words)
      if (!found) continue
      yield said(at + found.index, /^\(?\S[.)]?/u.exec(found[0])?.[0] ?? '')
      break
    }
  }
}

/** Items that begin with an emoji besides the list’s own bullet. */
function* withEmoji(items: readonly Nodes[], text: string): Generator<Remark> {
  const [first, second] = items.flatMap((item) => {
    const paragraph = 'children' in item ? item.children[0] : undefined
    const line = paragraph?.type === 'paragraph' ? linesOf(paragraph, text)[0] : undefined
    return line && /^\p{RGI_Emoji}/v.test(line.words) ? [line] : []
  })
  if (!first || !second) return
  yield {
    at: first.at,
    what: 'The items of a list begin with emoji, whose names a screen reader reads out each time.',
    mend: 'Take them out: a list has its own marks.',
  }
}

const said = (at: number, sign: string): Remark => ({
  at,
  what: `The marks of a list are typed (“${sign}”), so that a screen reader finds no list.`,
  mend,
})
