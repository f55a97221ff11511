import { languageInEnglish } from '../../document/languages.ts'
import type { Inline } from '../../document/vocabulary.ts'
import { absolute } from '../addresses.ts'
import { write, type Writers } from '../writers.ts'
import { typeforms } from './liblouis.ts'
import { simplified } from './signs.ts'
import type { Run } from './words.ts'

/** Makes runs of words from what stands within a line. */
export class RunWriter {
  readonly #siteUrl: string
  #lang: string
  #form: number = typeforms.none

  /** @param lang the language of the words, until `within` says another */
  constructor(lang: string, siteUrl: string) {
    this.#lang = lang
    this.#siteUrl = siteUrl
  }

  /** The language of the words where the writer is. */
  get lang(): string {
    return this.#lang
  }

  line(nodes: readonly Inline[]): Run[] {
    return nodes.flatMap((node) => write(this.#writers, node))
  }

  /** Plain words, in the language and emphasis of where the writer is. */
  words(words: string): Run[] {
    return [this.#run(simplified(words, this.#lang))]
  }

  #run(words: string): Run {
    return { lang: this.#lang, words, form: this.#form }
  }

  /** Writes what is inside in another language, or with more emphasis. */
  within<Out>(change: { lang?: string; form?: number }, inside: () => Out): Out {
    const [lang, form] = [this.#lang, this.#form]
    this.#lang = change.lang ?? lang
    this.#form |= change.form ?? typeforms.none
    const written = inside()
    this.#lang = lang
    this.#form = form
    return written
  }

  /** Words, with the address that they lead to in < and > behind them. */
  link(address: string, words: Run[]): Run[] {
    // A way within the page is of no use without links.
    if (address.startsWith('#')) return words
    const read = words.map(({ words }) => words).join('')
    const same = [read, `mailto:${read}`, `tel:${read.replaceAll(' ', '')}`].includes(address)
    if (same) return words
    const whole = absolute(this.#siteUrl, address)
    const inAscii = whole.replace(/[^!-~]+/g, encodeURIComponent)
    return [...words, ...this.words(` <${inAscii}>`)]
  }

  readonly #writers: Writers<Run[], Inline['type']> = {
    text: ({ value }) => this.words(value),
    emphasis: ({ children }) => this.within({ form: typeforms.italic }, () => this.line(children)),
    strong: ({ children }) => this.within({ form: typeforms.bold }, () => this.line(children)),
    inlineCode: ({ value }) => this.words(value),
    break: () => [this.#run(lineBreak)],
    link: ({ address, children }) => this.link(address, this.line(children)),
    phrase: ({ lang, children }) => [
      ...this.words(`(in ${languageInEnglish(lang)}:) `),
      ...this.within({ lang }, () => this.line(children)),
    ],
    date: ({ value }) => this.words(value),
    noteMark: ({ mark, children }) => [
      ...this.line(children),
      // A letter or digit would become a part of the last word.
      ...this.words(/^[\p{L}\p{N}]/u.test(mark) ? ` [${mark}]` : mark),
    ],
    documentLink: ({ address, details, children }) =>
      this.link(address, [
        ...this.line(children),
        ...(details === '' ? [] : this.words(` (${details})`)),
      ]),
  }
}

/** No other run has it: where words have one it becomes a space. */
const lineBreak = '\n'

export function splitAtBreaks(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]]
  for (const run of runs) {
    if (run.words === lineBreak) parts.push([])
    else parts.at(-1)?.push(run)
  }
  return parts
}
