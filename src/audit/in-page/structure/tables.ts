import { all, isHeard, squeeze } from '../dom.ts'
import { oncePerRun } from '../looks/once.ts'

/** A cell and the slots of the grid that it covers. */
export interface Cell {
  readonly element: HTMLTableCellElement
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** A table with its grid worked out. */
export interface Grid {
  readonly table: HTMLTableElement
  readonly cells: readonly Cell[]
  readonly rows: number
  readonly columns: number
}

/** @returns the tables that are heard as tables or might have been meant so, outermost first */
export const gridsOfPage = oncePerRun((): Grid[] =>
  all<HTMLTableElement>('table').filter(isHeard).map(gridOf),
)

/** Whether the table says that it only places things. */
export function isMarkedAsLayout(table: Element): boolean {
  return table.matches('[role=presentation], [role=none]')
}

/** The forming of a table (HTML standard, section 4.9.12.1), without cells that grow downward for ever. */
function gridOf(table: HTMLTableElement): Grid {
  const taken = new Set<string>()
  const cells: Cell[] = []
  let columns = 0
  for (const [row, tr] of [...table.rows].entries()) {
    let column = 0
    for (const element of tr.cells) {
      while (taken.has(`${row} ${column}`)) column += 1
      const wide = Math.min(Math.max(element.colSpan, 1), 100)
      const high = Math.min(Math.max(element.rowSpan, 1), table.rows.length - row)
      for (let y = row; y < row + high; y += 1)
        for (let x = column; x < column + wide; x += 1) taken.add(`${y} ${x}`)
      cells.push({ element, row, column, rows: high, columns: wide })
      column += wide
      columns = Math.max(columns, column)
    }
  }
  return { table, cells, rows: table.rows.length, columns }
}

/** Whether a cell is a header, by its element or its role. */
export function isHeader({ element }: Cell): boolean {
  if (element.matches('[role=columnheader], [role=rowheader]')) return true
  return element.localName === 'th' && !element.hasAttribute('role')
}

/** @returns the words of a cell */
export function wordsIn({ element }: Cell): string {
  return squeeze(element.textContent)
}

/** Whether a table holds parts of a page rather than data: headings, lists, fields, other tables. */
export function looksLikeLayout({ table, cells, rows, columns }: Grid): boolean {
  if (rows === 1 || columns === 1) return true
  const parts = 'h1, h2, h3, h4, h5, h6, nav, form, ul, ol, fieldset, article, section, main, table'
  const withParts = cells.filter(({ element }) => element.querySelector(parts) !== null)
  const withFields = cells.filter(
    ({ element }) => element.querySelector('input, select, textarea') !== null,
  )
  const asForm = withFields.length > 0 && all('label', table).length > 0 && columns <= 2
  return withParts.length > 0 || asForm
}

/** Whether a table is surely one of data: it says so, or text heads a column of numbers. */
export function isSurelyData(grid: Grid): boolean {
  const { table } = grid
  if (table.caption && squeeze(table.caption.textContent) !== '') return true
  if (table.tHead && table.tHead.rows.length > 0) return true
  return hasNumbersUnderWords(grid)
}

function hasNumbersUnderWords({ cells, rows, columns }: Grid): boolean {
  if (rows < 3 || columns < 2) return false
  for (let column = 0; column < columns; column += 1) {
    const [head, ...others] = cells.filter((cell) => cell.column === column && cell.columns === 1)
    const isNumber = (cell: Cell): boolean =>
      /^[£$€]?\s?[\d.,]+\s?(%|[a-z]{1,4}|£|€)?$/i.test(wordsIn(cell))
    if (head?.row === 0 && /\p{L}{2}/u.test(wordsIn(head)) && !isNumber(head))
      if (others.length >= 2 && others.every(isNumber)) return true
  }
  return false
}
