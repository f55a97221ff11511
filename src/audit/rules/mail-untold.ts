import { descriptionOf } from '../in-page/dom.ts'
import { contextOf, linksOfPage } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const mailUntold: PageRule = {
  id: 'mail-untold',
  level: 'warn',
  criteria: ['2.4.9'],
  source: 'https://www.gov.uk/guidance/content-design/links',
  meets: 'A program for mail opens where a page was awaited.',
  mend: 'Write the address, or the word “email”, as the words of the link.',
  *find(): Iterable<FaultyElement> {
    for (const link of linksOfPage()) {
      if (!/^mailto:/i.test(link.written)) continue
      const words = `${link.name} ${descriptionOf(link.element)} ${contextOf(link)}`
      if (!/@|e-?mails?\b|\bmail(to|ing)?\b|\bwrite to\b/i.test(words))
        yield { element: link.element, detail: `The link says “${link.name}”.` }
    }
  },
}
