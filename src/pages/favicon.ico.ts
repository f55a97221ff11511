import type { APIRoute } from 'astro'
import { drawFavicon } from '../pictures/icons.ts'

export const GET: APIRoute = async () =>
  new Response(await drawFavicon(), { headers: { 'content-type': 'image/vnd.microsoft.icon' } })
