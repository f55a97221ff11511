import { diffArrays } from 'diff'
import { changesInWords, wordParts, type Part } from './word-parts.ts'
import { haveHalfInCommon, sameWords, type Line } from './words.ts'

/** One thing that is not as it was. */
export interface Difference {
  kind: 'changed' | 'added' | 'removed' | 'moved'
  part: Line['part']
  /** What it is about, such as `summary` or `paragraph`. */
  label: string
  /** What changed in plain words, whole without colour or marks. */
  sentence: string
  /** The words of the old and the new version together, for `ins` and `del`. */
  parts: Part[]
  /** The line of the newer file where it can be seen, counted from 1. */
  line: number
}

/** What changed between two versions, in the order in which a reader of the newer one meets it. */
export function differenceOf(before: readonly Line[], after: readonly Line[]): Difference[] {
  if (sameWords(before, after)) return []
  const steps = elsewherePaired(align(before, after))
  const found: Difference[] = []
  let previous: Line | undefined
  for (const { old, now, isElsewhere = false } of steps) {
    if (now && !old) found.push(added(now, previous))
    else if (old && !now) found.push(removed(old, previous))
    else if (now && old && old.words !== now.words) found.push(changed(old, now))
    else if (now && isElsewhere) found.push(moved(now, previous))
    previous = now ?? previous
  }
  return found
}

/** A line of the old version, of the new one, or what is the same line in both. */
interface Step {
  old?: Line
  now?: Line
  /** Whether it stood between other lines before. */
  isElsewhere?: true
}

/** Lines that are gone in one place and new in another, as they were or changed, are the same. */
function elsewherePaired(steps: readonly Step[]): Step[] {
  const gone = steps.flatMap(({ old, now }) => (old && !now ? [old] : []))
  const paired = steps.map((step): Step => {
    const { old, now } = step
    if (old || now?.part !== 'text') return step
    const origin =
      gone.find(({ part, words }) => part === 'text' && words === now.words) ??
      gone.find((each) => isAlike(each, now))
    if (!origin) return step
    gone.splice(gone.indexOf(origin), 1)
    return { old: origin, now, isElsewhere: true }
  })
  return paired.filter(({ old, now }) => now !== undefined || (old && gone.includes(old)))
}

/** First what has not changed; between that, what is alike; then a line alone for a line alone. */
function align(before: readonly Line[], after: readonly Line[]): Step[] {
  const isSame = (a: Line, b: Line) => a.words === b.words && (a.part === 'text' || isAlike(a, b))
  return gapsFilled(pair(before, after, isSame), ({ olds, nows }) =>
    gapsFilled(pair(olds, nows, isAlike), (rest) => {
      const [old, ...more] = rest.olds
      const [now] = rest.nows
      const isAlone = more.length === 0 && rest.nows.length === 1
      if (old && now && isAlone && old.part === 'text' && old.label === now.label) {
        return [{ old, now }]
      }
      return [
        ...rest.olds.map((each) => ({ old: each })),
        ...rest.nows.map((each) => ({ now: each })),
      ]
    }),
  )
}

interface Gap {
  olds: Line[]
  nows: Line[]
}

function pair(
  before: readonly Line[],
  after: readonly Line[],
  comparator: (old: Line, now: Line) => boolean,
): Step[] {
  let at = 0
  return diffArrays([...before], [...after], { comparator }).flatMap((run): Step[] => {
    const { value, added, removed } = run
    if (added) return value.map((now) => ({ now }))
    if (removed) {
      at += value.length
      return value.map((old) => ({ old }))
    }
    return value.map((now) => {
      const old = before[at]
      at += 1
      return { now, ...(old && { old }) }
    })
  })
}

/** Steps where each run of unpaired lines was looked at once more. */
function gapsFilled(steps: readonly Step[], fill: (gap: Gap) => Step[]): Step[] {
  const filled: Step[] = []
  let gap: Gap = { olds: [], nows: [] }
  for (const { old, now } of [...steps, undefined].map((step) => step ?? {})) {
    if (old && !now) gap.olds.push(old)
    else if (now && !old) gap.nows.push(now)
    else {
      if (gap.olds.length + gap.nows.length > 0) filled.push(...fill(gap))
      gap = { olds: [], nows: [] }
      if (old && now) filled.push({ old, now })
    }
  }
  return filled
}

/** Half of the words of two lines in common: one is then the other, changed. */
function isAlike(a: Line, b: Line): boolean {
  if (a.part !== b.part) return false
  if (a.part === 'fact') return a.label === b.label
  return haveHalfInCommon(a.words, b.words)
}

/** More changes in a line than these are told by its old and new words. */
const most = 4

function changed(old: Line, now: Line): Difference {
  // Of two lines that have little in common, a list of their words would be confetti.
  const parts: Part[] = haveHalfInCommon(old.words, now.words)
    ? wordParts(old.words, now.words)
    : [
        { kind: 'removed', words: old.words },
        { kind: 'added', words: now.words },
      ]
  const isAnew = !parts.some(({ kind }) => kind === 'same')
  const pieces = changesInWords(parts)
  const what =
    now.part === 'fact' ? `The ${now.label}` : `The ${now.label} that begins ${start(old.words)}`
  const sentence =
    now.part === 'fact' || isAnew || pieces.length > most
      ? `${what} was changed. It said: ${quote(old)} It now says: ${quote(now)}`
      : `${what} was changed: ${pieces.join('; ')}.`
  return { kind: 'changed', part: now.part, label: now.label, sentence, parts, line: now.line }
}

function added(now: Line, previous: Line | undefined): Difference {
  const sentence =
    now.part === 'fact'
      ? `The ${now.label} was added: ${quote(now)}`
      : `${one(now.label)} was added ${place(previous)}: ${quote(now)}`
  return { kind: 'added', sentence, ...about(now, now.line, 'added') }
}

function removed(old: Line, previous: Line | undefined): Difference {
  const sentence =
    old.part === 'fact'
      ? `The ${old.label} was taken out. It said: ${quote(old)}`
      : `${one(old.label)} was taken out ${place(previous)}. It said: ${quote(old)}`
  return { kind: 'removed', sentence, ...about(old, previous?.line ?? 1, 'removed') }
}

function moved(now: Line, previous: Line | undefined): Difference {
  const sentence = `The ${now.label} that begins ${start(now.words)} was moved. It now stands ${place(previous)}.`
  return { kind: 'moved', sentence, ...about(now, now.line, 'same') }
}

function about(
  { part, label, words }: Line,
  line: number,
  kind: Part['kind'],
): Pick<Difference, 'part' | 'label' | 'line' | 'parts'> {
  return { part, label, line, parts: [{ kind, words }] }
}

function one(label: string): string {
  return /^[aeiou]/.test(label) ? `An ${label}` : `A ${label}`
}

function place(previous: Line | undefined): string {
  return previous?.part === 'text'
    ? `after ${start(previous.words)}`
    : 'at the beginning of the text'
}

/** All words of a line in quotation marks, as the end of a sentence. */
function quote({ words }: Line): string {
  return /[.!?…]\p{Quotation_Mark}?$/u.test(words) ? `“${words}”` : `“${words}”.`
}

/** The first words of a line in quotation marks, so that they can be found. */
function start(words: string): string {
  const first = words.split(' ').slice(0, 6).join(' ')
  return first === words ? `“${first}”` : `“${first} …”`
}
