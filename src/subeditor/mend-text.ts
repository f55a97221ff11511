import type { Nodes, Root } from 'mdast'
import { parseDocument } from 'yaml'
import { everyNodeOf } from './read-tree.ts'
import { straightEnds } from './remarks/quotation-marks.ts'

/** Characters that come along from a word processor, show nothing and mean nothing. */
const EMPTY = /[\u200B\u00AD\uFEFF]/g

/** A replacement of characters of a text. */
export interface Change {
  at: number
  /** How many characters go. */
  length: number
  by: string
  /** What was done, in words. */
  what: string
}

/** The text with all changes made; none may overlap another. */
export function withChanges(text: string, changes: readonly Change[]): string {
  return changes
    .toSorted((a, b) => b.at - a.at)
    .reduce((all, { at, length, by }) => all.slice(0, at) + by + all.slice(at + length), text)
}

/** What a byte order mark and the line ends of Windows are changed to. */
export function changesToLines(text: string): Change[] {
  const changes: Change[] = []
  if (text.startsWith('\uFEFF')) {
    changes.push({ at: 0, length: 1, by: '', what: 'a byte order mark was taken out.' })
  }
  const [first] = text.matchAll(/\r\n/g)
  for (const { index } of text.matchAll(/\r\n/g)) {
    const what = index === first?.index ? 'the line ends of Windows became plain ones.' : ''
    changes.push({ at: index, length: 2, by: '\n', what })
  }
  return changes
}

/** Tabs that indent front matter, which YAML cannot read; none where it can be read as it is. */
export function changesToFrontMatter(text: string): Change[] {
  const front = /^---\n(.*?\n)---(?:\n|$)/s.exec(text)?.[1]
  if (front === undefined || isYaml(front)) return []
  const changes = [...front.matchAll(/^[ \t]*\t[ \t]*/gm)].map(({ 0: indent, index }) => ({
    at: index + '---\n'.length,
    length: indent.length,
    by: indent.replaceAll('\t', '  '),
    what: 'tabs became spaces.',
  }))
  const mended = /^---\n(.*?\n)---(?:\n|$)/s.exec(withChanges(text, changes))?.[1] ?? ''
  return isYaml(mended) ? changes : []
}

const isYaml = (text: string): boolean => parseDocument(text).errors.length === 0

/** What spaces, marks and empty characters of the prose are changed to; code stays as it is. */
export function changesToProse(text: string, tree: Root): Change[] {
  const changes: Change[] = []
  for (const node of everyNodeOf(tree)) {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) continue
    if (node.type === 'text') changes.push(...changesToWords(text, start, end))
    if (node.type === 'paragraph' || node.type === 'heading') {
      changes.push(...changesToQuotes(node))
    }
  }
  return [...changes, ...changesToLineEnds(text, tree)]
}

function changesToWords(text: string, start: number, end: number): Change[] {
  const empty = [...text.slice(start, end).matchAll(EMPTY)].map(({ index }) => ({
    at: start + index,
    length: 1,
    by: '',
    what: 'a character that shows nothing was taken out.',
  }))
  // With what stands around, but not at the beginning of a line: spaces there say what belongs to a list.
  const around = text.slice(start - 1, end + 1)
  const spaces = [...around.matchAll(/(?<=[^\s>]) {2,}(?=\S)/g)].map(
    ({ 0: { length }, index }) => ({
      at: start - 1 + index,
      length,
      by: ' ',
      what: 'doubled spaces became one.',
    }),
  )
  return [...empty, ...spaces]
}

/** Straight marks at the end of what a curly one opened, across the parts of a line. */
function changesToQuotes(line: Nodes): Change[] {
  let words = ''
  const places: number[] = []
  for (const node of everyNodeOf(line)) {
    const start = node.position?.start.offset
    const length = (node.position?.end.offset ?? 0) - (start ?? 0)
    // A text that is written with escapes has other places; it is left alone.
    if (node.type !== 'text' || start === undefined || length !== node.value.length) continue
    words += node.value
    for (let index = 0; index < length; index++) places.push(start + index)
  }
  return straightEnds(words).flatMap((index) => {
    const at = places[index]
    const what = 'a straight mark that closed a curly one became a curly one.'
    return at === undefined ? [] : [{ at, length: 1, by: '”', what }]
  })
}

/** Spaces that end a line and no line break, and the end of the file. */
function changesToLineEnds(text: string, tree: Root): Change[] {
  const code = [...everyNodeOf(tree)].filter(({ type }) => type === 'code' || type === 'inlineCode')
  const isCode = (at: number) =>
    code.some(
      ({ position }) =>
        (position?.start.offset ?? Infinity) <= at && at < (position?.end.offset ?? 0),
    )
  const changes = [...text.matchAll(/[ \t]+(?=\n|$)/g)]
    // Two spaces break a line where another one follows.
    .filter(({ 0: { length }, index }) => {
      const isBreak = length > 1 && /^\n[^\n]/.test(text.slice(index + length))
      return !isBreak && !isCode(index)
    })
    .map(({ 0: { length }, index }) => ({
      at: index,
      length,
      by: '',
      what: 'spaces at the end of the line were taken out.',
    }))
  if (text.endsWith('\n')) return changes
  const what = 'the last line got its end.'
  return [...changes, { at: text.length, length: 0, by: '\n', what }]
}
