import { nameOf, squeeze } from '../in-page/dom.ts'
import {
  gridsOfPage,
  isHeader,
  isMarkedAsLayout,
  isSurelyData,
} from '../in-page/structure/tables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const tableWithoutCaption: PageRule = {
  id: 'table-without-caption',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H39',
  meets: 'In a list of tables nobody can tell what this one is about.',
  mend: 'Put a <caption> first into the table.',
  *find(): Iterable<FaultyElement> {
    for (const grid of gridsOfPage()) {
      const { table, cells } = grid
      if (isMarkedAsLayout(table) || (!cells.some(isHeader) && !isSurelyData(grid))) continue
      const isNamed = squeeze(table.caption?.textContent) !== '' || nameOf(table) !== ''
      const isInFigure =
        table.closest('figure')?.querySelector('figcaption') !== null &&
        table.closest('figure') !== null
      if (!isNamed && !isInFigure)
        yield { element: table, detail: table.caption ? 'Its caption is empty.' : 'It has none.' }
    }
  },
}
