import {
  gridsOfPage,
  isHeader,
  isMarkedAsLayout,
  isSurelyData,
  looksLikeLayout,
  wordsIn,
} from '../in-page/structure/tables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const tableWithoutHeaders: PageRule = {
  id: 'table-without-headers',
  level: 'error',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F91',
  meets: 'In a cell nobody hears which column or row it belongs to.',
  mend: 'Make the cells that head a column or a row <th>, with scope.',
  *find(): Iterable<FaultyElement> {
    for (const grid of gridsOfPage()) {
      const { table, cells, rows, columns } = grid
      if (isMarkedAsLayout(table) || rows < 2 || columns < 2 || cells.some(isHeader)) continue
      if (table.hasAttribute('role') || looksLikeLayout(grid)) continue
      if (isSurelyData(grid)) yield { element: table, detail: 'It has data, and no header.' }
      else if (
        rows > 2 &&
        cells.every((cell) => wordsIn(cell).length < 60) &&
        cells.filter((cell) => wordsIn(cell) !== '').length > 5
      )
        yield {
          element: table,
          level: 'manual',
          detail: 'It has no header: look whether it is a table of data.',
        }
    }
  },
}
