import type { APIRoute, GetStaticPaths } from 'astro'
import type { Listed } from '../publications.ts'
import { readWrittenBytes } from './written.ts'

/** An endpoint for one format of a collection, such as /press-releases/a-slug.txt. */
export function formatRoute(
  publications: () => Promise<Listed[]>,
  extension: string,
  mediaType: string,
): { getStaticPaths: GetStaticPaths; GET: APIRoute<{ digest: string }> } {
  return {
    getStaticPaths: async () =>
      (await publications()).map(({ id, digest }) => ({
        params: { id },
        props: { digest },
        cacheKey: digest,
      })),
    GET: ({ props }) =>
      new Response(readWrittenBytes(props.digest, extension), {
        headers: { 'content-type': mediaType },
      }),
  }
}
