import { gridsOfPage, type Cell } from '../in-page/structure/tables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const wrongHeaders: PageRule = {
  id: 'wrong-headers',
  level: 'error',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F90',
  meets: 'A cell is announced with the header of another column.',
  mend: 'Let headers name the cells that stand over and beside the cell.',
  *find(): Iterable<FaultyElement> {
    for (const { cells } of gridsOfPage()) {
      for (const cell of cells) {
        const ids = (cell.element.getAttribute('headers') ?? '')
          .split(/\s+/)
          .filter((id) => id !== '')
        for (const id of ids) {
          const named = cells.filter(({ element }) => element.id === id)
          const [header] = named
          if (named.length > 1)
            yield { element: cell.element, detail: `Several cells have the id “${id}”.` }
          else if (!header && document.getElementById(id))
            yield { element: cell.element, detail: `“${id}” is no cell of this table.` }
          else if (header && header !== cell && !isInLine(header, cell))
            yield {
              element: cell.element,
              level: 'manual',
              detail: `“${id}” stands neither in its row nor in its column.`,
            }
        }
      }
    }
  },
}

function isInLine(one: Cell, other: Cell): boolean {
  const isSameColumn =
    one.column < other.column + other.columns && other.column < one.column + one.columns
  const isSameRow = one.row < other.row + other.rows && other.row < one.row + one.rows
  return isSameColumn || isSameRow
}
