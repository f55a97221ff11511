import { addressesOf, type PageOfSite, type SiteRule } from './facts.ts'

export const oneWay: SiteRule = {
  id: 'one-way',
  level: 'error',
  criteria: ['2.4.5'],
  source: 'https://www.w3.org/WAI/WCAG22/Understanding/multiple-ways.html',
  meets: 'There is one way to this page alone, and who does not think of it never finds the page.',
  mend: 'Link to the page from a second place, list it in a site map, or offer a search.',
  *compare(pages) {
    const hasSearch = pages.some((page) => page.hasSearch)
    for (const page of pages) {
      if (isStep(page) || isHome(page, pages)) continue
      const ways = pages.filter((other) => other !== page && linksTo(other, page)).length
      if (ways + (hasSearch ? 1 : 0) >= 2) continue
      const detail = `Pages of this site that link to it: ${ways}.`
      yield { page, selector: 'html', snippet: '', detail }
    }
  },
}

function linksTo({ to }: PageOfSite, page: PageOfSite): boolean {
  return addressesOf(page).some((address) => to.includes(address))
}

/** The criterion leaves out what is a step in a process, or its result. */
function isStep({ target, at }: PageOfSite): boolean {
  return target.isStep === true || /\/404\.html?$/.test(at)
}

/** People start from the page of the highest folder. */
function isHome({ at }: PageOfSite, pages: readonly PageOfSite[]): boolean {
  const depths = pages.map((page) => page.at.split('/').length)
  return /\/(index\.html?)?$/.test(at) && at.split('/').length === Math.min(...depths)
}
