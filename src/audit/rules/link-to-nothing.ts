import { linksOfPage } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const linkToNothing: PageRule = {
  id: 'link-to-nothing',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F42',
  meets: 'It is said to be a link, and leads nowhere, or only where a script runs.',
  mend: 'Give the link an address, or make it a button.',
  *find(): Iterable<FaultyElement> {
    for (const { element, written } of linksOfPage()) {
      const address = written.trim()
      if (element.matches('[role=button], [role=tab], [role=menuitem]')) continue
      if (address === '' || address === '#' || /^javascript:/i.test(address))
        yield { element, detail: `Its address is “${address}”.` }
      else if (/^(https?:\/*$|about:|file:|[a-z]:\\)/i.test(address))
        yield { element, detail: `Its address is “${address}”, which is none on the web.` }
    }
  },
}
