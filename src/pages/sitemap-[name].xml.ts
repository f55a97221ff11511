import type { APIRoute } from 'astro'
import { writeSitemap } from '../sitemap/write.ts'
import { sitemapParts, type SitemapPart } from '../sitemap/parts.ts'

export const getStaticPaths = async () =>
  (await sitemapParts()).map(({ name, pages }) => ({ params: { name }, props: { pages } }))

export const GET: APIRoute<Pick<SitemapPart, 'pages'>> = ({ props, site }) =>
  new Response(writeSitemap(props.pages, site?.origin ?? ''))
