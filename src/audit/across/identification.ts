import type { SiteRule } from './facts.ts'
import { partsWithEarlier } from './navigation-order.ts'

export const identification: SiteRule = {
  id: 'identification',
  level: 'error',
  criteria: ['3.2.4'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F31',
  meets:
    'The same thing is called differently from page to page, so that people take it for another.',
  mend: 'Give a repeated link the same words on every page.',
  *compare(pages) {
    for (const { page, part, earlier } of partsWithEarlier(pages)) {
      for (const { to, name, selector, snippet } of part.links) {
        const before = earlier.links.filter((link) => link.to === to)
        if (before.length === 0 || before.some((link) => alike(link.name, name))) continue
        const detail = `“${name}” is called “${before[0]?.name ?? ''}” on other pages.`
        yield { page, selector, snippet, detail }
      }
    }
  },
}

/** Words may be added where they tell the present page: “Search, current page”. */
function alike(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  return a.includes(b) || b.includes(a)
}
