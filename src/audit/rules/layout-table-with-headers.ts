import { all, squeeze } from '../in-page/dom.ts'
import {
  gridsOfPage,
  isHeader,
  isMarkedAsLayout,
  looksLikeLayout,
} from '../in-page/structure/tables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const layoutTableWithHeaders: PageRule = {
  id: 'layout-table-with-headers',
  level: 'error',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F46',
  meets: 'A table that only places things is announced as one of data, with a caption or headers.',
  mend: 'Take away caption, summary and <th>, or place the things with the style sheet.',
  *find(): Iterable<FaultyElement> {
    for (const grid of gridsOfPage()) {
      const { table, cells } = grid
      const caption = squeeze(table.caption?.textContent)
      const summary = squeeze(table.getAttribute('summary'))
      const headers = cells.filter(isHeader)
      if (isMarkedAsLayout(table)) {
        if (caption !== '' || summary !== '' || headers.length > 0) {
          const detail = 'It is marked as layout, and has a caption, a summary or headers.'
          const isTold = caption !== '' || summary !== ''
          yield isTold ? { element: table, detail } : { element: table, detail, level: 'manual' }
        }
      } else if (/\blayout\b/i.test(`${caption} ${summary}`)) {
        yield { element: table, detail: `It says “${caption === '' ? summary : caption}”.` }
      } else if (
        looksLikeLayout(grid) &&
        headers.length === 0 &&
        (caption !== '' || summary !== '')
      ) {
        if (all('input, select, textarea, nav, form, h1, h2', table).length > 0)
          yield {
            element: table,
            level: 'manual',
            detail: 'It has a caption or a summary, no header, and parts of a page.',
          }
      }
    }
  },
}
