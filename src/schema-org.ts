import type {
  Article,
  BreadcrumbList,
  Graph,
  NewsArticle,
  Organization,
  Thing,
  WebSite,
} from 'schema-dts'
import { sectionName } from './sections.ts'

/*
 * What search engines are told of a page, in the words of https://schema.org/. Nothing stands here
 * that does not stand on the page.
 */

/** A name with the page of this site about it. */
export interface NamedThing {
  name: string
  address: string
}

export interface DescribedPublication {
  type: 'NewsArticle' | 'Article'
  title: string
  summary: string
  lang: string
  address: string
  /** The day that it is dated, and the moment of its last change when there was one. */
  published: string
  changedAt: string | undefined
  /** The address of its picture. */
  picture: string | undefined
  publishers: NamedThing[]
  people: NamedThing[]
  organisations: NamedThing[]
}

/** Everything about one page, to be written into it as JSON-LD. */
export function graphOf(things: Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things }
}

/** @param siteUrl the site's origin, with no slash at its end. */
export function describePublication(
  publication: DescribedPublication,
  siteUrl: string,
): NewsArticle | Article {
  const { type, title, summary, lang, address, published, changedAt, picture } = publication
  const thing = ({ name, address: about }: NamedThing) => ({ name, url: siteUrl + about })
  const bodies = (those: readonly NamedThing[]): Organization[] =>
    those.map((each) => ({ '@type': 'Organization', ...thing(each) }))
  const publishers = bodies(publication.publishers)
  const people = publication.people.map((each) => ({ '@type': 'Person' as const, ...thing(each) }))
  return {
    '@type': type,
    headline: title,
    description: summary,
    inLanguage: lang,
    url: siteUrl + address,
    datePublished: published,
    dateModified: changedAt ?? published,
    ...(picture !== undefined && { image: siteUrl + picture }),
    author: publishers,
    publisher: publishers,
    mentions: [...people, ...bodies(publication.organisations)],
    isAccessibleForFree: true,
  }
}

/** The way from the start page to a page. @param section the part of the site that it is in. */
export function breadcrumbs(
  title: string,
  address: string,
  section: string | undefined,
  siteUrl: string,
): BreadcrumbList {
  const parent = section === undefined || section === address ? undefined : sectionName(section)
  const way = [
    { name: 'Home', item: `${siteUrl}/` },
    ...(parent === undefined ? [] : [{ name: parent, item: `${siteUrl}${section ?? ''}` }]),
    { name: title, item: siteUrl + address },
  ]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: way.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...step,
    })),
  }
}

/** The site itself, for its start page. */
export function describeSite(name: string, description: string, siteUrl: string): WebSite {
  const target = { '@type': 'EntryPoint' as const, urlTemplate: `${siteUrl}/search/?q={query}` }
  const search = { '@type': 'SearchAction' as const, target, 'query-input': 'required name=query' }
  return { '@type': 'WebSite', name, description, url: `${siteUrl}/`, potentialAction: search }
}

/** JSON that can stand inside a script element: no word in it can end the element. */
export function embeddable(graph: Graph): string {
  return JSON.stringify(graph).replaceAll('<', String.raw`\u003c`)
}
