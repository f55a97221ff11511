import type { APIRoute } from 'astro'
import { everything, feedOf } from '../feeds/feeds.ts'
import { writeJsonFeed } from '../feeds/json-feed.ts'

export const GET: APIRoute = async ({ site }) =>
  new Response(writeJsonFeed(feedOf(await everything(), site?.origin ?? '')))
