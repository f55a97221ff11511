import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { pictureFile } from '../document/pictures.ts'
import { site as siteSchema } from '../document/schemas.ts'
import type { FormatContext } from './writers.ts'

/**
 * What formats may use of a project.
 * @param root the folder that holds content/.
 * @throws when content/site.yaml has errors; the library reports those.
 */
export function formatContext(root: string, siteUrl: string): FormatContext {
  return {
    siteUrl,
    site: siteSchema.parse(parse(readFileSync(join(root, 'content', 'site.yaml'), 'utf8'))),
    readPicture: (src) => {
      const file = pictureFile(root, src)
      if (file === undefined) throw new Error(`${src} is no address of a picture.`)
      return new Uint8Array(readFileSync(file))
    },
  }
}
