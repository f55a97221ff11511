import type { APIRoute } from 'astro'
import { writeAtom } from '../feeds/atom.ts'
import { everything, feedOf } from '../feeds/feeds.ts'

export const GET: APIRoute = async ({ site }) =>
  new Response(writeAtom(feedOf(await everything(), site?.origin ?? '')))
