import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRoute, GetStaticPaths } from 'astro'
import { everyAttachment } from '../publications.ts'
import { mediaType } from '../server/media-types.ts'

/**
 * An endpoint for the attached documents of one kind. Only those that a public text links to have
 * an address: a file of a text under embargo is in content/documents/ already.
 * @param ending of their names, such as '.pdf'
 */
export function attachmentRoute(ending: string): {
  getStaticPaths: GetStaticPaths
  GET: APIRoute<{ address: string }>
} {
  return {
    getStaticPaths: async () =>
      (await everyAttachment())
        .filter(({ address }) => address.endsWith(ending))
        .map(({ address, digest }) => ({
          params: { id: address.slice('/documents/'.length, -ending.length) },
          props: { address },
          cacheKey: digest,
        })),
    GET: ({ props }) =>
      new Response(readFileSync(join(process.cwd(), 'content', props.address)), {
        headers: { 'content-type': mediaType(props.address) ?? 'application/octet-stream' },
      }),
  }
}
