import {
  gridsOfPage,
  isHeader,
  isMarkedAsLayout,
  wordsIn,
  type Cell,
} from '../in-page/structure/tables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const emptyCells: PageRule = {
  id: 'empty-cells',
  level: 'warn',
  criteria: [],
  source: 'https://www.gov.uk/guidance/content-design/tables',
  meets: 'An empty cell leaves open whether there is nothing, or something is missing.',
  mend: 'Write “none”, “not known” or a 0 into it.',
  *find(): Iterable<FaultyElement> {
    for (const { table, cells } of gridsOfPage()) {
      if (isMarkedAsLayout(table) || !cells.some(isHeader)) continue
      const empty = cells.filter((cell) => !isHeader(cell) && isEmpty(cell))
      // The corner over the headers of rows and columns has nothing to say.
      const [first] = empty.filter(({ row, column }) => row > 0 || column > 0)
      if (first)
        yield { element: first.element, detail: `The table has ${empty.length} empty cells.` }
    }
  },
}

function isEmpty(cell: Cell): boolean {
  const content =
    'img, svg, input, select, textarea, button, a, video, audio, canvas, iframe, object, [aria-label], meter, progress'
  return (
    wordsIn(cell).replace(/\u00a0/g, '') === '' &&
    !cell.element.querySelector(content) &&
    !cell.element.hasAttribute('aria-label')
  )
}
