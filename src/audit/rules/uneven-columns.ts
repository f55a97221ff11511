import { gridsOfPage, isHeader, isMarkedAsLayout } from '../in-page/structure/tables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const unevenColumns: PageRule = {
  id: 'uneven-columns',
  level: 'warn',
  criteria: [],
  source: 'https://html.spec.whatwg.org/multipage/tables.html#forming-a-table',
  meets:
    'Rows have different numbers of columns, or columns that are only invented, so counting them misleads.',
  mend: 'Give each row the same columns, and let colspan count only those.',
  *find(): Iterable<FaultyElement> {
    for (const { table, cells, columns, rows } of gridsOfPage()) {
      if (isMarkedAsLayout(table) || !cells.some(isHeader) || rows < 2) continue
      const starts = new Set(cells.map(({ column }) => column))
      const invented = columns - starts.size
      const short = Array.from({ length: rows }, (_, row) => row).filter(
        (row) => coveredIn(cells, row) < columns,
      )
      if (invented > 0)
        yield { element: table, detail: `In ${invented} of ${columns} columns no cell begins.` }
      else if (short.length > 0)
        yield {
          element: table,
          detail: `${short.length} of ${rows} rows have fewer than ${columns} columns.`,
        }
    }
  },
}

function coveredIn(
  cells: readonly { row: number; rows: number; columns: number }[],
  row: number,
): number {
  return cells
    .filter((cell) => cell.row <= row && row < cell.row + cell.rows)
    .reduce((sum, cell) => sum + cell.columns, 0)
}
