/**
 * How sure a finding is, and how bad. `error`: WCAG A or AA is failed, certainly. `warn`: AAA or good
 * practice. `manual`: a person must look, because no program can decide.
 */
export type Level = 'error' | 'warn' | 'manual'

/** What a rule is, apart from how it looks. Shown to people, and put into the documentation. */
export interface RuleFacts {
  /** In kebab case, of our own making: `fake-heading`. */
  readonly id: string
  /** The level of a fault that does not say its own. */
  readonly level: Level
  /** Success criteria of WCAG 2.2, such as `1.3.1`; none for good practice beside WCAG. */
  readonly criteria: readonly string[]
  /** The address of the technique, failure, ACT rule or other text that the rule is taken from. */
  readonly source: string
  /** What a person meets, as a full sentence. */
  readonly meets: string
  /** How to mend it, as a full sentence in the imperative. */
  readonly mend: string
}

/** A place that a rule finds at fault, while still in the page. */
export interface FaultyElement {
  readonly element: Element
  /** What is special here, as a full sentence: the ratio, the word, the size. */
  readonly detail?: string
  /** Instead of the rule's own, where this place is less certain. */
  readonly level?: Level
}

/**
 * A rule that only reads the page: `find` runs in the browser, in each of its modes. It must leave
 * the page as it was.
 */
export interface PageRule extends RuleFacts {
  /** Modes to look in; the wide, light one when left out. */
  readonly modes?: readonly string[]
  readonly find: () => Iterable<FaultyElement>
}

/** A place at fault, as it leaves the page. */
export interface Fault {
  readonly rule: string
  /** The rule's own level when left out. */
  readonly level?: Level
  readonly selector: string
  readonly snippet: string
  readonly detail?: string
  /** The mode that shows it; every mode, or the wide one, when left out. */
  readonly mode?: string
}

/** A fault with what people need to know about it. */
export interface Finding {
  readonly rule: string
  readonly level: Level
  /** Success criteria, with blanks between: `1.3.1 2.4.6`; empty for good practice. */
  readonly sc: string
  readonly selector: string
  readonly snippet: string
  /** What is wrong here, what a person meets and how to mend it. */
  readonly message: string
  readonly mode?: string
  /** For pages of this site: the file and line of the words, or the component. */
  readonly origin?: string
}
