import { imageSize } from 'image-size'
import type { Publication } from '../document/library.ts'
import type { Problem } from '../document/problems.ts'
import type { NodeOf, Picture } from '../document/vocabulary.ts'
import { everyNode } from '../document/walk.ts'
import type { FormatContext } from './writers.ts'

/* The pictures of a publication, as files hold them. */

/** The kinds that formats can show, by the endings of their names. */
const kinds = {
  png: { words: 'PNG', mediaType: 'image/png' },
  jpg: { words: 'JPEG', mediaType: 'image/jpeg' },
  gif: { words: 'GIF', mediaType: 'image/gif' },
  svg: { words: 'SVG', mediaType: 'image/svg+xml' },
  webp: { words: 'WebP', mediaType: 'image/webp' },
}
export type PictureEnding = keyof typeof kinds

const isKnown = (ending: string): ending is PictureEnding => ending in kinds

/** @returns such as `png` and image/png; the bytes say it, because the name of a file may lie */
export function kindOfPicture(bytes: Uint8Array): { ending: string; mediaType: string } {
  const { type: ending = 'unknown' } = imageSize(bytes)
  return { ending, mediaType: isKnown(ending) ? kinds[ending].mediaType : `image/${ending}` }
}

export const figuresOf = (tree: readonly NodeOf[]): NodeOf<'figure'>[] =>
  [...everyNode(tree)].filter((node) => node.type === 'figure')

const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' })

/**
 * The pictures of a publication that a format has no way to show, as errors.
 * @param format who shows them, such as 'Word'
 * @param shown the kinds that it shows
 */
export function unshownPictures(
  { tree, file }: Publication,
  { readPicture }: FormatContext,
  format: string,
  shown: readonly PictureEnding[],
): Problem[] {
  const names = alternatives.format(shown.map((ending) => kinds[ending].words))
  return figuresOf(tree).flatMap(({ picture: { src }, place }): Problem[] => {
    const { ending, mediaType } = kindOfPicture(readPicture(src))
    if (shown.some((each) => each === ending)) return []
    const what = `${format} cannot show the picture ${src}: it is of the type ${mediaType}.`
    const mend = `Save it as ${names}, and write its new address.`
    return [{ level: 'error', ...(place ?? { file, line: 1, column: 1 }), what, mend }]
  })
}

export interface PackedPicture {
  /** From 1, in reading order. */
  number: number
  path: string
  mediaType: string
  bytes: Uint8Array
}

/** The pictures that a package holds, each once. */
export class PackedPictures {
  readonly #packed = new Map<string, PackedPicture>()
  readonly #readPicture: FormatContext['readPicture']
  readonly #nameOf: (number: number) => string

  /** @param nameOf the path of a picture in the package, without its ending */
  constructor({ readPicture }: FormatContext, nameOf: (number: number) => string) {
    this.#readPicture = readPicture
    this.#nameOf = nameOf
  }

  /** @param src its address on the site */
  pack(src: string): PackedPicture {
    const known = this.#packed.get(src)
    if (known) return known
    const bytes = this.#readPicture(src)
    const { ending, mediaType } = kindOfPicture(bytes)
    const number = this.#packed.size + 1
    const picture = { number, path: `${this.#nameOf(number)}.${ending}`, mediaType, bytes }
    this.#packed.set(src, picture)
    return picture
  }

  /** Those that were packed so far, in reading order. */
  get all(): PackedPicture[] {
    return [...this.#packed.values()]
  }
}

interface Size {
  width: number
  height: number
}

/**
 * How large a picture is on paper: 96 of its pixels are an inch, as on the web, unless there is
 * less room.
 * @param room in the unit of what is returned
 * @param inch in the same unit
 */
export function sizeOnPaper({ width, height }: Picture, room: Size, inch: number): Size {
  const pixel = Math.min(inch / 96, room.width / width, room.height / height)
  return { width: width * pixel, height: height * pixel }
}
