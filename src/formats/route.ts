import type { APIRoute, GetStaticPaths } from 'astro'
import type { Listed } from '../publications.ts'
import { mediaType } from '../server/media-types.ts'
import { readWrittenBytes } from './written.ts'

/**
 * An endpoint for one format of a collection.
 * @param ending what follows the id in its address, such as '.txt' or '-large-print.pdf'
 */
export function formatRoute(
  publications: () => Promise<Listed[]>,
  ending: string,
): { getStaticPaths: GetStaticPaths; GET: APIRoute<{ digest: string }> } {
  const type = mediaType(`file${ending}`) ?? 'application/octet-stream'
  return {
    getStaticPaths: async () =>
      (await publications()).map(({ id, digest }) => ({
        params: { id },
        props: { digest },
        cacheKey: digest,
      })),
    GET: ({ props }) =>
      new Response(readWrittenBytes(props.digest, ending), { headers: { 'content-type': type } }),
  }
}
