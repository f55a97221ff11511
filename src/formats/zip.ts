import { strToU8, zipSync, type Zippable } from 'fflate'

/** The earliest date that a ZIP file can hold: the same content must give the same bytes. */
const mtime = new Date(1980, 0, 1)

/**
 * Packs the files of a document. Text is compressed; bytes are kept, because pictures are so already.
 * @param files by their path in the package, in order; text is written as UTF-8
 * @param mediaType what EPUB and OpenDocument say first, in a file `mimetype` that is not
 * compressed (OCF 3.3, section 4.2.3; OpenDocument 1.3, part 2, section 3.3)
 */
export function packFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  mediaType?: string,
): Uint8Array<ArrayBuffer> {
  const packed: Zippable = {}
  if (mediaType !== undefined) packed.mimetype = [strToU8(mediaType), { level: 0 }]
  for (const [path, content] of Object.entries(files)) {
    packed[path] =
      typeof content === 'string' ? [strToU8(content), { level: 6 }] : [content, { level: 0 }]
  }
  return new Uint8Array(zipSync(packed, { mtime }))
}
