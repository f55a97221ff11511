/*
 * What a machine can say of a document that was made elsewhere and put on the site. It finds a
 * title, tags, a language; whether they make sense only a person can tell.
 */

/** What must stand beside every verdict. */
export const limitOfTheCheck =
  'A machine found this. Only a person can tell whether the order, the headings and the descriptions make sense.'

export type Subject =
  | 'file'
  | 'protection'
  | 'macros'
  | 'text'
  | 'tags'
  | 'text outside tags'
  | 'title'
  | 'title shown'
  | 'language'
  | 'headings'
  | 'bold lines'
  | 'pictures'
  | 'tables'
  | 'sheets'
  | 'sheet names'
  | 'merged cells'
  | 'slide titles'
  | 'encoding'
  | 'length'

/**
 * - `error`: it must not be published as it is, whatever else there is.
 * - `barrier`: some readers get little or nothing out of it, so it must not be the only copy.
 * - `fault`: something is missing.
 * - `remark`: it may be right; a person should look.
 */
export type Weight = 'error' | 'barrier' | 'fault' | 'remark'

export interface Passed {
  about: Subject
  passed: true
  /** One sentence for readers. */
  words: string
  /** What it has, for the verdict, such as 'a title'. */
  short?: string
}

export interface Failed {
  about: Subject
  passed: false
  weight: Weight
  /** One sentence for readers. */
  words: string
  /** What whoever made the document can do, in one or two sentences. */
  mend: string
  /** What is amiss, for the verdict, such as 'no title'. */
  short?: string
}

export type Finding = Passed | Failed

/** How long a document is. */
export interface Extent {
  count: number
  unit: 'page' | 'sheet' | 'slide'
}

/** What a check of one family of documents finds. */
export interface Checked {
  extent?: Extent | undefined
  /** A BCP 47 tag, such as en-GB. */
  language?: string | undefined
  title?: string | undefined
  findings: Finding[]
}

/** What is known about a document. It has nothing but JSON in it, so that it can be kept. */
export interface DocumentCheck extends Checked {
  /** In words, such as 'Word document'. */
  kind: string
  /** The findings in one sentence for readers. */
  verdict: string
}

/** Thrown when a document cannot be looked through at all. */
export class CannotCheck extends Error {
  override name = 'CannotCheck'
  readonly finding: Failed

  constructor(words: string, mend: string, { weight = 'error', about = 'file', cause }: Why = {}) {
    super(words, { cause })
    this.finding = { about, passed: false, weight, words, mend }
  }
}

interface Why {
  weight?: Weight
  about?: Subject
  /** What a library threw. */
  cause?: unknown
}

/** A document that is not what its first bytes promise. */
export const damaged = (cause?: unknown): CannotCheck =>
  new CannotCheck(
    'The file is damaged and cannot be opened.',
    'Save it again from the program in which it was written, and open the new file before you add it.',
    { cause },
  )

/** A document that nobody can open without its password. */
export const locked = (): CannotCheck =>
  new CannotCheck(
    'It is locked with a password, so nobody can read it without one.',
    'Save it again without a password.',
    { about: 'protection' },
  )

/** @param opening what the sentence begins with when nothing decides the verdict by itself */
export function verdictOf(findings: readonly Finding[], opening?: string): string {
  const failed = findings.filter((each) => !each.passed)
  const decisive =
    failed.find(({ weight }) => weight === 'error') ??
    failed.find(({ weight }) => weight === 'barrier') ??
    failed.find(({ about }) => about === 'file')
  if (decisive) return decisive.words
  const has = findings.flatMap(({ passed, short }) => (passed && short ? [short] : []))
  const lacks = failed.flatMap(({ short }) => short ?? [])
  const start = opening === undefined ? 'It has' : `${opening}, with`
  if (has.length === 0) {
    return lacks.length === 0
      ? `${opening ?? 'It can be opened'}.`
      : `${opening === undefined ? start : `${opening}, but with`} ${inWords(lacks)}.`
  }
  return `${start} ${inWords(has)}${lacks.length === 0 ? '' : `, but ${inWords(lacks)}`}.`
}

/** 'a, b and c'. */
export const inWords = (parts: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(parts)

/** '1 page', '1,200 pages'. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`

/** Whether a machine finds a letter or a digit to read out. */
export const isReadable = (words: string): boolean => /[\p{L}\p{N}]/u.test(words)
