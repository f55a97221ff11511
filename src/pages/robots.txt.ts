import type { APIRoute } from 'astro'

/** RFC 9309. Results of searches are left out: the pages that they lead to are what is read. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    __PREVIEW__
      ? // Its pages say noindex: a crawler must be let in to read that.
        'User-agent: *\nDisallow:\n'
      : `User-agent: *\nDisallow: /search/?\n\nSitemap: ${site?.origin ?? ''}/sitemap-index.xml\n`,
  )
