import { linksOfPage } from '../in-page/structure/links.ts'
import { isVagueLink } from '../in-page/structure/vague-words.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const vagueLink: PageRule = {
  id: 'vague-link',
  level: 'warn',
  criteria: ['2.4.9'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F84',
  meets: 'In a list of links nobody can tell where this one leads.',
  mend: 'Let the words of the link say where it leads.',
  *find(): Iterable<FaultyElement> {
    for (const { element, name } of linksOfPage()) {
      if (isVagueLink(name)) yield { element, detail: `The link says “${name}”.` }
    }
  },
}
