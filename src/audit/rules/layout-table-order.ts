import { gridsOfPage, isHeader, looksLikeLayout, wordsIn } from '../in-page/structure/tables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const layoutTableOrder: PageRule = {
  id: 'layout-table-order',
  level: 'manual',
  criteria: ['1.3.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F49',
  meets:
    'A table that only places things is read row by row, which may tear apart what belongs together.',
  mend: 'Read the cells row by row; where that makes no sense, place the parts with the style sheet.',
  *find(): Iterable<FaultyElement> {
    for (const grid of gridsOfPage()) {
      const { table, cells, rows } = grid
      if (rows < 2 || cells.some(isHeader) || table.caption) continue
      // A cell over several rows is read before what stands left of it, below.
      const spans = cells.filter(
        (cell) =>
          cell.rows > 1 &&
          cell.column > 0 &&
          (wordsIn(cell) !== '' || cell.element.querySelector('img')),
      )
      const isMixed =
        looksLikeLayout(grid) ||
        cells.some(({ element }) => element.querySelector('img, a') !== null)
      if (spans.length > 0 && isMixed)
        yield {
          element: table,
          detail: 'A cell over several rows is heard before the cells beside its lower part.',
        }
    }
  },
}
