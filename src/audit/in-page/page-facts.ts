import { all, isHeard, nameOf, selectorOf, snippetOf } from './dom.ts'
import { featuresOf, type Feature } from './features.ts'

/** A link, as somebody who moves from page to page meets it. */
export interface FoundLink {
  readonly name: string
  /** The whole address, without what follows `#` or `?`. */
  readonly to: string
  readonly selector: string
  readonly snippet: string
}

/** Links that stand together in a part that pages share. */
export interface SharedPart {
  /** The role and the name: `navigation “Site”`, `banner`, `contentinfo`. */
  readonly name: string
  readonly links: readonly FoundLink[]
}

/** What is compared from page to page. */
export interface PageFacts {
  readonly title: string
  readonly parts: readonly SharedPart[]
  /** Every address that the page links to. */
  readonly to: readonly string[]
  readonly hasSearch: boolean
  readonly features: readonly Feature[]
}

const PARTS = 'header, footer, nav, [role=banner], [role=contentinfo], [role=navigation]'

/** @returns what this page has to be compared with others */
export function pageFacts(): PageFacts {
  const parts = all(PARTS).filter(
    (part) => !part.closest('main, [role=main], article') && isHeard(part),
  )
  const links = all<HTMLAnchorElement>('a[href]:not(svg *), area[href]')
  return {
    title: document.title.trim(),
    parts: parts.map((part) => ({
      name: `${partOf(part)} “${nameOf(part)}”`,
      links: all<HTMLAnchorElement>('a[href]:not(svg *)', part)
        .filter((link) => link.closest(PARTS) === part && isHeard(link))
        .map((link) => ({
          name: nameOf(link),
          to: plain(link.href),
          selector: selectorOf(link),
          snippet: snippetOf(link),
        })),
    })),
    to: [...new Set(links.map(({ href }) => plain(href)))],
    hasSearch: document.querySelector('search, [role=search], input[type=search]') !== null,
    features: featuresOf(),
  }
}

function partOf({ localName, role }: HTMLElement): string {
  return role ?? { header: 'banner', footer: 'contentinfo' }[localName] ?? 'navigation'
}

/** A query is not of the place: a link to the form may tell it where the reader comes from. */
function plain(href: string): string {
  return href.replace(/[?#].*$/s, '')
}
