import { escapeXml } from '../feeds/feed.ts'

/** An address with the moment of its last change, as RFC 3339 writes it. */
export interface Located {
  address: string
  updatedAt: string | undefined
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** A sitemap of pages (https://www.sitemaps.org/protocol.html). @param siteUrl with no slash at its end. */
export function writeSitemap(pages: readonly Located[], siteUrl: string): string {
  return write('urlset', 'url', pages, siteUrl)
}

/** The index of all sitemaps. */
export function writeSitemapIndex(sitemaps: readonly Located[], siteUrl: string): string {
  return write('sitemapindex', 'sitemap', sitemaps, siteUrl)
}

function write(root: string, element: string, all: readonly Located[], siteUrl: string): string {
  const lines = all.map(({ address, updatedAt }) => {
    const changed = updatedAt === undefined ? '' : `<lastmod>${updatedAt}</lastmod>`
    return `  <${element}><loc>${escapeXml(siteUrl + address)}</loc>${changed}</${element}>\n`
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n<${root} xmlns="${namespace}">\n${lines.join('')}</${root}>\n`
}

/** The last change of several. */
export function lastOf(all: readonly { updatedAt?: string | undefined }[]): string | undefined {
  return all
    .flatMap(({ updatedAt }) => updatedAt ?? [])
    .toSorted()
    .at(-1)
}
