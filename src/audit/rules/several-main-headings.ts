import { headingsOfPage } from '../in-page/structure/headings.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const severalMainHeadings: PageRule = {
  id: 'several-main-headings',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G141',
  meets:
    'With more than one heading of the first level, nobody hears which tells what the page is.',
  mend: 'Keep one <h1>, with the subject of the page, and make the others <h2>.',
  *find(): Iterable<FaultyElement> {
    const [first, ...others] = headingsOfPage().filter(({ level }) => level === 1)
    for (const { element, name } of others)
      yield { element, detail: `“${name}” comes after “${first?.name ?? ''}”.` }
  },
}
