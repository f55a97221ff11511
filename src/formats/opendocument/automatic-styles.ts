import type { Element } from 'xast'
import {
  automaticStyle,
  fixedStyles,
  listStyle,
  measures,
  paragraphStyle,
  quotationRule,
  type ListKind,
  type ParagraphStyleName,
} from './styles.ts'
import { directionProperties, languageProperties, writingMode } from './languages.ts'
import { nameOf } from './markup.ts'

/** What stands around some words. */
export interface Surroundings {
  lang: string
  /** How many lists and quotations. */
  lists: number
  quotations: number
}

/** How far paragraphs are set in there, in centimetres. */
export const indentOf = ({ lists, quotations }: Omit<Surroundings, 'lang'>): number =>
  lists * measures.listStep + quotations * measures.quotationStep

/**
 * The styles that a document needs beside the named ones, each made when it is first asked for.
 * Programs do not show them to the person who edits.
 */
export class AutomaticStyles {
  readonly #lang: string
  readonly #styles = new Map<string, Element>()

  /** @param lang the language of the document */
  constructor(lang: string) {
    this.#lang = lang
  }

  get all(): Element[] {
    return [...fixedStyles, ...this.#styles.values()]
  }

  #once(name: string, made: () => Element): string {
    if (!this.#styles.has(name)) this.#styles.set(name, made())
    return name
  }

  /** The name of a style of paragraphs, in the language and as far in as they are. */
  ofParagraph(style: ParagraphStyleName, { lang, lists, quotations }: Surroundings): string {
    const isQuoted = style === 'Quotations'
    // Code is in no language, and always from the left.
    const isForeign = lang !== this.#lang && style !== 'Preformatted Text'
    const isFurtherIn = isQuoted && lists + quotations > 1
    const isTurned = isQuoted && writingMode(lang) === 'rl-tb'
    if (!isForeign && !isFurtherIn && !isTurned) return nameOf(style)
    const name = [nameOf(style), lang, ...(isFurtherIn ? [lists, quotations] : [])].join('-')
    const margin = `${indentOf({ lists, quotations }).toFixed(2)}cm`
    return this.#once(name, () =>
      paragraphStyle(name, {
        parent: style,
        paragraph: {
          ...(isForeign && directionProperties(lang)),
          ...(isTurned && quotationRule(lang)),
          ...(isFurtherIn && { 'fo:margin-left': margin }),
        },
        text: isForeign ? languageProperties(lang) : {},
      }),
    )
  }

  ofLanguage(lang: string): string {
    const name = `Language-${lang}`
    return this.#once(name, () => automaticStyle(name, 'text', languageProperties(lang)))
  }

  /** @param quotations how many stand around the list; lists around it are its levels */
  ofList(kind: ListKind, quotations: number): string {
    if (quotations === 0) return kind
    const name = `${kind}-${quotations}`
    return this.#once(name, () => listStyle(name, kind, quotations * measures.quotationStep))
  }

  /** As LibreOffice marks it since 7.5; others pass over it (1.3, part 3, section 3.17). */
  ofDecoration(): string {
    const decorative = { 'loext:decorative': 'true' }
    return this.#once('Decoration', () =>
      automaticStyle('Decoration', 'graphic', decorative, 'Graphics'),
    )
  }

  /** @param width in centimetres */
  ofColumn(name: string, width: number): string {
    const properties = { 'style:column-width': `${width.toFixed(2)}cm` }
    return this.#once(name, () => automaticStyle(name, 'table-column', properties))
  }
}
