import { PdfName, PdfString } from '@libpdf/core'
import type { PdfStructure } from './structure.ts'

/** Some words in a line that the structure tree has to tell apart. */
export interface PdfSpan {
  lang: string
  /**
   * What a program reads in place of the printed letters, where those run from right to left or
   * have accents that are signs of their own: Typst 0.14 writes such letters in the order of the
   * eye, and some of them twice, so that a screen reader would read other words.
   */
  words?: string
  /** What it is, when it is more than some words. */
  role?: 'Code'
}

/**
 * Gives spans their language and their words (ISO 32000-1, 14.9.2 and 14.9.4). Typst marks them as
 * quotations within a line, which nothing else is, because it has no element for them.
 * @param spans those of the whole file, in reading order, outer ones first
 */
export function describeSpans(structure: PdfStructure, spans: readonly PdfSpan[]): void {
  if (spans.length === 0) return
  const elements = structure.elements('Quote')
  if (elements.length !== spans.length) {
    throw new Error(`There are ${elements.length} spans in the PDF, not ${spans.length}.`)
  }
  elements.forEach((element, index) => {
    const span = spans[index]
    if (span === undefined) return
    element.set('S', PdfName.of(span.role ?? 'Span'))
    element.set('Lang', PdfString.fromString(span.lang))
    if (span.words !== undefined) element.set('ActualText', PdfString.fromString(span.words))
  })
}
