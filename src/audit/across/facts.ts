import type { PageFacts } from '../in-page/page-facts.ts'
import type { Fault, RuleFacts } from '../rule.ts'
import type { Target } from '../targets.ts'

/** A page, with what it has to be compared with others of its site. */
export interface PageOfSite extends PageFacts {
  readonly target: Target
  /** The whole address, without what follows `#` or `?`. */
  readonly at: string
}

/** A rule that compares the pages of one site. */
export interface SiteRule extends RuleFacts {
  /** @returns faults, each with the page that it is on */
  readonly compare: (pages: readonly PageOfSite[]) => Iterable<FaultOnPage>
}

export interface FaultOnPage extends Omit<Fault, 'rule'> {
  readonly page: PageOfSite
}

/**
 * Finds the sites among pages. Its core are pages that link to one another both ways; whoever links
 * to two of them belongs to it. Pages that only lie in one folder have nothing to be consistent with.
 */
export function sitesOf(pages: readonly PageOfSite[]): PageOfSite[][] {
  const byAddress = new Map(pages.flatMap((page) => addressesOf(page).map((at) => [at, page])))
  const linked = new Map(
    pages.map((page) => [page, new Set(page.to.map((to) => byAddress.get(to)))] as const),
  )
  const sites: PageOfSite[][] = []
  const left = new Set(pages)
  for (const page of pages) {
    if (!left.delete(page)) continue
    const core = [page]
    for (const member of core) {
      for (const other of linked.get(member) ?? []) {
        const isMutual = other && linked.get(other)?.has(member)
        if (isMutual && left.delete(other)) core.push(other)
      }
    }
    if (core.length > 2) sites.push(core)
  }
  return sites.map((core) =>
    pages.filter(
      (page) =>
        core.includes(page) || core.filter((other) => linked.get(page)?.has(other)).length > 1,
    ),
  )
}

/** The addresses that a page answers at: a folder's page also as its file. */
export function addressesOf({ at }: PageOfSite): string[] {
  return /\/index\.html?$/.test(at) ? [at, at.replace(/index\.html?$/, '')] : [at]
}
