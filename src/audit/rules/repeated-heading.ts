import { headingsOfPage } from '../in-page/structure/headings.ts'
import { bare } from '../in-page/structure/vague-words.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const repeatedHeading: PageRule = {
  id: 'repeated-heading',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G130',
  meets:
    'Two headings under the same heading have the same words, so that a list of them tells no difference.',
  mend: 'Say in each heading what only its own part is about.',
  *find(): Iterable<FaultyElement> {
    const path: string[] = []
    const known = new Set<string>()
    for (const { element, level, name } of headingsOfPage()) {
      path.length = Math.min(path.length, level - 1)
      const place = [...path, bare(name)].join(' › ')
      if (name !== '' && known.has(`${level} ${place}`))
        yield { element, detail: `“${name}” is already a heading of this part.` }
      known.add(`${level} ${place}`)
      path[level - 1] = bare(name)
    }
  },
}
