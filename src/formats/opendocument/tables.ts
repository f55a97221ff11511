import type { Element } from 'xast'
import { x } from 'xastscript'
import type { TableRoom } from '../columns.ts'
import { writingMode } from './languages.ts'
import { measures } from './styles.ts'

/** Centimetres. */
export const tableRoom: TableRoom = { width: measures.text.width, letter: 0.23, beside: 0.4 }

export interface Table {
  name: string
  lang: string
  /** Whether the first cell of each row is its heading. */
  rowHeaders: boolean
  /** The names of their styles. */
  columns: readonly string[]
  /** The cells of the row of headers. */
  header: readonly Element[]
  rows: readonly (readonly Element[])[]
}

export function tableOf({ name, lang, rowHeaders, columns, header, rows }: Table): Element {
  const [first, ...others] = columns.map((style) =>
    x('table:table-column', { 'table:style-name': style }),
  )
  const firstColumn = rowHeaders ? x('table:table-header-columns', [first]) : first
  return x(
    'table:table',
    { 'table:name': name, 'table:style-name': `Table-${writingMode(lang)}` },
    [firstColumn, ...others],
    x('table:table-header-rows', [rowOf(header)]),
    rows.map(rowOf),
  )
}

const rowOf = (cells: readonly Element[]): Element =>
  x('table:table-row', { 'table:style-name': 'Table-row' }, [...cells])

/** @param style of the cell, for what surrounds its words */
export const cellOf = (
  paragraph: Element,
  style: 'Table-head' | 'Table-row-head' | 'Table-cell',
): Element =>
  x('table:table-cell', { 'table:style-name': style, 'office:value-type': 'string' }, paragraph)
