import {
  gridsOfPage,
  isHeader,
  isMarkedAsLayout,
  isSurelyData,
  looksLikeLayout,
} from '../in-page/structure/tables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const layoutTable: PageRule = {
  id: 'layout-table',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/tutorials/tables/tips/#layout-tables',
  meets: 'Things that are only placed by a table are announced as rows and columns.',
  mend: 'Place them with the style sheet; at the least give the table role="presentation".',
  *find(): Iterable<FaultyElement> {
    for (const grid of gridsOfPage()) {
      const { table, cells } = grid
      if (isMarkedAsLayout(table) || table.hasAttribute('role') || cells.length === 0) continue
      if (!cells.some(isHeader) && !isSurelyData(grid) && looksLikeLayout(grid))
        yield { element: table, detail: 'It has no header, and holds parts of a page.' }
    }
  },
}
