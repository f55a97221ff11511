import type { APIRoute, GetStaticPaths } from 'astro'
import { listKey } from '../publications.ts'
import type { Feed } from './feed.ts'
import { feedOf, type Followed } from './feeds.ts'

/**
 * An endpoint for the feeds of some lists.
 * @param followed the lists; `[id]` in the address is the id of one.
 * @param write how a feed is written, such as `writeAtom`.
 */
export function feedRoute(
  followed: () => Promise<Followed[]>,
  write: (feed: Feed) => string,
): { getStaticPaths: GetStaticPaths; GET: APIRoute<{ followed: Followed }> } {
  return {
    getStaticPaths: async () =>
      (await followed()).map((each) => ({
        params: { id: each.id },
        props: { followed: each },
        cacheKey: listKey(each.records),
      })),
    GET: ({ props, site }) => new Response(write(feedOf(props.followed, site?.origin ?? ''))),
  }
}
