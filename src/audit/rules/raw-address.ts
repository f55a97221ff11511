import { linksOfPage } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const rawAddress: PageRule = {
  id: 'raw-address',
  level: 'warn',
  criteria: ['2.4.9'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G91',
  meets: 'A screen reader spells out an address, sign by sign, where words should tell the place.',
  mend: 'Write the name of the page or the body as the words of the link.',
  *find(): Iterable<FaultyElement> {
    for (const { element, name } of linksOfPage()) {
      const isAddress = /^(https?:\/\/|ftp:\/\/|www\.)\S+$/i.test(name)
      // The address of a feed is there to be copied into another program.
      if (/\.(xml|json|ics|git|rss|atom|csv)$/i.test(name)) continue
      const isPath = /^[\w-]+(\.[\w-]+)+\/\S{12,}$/.test(name)
      if (isAddress || isPath) yield { element, detail: `The link says “${name}”.` }
    }
  },
}
