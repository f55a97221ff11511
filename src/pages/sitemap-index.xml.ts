import type { APIRoute } from 'astro'
import { lastOf, writeSitemapIndex } from '../sitemap/write.ts'
import { sitemapParts } from '../sitemap/parts.ts'

export const GET: APIRoute = async ({ site }) => {
  const sitemaps = (await sitemapParts()).map(({ name, pages }) => ({
    address: `/sitemap-${name}.xml`,
    updatedAt: lastOf(pages),
  }))
  return new Response(writeSitemapIndex(sitemaps, site?.origin ?? ''))
}
