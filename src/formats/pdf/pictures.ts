import type { Publication } from '../../document/library.ts'
import { figuresOf, kindOfPicture } from '../pictures.ts'
import type { FormatContext } from '../writers.ts'

/** What Typst can show. */
export const shownByTypst = ['png', 'jpg', 'webp', 'gif', 'svg'] as const

/** A picture for Typst: its bytes decide what it is, whatever the name of its file says. */
export interface PdfPicture {
  bytes: Uint8Array
  format: string
}

/** The pictures of a publication by their address. */
export function readPictures(
  { tree }: Publication,
  { readPicture }: FormatContext,
): Map<string, PdfPicture> {
  return new Map(
    figuresOf(tree).map(({ picture: { src } }) => {
      const bytes = readPicture(src)
      return [src, { bytes, format: kindOfPicture(bytes).ending }]
    }),
  )
}
