import { closest, distance } from 'fastest-levenshtein'

/** Where something stands in a file; lines and columns are counted from 1. */
export interface Place {
  file: string
  line: number
  column: number
}

/**
 * Something that a writer should know. An error stops the build; a remark never does, and never
 * changes a word.
 */
export interface Problem extends Place {
  level: 'error' | 'remark'
  /** What is wrong, in one sentence. */
  what: string
  /** What to write instead, in one sentence. */
  mend: string
}

/** Collects problems while the content is read, so that a writer sees all of them at once. */
export class Problems {
  readonly all: Problem[] = []
  readonly #seen = new Set<string>()

  error(place: Place, what: string, mend: string): void {
    this.#add('error', place, what, mend)
  }

  remark(place: Place, what: string, mend: string): void {
    this.#add('remark', place, what, mend)
  }

  get errors(): Problem[] {
    return this.all.filter(({ level }) => level === 'error')
  }

  #add(level: Problem['level'], { file, line, column }: Place, what: string, mend: string): void {
    // The words of a plan or a note are shown on several pages: what is wrong in them is said once.
    const key = [file, line, column, what].join('\n')
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.all.push({ level, file, line, column, what, mend })
  }
}

/** One problem as one paragraph of plain text that editors and terminals make clickable. */
export function describeProblem({ file, line, column, level, what, mend }: Problem): string {
  return `${file}:${line}:${column}: ${level}: ${what}\n    ${mend}`
}

/** Problems without those that were found before. */
export function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((each) => [describeProblem(each), each])).values()]
}

/** Orders problems as a reader of the files meets them. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column,
  )
}

/** Thrown when content has errors: nothing may be published from it. */
export class ContentError extends Error {
  override name = 'ContentError'
  readonly problems: Problem[]

  constructor(problems: readonly Problem[]) {
    const ordered = inReadingOrder(problems)
    super(ordered.map(describeProblem).join('\n'))
    this.problems = ordered
  }
}

/**
 * The known word that a writer most likely meant.
 * @returns undefined when nothing known is near: a far-off guess would mislead.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const candidate = closest(word.toLowerCase(), [...known])
  const limit = Math.max(2, Math.floor(candidate.length / 3))
  return distance(word.toLowerCase(), candidate.toLowerCase()) <= limit ? candidate : undefined
}

/** The end of a sentence that helps with a word that is not known: the nearest one, or the list. */
export function suggest(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  if (near !== undefined) return `Did you mean \`${near}\`?`
  if (known.length === 0) return 'There is none yet.'
  const shown = known.slice(0, 12).map((each) => `\`${each}\``)
  return `Known: ${shown.join(', ')}${known.length > shown.length ? ' …' : ''}.`
}
