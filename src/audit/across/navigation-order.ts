import type { SharedPart } from '../in-page/page-facts.ts'
import type { PageOfSite, SiteRule } from './facts.ts'

export const navigationOrder: SiteRule = {
  id: 'navigation-order',
  level: 'error',
  criteria: ['3.2.3'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F66',
  meets: 'Who has learnt where a link stands looks for it there, and on this page it is elsewhere.',
  mend: 'Put the links of a repeated navigation into the same order on every page.',
  *compare(pages) {
    for (const { page, part, earlier } of partsWithEarlier(pages)) {
      const common = part.links.filter(({ to }) => earlier.links.some((link) => link.to === to))
      const before = earlier.links.filter(({ to }) => common.some((link) => link.to === to))
      const places = [...new Set(common.map(({ to }) => to))]
      const orderBefore = [...new Set(before.map(({ to }) => to))]
      const moved = common[places.findIndex((to, place) => to !== orderBefore[place])]
      if (!moved) continue
      const { selector, snippet, name } = moved
      const detail = `In ${part.name} “${name}” stands in another order than on other pages.`
      yield { page, selector, snippet, detail }
    }
  },
}

interface PartSeenBefore {
  readonly page: PageOfSite
  readonly part: SharedPart
  /** The same part of the first page that has it. */
  readonly earlier: SharedPart
}

/** @returns each part that an earlier page has too, with that one */
export function* partsWithEarlier(pages: readonly PageOfSite[]): Iterable<PartSeenBefore> {
  const first = new Map<string, SharedPart>()
  for (const page of pages) {
    for (const part of page.parts) {
      const earlier = first.get(part.name)
      if (earlier) yield { page, part, earlier }
      else first.set(part.name, part)
    }
  }
}
