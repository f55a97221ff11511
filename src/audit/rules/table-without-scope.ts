import {
  gridsOfPage,
  isHeader,
  isMarkedAsLayout,
  wordsIn,
  type Cell,
} from '../in-page/structure/tables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const tableWithoutScope: PageRule = {
  id: 'table-without-scope',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H63',
  meets: 'The table has headers of columns and of rows, and does not say which is which.',
  mend: 'Put scope="col" or scope="row" on each <th>.',
  *find(): Iterable<FaultyElement> {
    for (const { table, cells } of gridsOfPage()) {
      if (isMarkedAsLayout(table) || cells.some(({ element }) => element.hasAttribute('headers')))
        continue
      const headers = cells.filter((cell) => isHeader(cell) && wordsIn(cell) !== '')
      const lacking = headers.filter(
        ({ element }) => !element.hasAttribute('scope') && !element.hasAttribute('role'),
      )
      if (lacking.length === 0 || !cells.some((cell) => !isHeader(cell))) continue
      const isBoth =
        headers.some(({ row }) => row === 0) &&
        headers.some(({ row, column }) => row > 0 && column === 0)
      const isDeep = headers.some((cell) => isDeeper(cell, cells))
      if (isDeep)
        yield {
          element: table,
          level: 'manual',
          detail: 'It has headers in more than one row or column, without scope.',
        }
      else if (isBoth) yield { element: table, detail: `${lacking.length} headers have no scope.` }
    }
  },
}

/** Whether a header stands beside or below another one, away from the first row and column. */
function isDeeper({ row, column, columns, rows }: Cell, cells: readonly Cell[]): boolean {
  if (columns > 1 && row === 0 && cells.some((cell) => cell.columns === 1 && cell.row === rows))
    return cells.some((cell) => cell.row === 1 && isHeader(cell) && cell.column > 0)
  return row > 0 && column > 0
}
