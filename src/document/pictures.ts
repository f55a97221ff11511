import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import type { ShownPicture } from './schemas.ts'
import type { NodeOf, Picture } from './vocabulary.ts'
import { everyNode } from './walk.ts'

/** The folder of content/ that holds pictures, and the folder of the site that they are served in. */
export const PICTURES = 'images'

/** src/pages/images/ has an endpoint for each of these. */
const address = new RegExp(`^/${PICTURES}/[^/\\\\]+\\.(png|jpg|jpeg|gif|svg|webp)$`)

/** What to do about a picture that is not there. */
export const mendPicture =
  'Put the file (.png, .jpg, .gif, .svg or .webp) into content/images/ and write its address, such as /images/city-hall.jpg.'

/**
 * The file of a picture.
 * @param root the folder that holds content/.
 * @param src its address on the site.
 * @returns undefined when no picture can have this address.
 */
export function pictureFile(root: string, src: string): string | undefined {
  return address.test(src) ? join(root, 'content', src) : undefined
}

/**
 * How large a picture is.
 * @returns in pixels; undefined when there is none with this address.
 */
export function pictureSize(
  root: string,
  src: string,
): Pick<Picture, 'width' | 'height'> | undefined {
  const file = pictureFile(root, src)
  if (file === undefined) return undefined
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined
  const { width, height } = imageSize(readFileSync(file))
  return { width, height }
}

/** The pictures that a text shows, each once; only those of public texts are served. */
export function shownPictures(root: string, tree: readonly NodeOf[]): ShownPicture[] {
  const shown = new Map<string, ShownPicture>()
  for (const node of everyNode(tree)) {
    if (node.type !== 'figure') continue
    const { src } = node.picture
    const file = pictureFile(root, src)
    if (file === undefined || shown.has(src)) continue
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 32)
    shown.set(src, { address: src, digest })
  }
  return [...shown.values()]
}
