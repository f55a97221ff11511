import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describes, type Tally } from './usual-findings.ts'

type Part = Awaited<ReturnType<PDFPageProxy['getStructTree']>>
type Content = Exclude<Part['children'][number], Part>

/**
 * What stands in the tags of a PDF (ISO 32000-1, sections 14.7 and 14.8). They are read page by
 * page: a part comes with each page on which it has content, and without its content on others.
 * A part without any content comes with no page, so it counts for nothing.
 */
export class PdfTags {
  /** Levels of headings, in reading order. */
  readonly levels: number[] = []
  readonly figures: Tally = { total: 0, good: 0 }
  readonly tables: Tally = { total: 0, good: 0 }
  /** The mark of the language of the first part that has one. */
  language: string | undefined
  /** How many parts and pieces of content have been read. */
  size = 0

  /**
   * Adds the tags of a page.
   * @param root null for a page without tags
   * @returns the ids of the pieces of content in them
   */
  add(root: Part | null): ReadonlySet<string> {
    const ids = new Set<string>()
    for (const each of root?.children ?? []) this.#visit(each, ids)
    return ids
  }

  #visit(node: Part | Content, ids: Set<string>): void {
    this.size += 1
    if (!('role' in node)) {
      ids.add(node.id)
      return
    }
    if ('lang' in node && typeof node.lang === 'string') this.language ??= node.lang
    if (hasContent(node)) this.#count(node)
    for (const each of node.children) this.#visit(each, ids)
  }

  #count(part: Part): void {
    if (part.role === 'Figure') {
      tally(this.figures, 'alt' in part && typeof part.alt === 'string' && describes(part.alt))
    } else if (part.role === 'Table') {
      const rows = rowsOf(part)
      // A table that goes over two pages begins where its first row is.
      const begins = rows[0] !== undefined && hasContent(rows[0])
      if (begins && isDataTable(rows)) tally(this.tables, holds(part, 'TH'))
    } else if (part.role === 'H') {
      // Its level is how deep it stands, so none can be skipped.
      this.levels.push(this.levels.at(-1) ?? 1)
    } else {
      const level = /^H([1-9]\d*)$/.exec(part.role)?.[1]
      if (level !== undefined) this.levels.push(Number(level))
    }
  }
}

function tally(counts: Tally, isGood: boolean): void {
  counts.total += 1
  counts.good += isGood ? 1 : 0
}

const partsOf = (part: Part): Part[] => part.children.filter((each) => 'role' in each)

const hasContent = (part: Part): boolean =>
  part.children.some((each) => !('role' in each) || hasContent(each))

const holds = (part: Part, role: string): boolean =>
  partsOf(part).some((each) => each.role === role || holds(each, role))

/** Rows stand in the table, or in its head, body and foot. */
const rowsOf = (table: Part): Part[] =>
  partsOf(table).flatMap((each) => (each.role === 'TR' ? [each] : partsOf(each)))

/** A table of at least two rows and two columns: a smaller one has nothing to be a header of. */
const isDataTable = (rows: readonly Part[]): boolean =>
  rows.length > 1 && rows.some((row) => partsOf(row).length > 1)
