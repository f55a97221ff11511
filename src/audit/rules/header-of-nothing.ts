import { gridsOfPage, isHeader, isMarkedAsLayout } from '../in-page/structure/tables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const headerOfNothing: PageRule = {
  id: 'header-of-nothing',
  level: 'error',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/d0f69e/',
  meets: 'Every cell of the table is a header, so nothing is headed by them.',
  mend: 'Keep <th> for the cells that head a row or a column; make the others <td>.',
  *find(): Iterable<FaultyElement> {
    for (const { table, cells, rows } of gridsOfPage()) {
      if (isMarkedAsLayout(table) || table.hasAttribute('role') || cells.length === 0) continue
      const isThOnly = cells.every((cell) => cell.element.localName === 'th' && isHeader(cell))
      const isTied = cells.some(({ element }) => element.hasAttribute('headers'))
      if (isThOnly && !isTied && rows > 1) yield { element: table, detail: 'It has <th> only.' }
    }
  },
}
