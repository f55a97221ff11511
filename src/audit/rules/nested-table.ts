import { all, isHeard } from '../in-page/dom.ts'
import { isMarkedAsLayout } from '../in-page/structure/tables.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const nestedTable: PageRule = {
  id: 'nested-table',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/tutorials/tables/tips/',
  meets: 'In a table inside a table nobody can hear which headers a cell has.',
  mend: 'Part the tables, and put one after the other.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('table table')) {
      const outer = element.parentElement?.closest('table')
      if (!outer || !isHeard(element)) continue
      const isInHeader = element.parentElement?.closest('th')?.closest('table') === outer
      if (isInHeader)
        yield { element, detail: 'It stands in a header of another table.', level: 'manual' }
      else if (!isMarkedAsLayout(outer) || !isMarkedAsLayout(element))
        yield { element, detail: 'It stands in a cell of another table.' }
    }
  },
}
