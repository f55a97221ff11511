import type { SiteRule } from './facts.ts'

export const repeatedTitle: SiteRule = {
  id: 'repeated-title',
  level: 'error',
  criteria: ['2.4.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F25',
  meets:
    'Two tabs, bookmarks or search results have the same words, and nobody can tell them apart.',
  mend: 'Begin the title of each page with the words of its own main heading.',
  *compare(pages) {
    const first = new Map<string, string>()
    for (const page of pages) {
      const known = first.get(page.title)
      if (known === undefined) first.set(page.title, page.at)
      // One page in several states, such as a search with two questions, is one page.
      else if (known !== page.at && page.title !== '') {
        const detail = `“${page.title}” is the title of ${new URL(known).pathname} too.`
        yield { page, selector: 'title', snippet: `<title>${page.title}</title>`, detail }
      }
    }
  },
}
