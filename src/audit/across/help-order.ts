import type { PageOfSite, SiteRule } from './facts.ts'

/** Ways to reach a person, a machine that answers, or help that people find by themselves. */
const HELP = /^(mailto|tel):|\b(contact|help|support|faq|request|feedback|chat)\b/i

export const helpOrder: SiteRule = {
  id: 'help-order',
  level: 'error',
  criteria: ['3.2.6'],
  source: 'https://www.w3.org/WAI/WCAG22/Understanding/consistent-help.html',
  meets: 'Who needs help looks for it where it was on the last page, and does not find it there.',
  mend: 'Put each way to get help at the same place among the repeated parts of every page.',
  *compare(pages) {
    const first = new Map<string, string>()
    for (const page of pages) {
      for (const [to, { place, selector, snippet, name }] of helpOf(page)) {
        const before = first.get(to)
        if (before === undefined) first.set(to, place)
        else if (before !== place) {
          const detail = `“${name}” is in ${place} here, and in ${before} on other pages.`
          yield { page, selector, snippet, detail }
        }
      }
    }
  },
}

function helpOf({ parts }: PageOfSite) {
  const found = new Map<
    string,
    { place: string; selector: string; snippet: string; name: string }
  >()
  for (const { name: place, links } of parts) {
    for (const { name, to, selector, snippet } of links) {
      const isHelp = HELP.test(name) || HELP.test(to)
      if (isHelp && !found.has(to)) found.set(to, { place, selector, snippet, name })
    }
  }
  return found
}
