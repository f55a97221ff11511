import type { APIRoute } from 'astro'
import { site } from '../site.ts'
import { webManifest } from '../web-manifest.ts'

export const GET: APIRoute = () =>
  new Response(JSON.stringify(webManifest(site)), {
    headers: { 'content-type': 'application/manifest+json' },
  })
