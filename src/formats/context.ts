import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { site as siteSchema } from '../document/schemas.ts'
import type { FormatContext } from './writers.ts'

/**
 * What formats may use of a project.
 * @param root the folder that holds content/ and public/.
 * @throws when content/site.yaml has errors; the library reports those.
 */
export function formatContext(root: string, siteUrl: string): FormatContext {
  return {
    siteUrl,
    site: siteSchema.parse(parse(readFileSync(join(root, 'content', 'site.yaml'), 'utf8'))),
    readPicture: (src) => new Uint8Array(readFileSync(join(root, 'public', src))),
  }
}
