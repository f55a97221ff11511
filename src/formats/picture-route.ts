import { readFileSync } from 'node:fs'
import type { APIRoute, GetStaticPaths } from 'astro'
import { PICTURES, pictureFile } from '../document/pictures.ts'
import { everyPicture } from '../publications.ts'
import { mediaType } from '../server/media-types.ts'

/**
 * An endpoint for the pictures of one kind. Only those that a public text shows have an address:
 * a picture of a text under embargo is in content/images/ already.
 * @param ending of their names, such as '.png'
 */
export function pictureRoute(ending: string): {
  getStaticPaths: GetStaticPaths
  GET: APIRoute<{ address: string }>
} {
  return {
    getStaticPaths: async () =>
      (await everyPicture())
        .filter(({ address }) => address.endsWith(ending))
        .map(({ address, digest }) => ({
          params: { id: address.slice(`/${PICTURES}/`.length, -ending.length) },
          props: { address },
          cacheKey: digest,
        })),
    GET: ({ props }) => {
      const file = pictureFile(process.cwd(), props.address)
      if (file === undefined) throw new Error(`${props.address} is no address of a picture.`)
      return new Response(readFileSync(file), {
        headers: { 'content-type': mediaType(props.address) ?? 'application/octet-stream' },
      })
    },
  }
}
