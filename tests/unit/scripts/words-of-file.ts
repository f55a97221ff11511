import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readBrf, readPef } from '../formats/read-braille.ts'

/**
 * Everything that can be read in a file, in small letters and one line: as it stands, without
 * markup, unpacked (zip, gzip, brotli), as a PDF reader reads it, and as a braille reader does.
 * @param name its name, which says what a file without a signature is.
 */
export async function wordsOfFile(name: string, bytes: Uint8Array): Promise<string> {
  const inside = async (inner: string, unpacked: Uint8Array) => await wordsOfFile(inner, unpacked)
  const text = new TextDecoder().decode(bytes)
  const found = [name, text, withoutMarkup(text), new TextDecoder('utf-16be').decode(bytes)]
  if (name.endsWith('.br')) {
    found.push(await inside(name.slice(0, -3), brotliDecompressSync(bytes)))
  } else if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    found.push(await inside(name.replace(/\.gz$/, ''), gunzipSync(bytes)))
  } else if (text.startsWith('PK')) {
    for (const [path, part] of Object.entries(unzipSync(bytes)))
      found.push(await inside(path, part))
  } else if (text.startsWith('%PDF')) {
    found.push(await wordsOfPdf(bytes))
  } else if (name.endsWith('.brf')) {
    found.push(readBrf(text).join(' '))
  } else if (name.endsWith('.pef')) {
    found.push(readPef(text).join(' '))
  }
  return found.join('\n').replace(/\s+/g, ' ').toLowerCase()
}

const withoutMarkup = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/&#x?([0-9a-f]+);/gi, (found, code: string) =>
      String.fromCodePoint(parseInt(code, found.startsWith('&#x') ? 16 : 10)),
    )

async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const reading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await reading.promise
  const found = [
    JSON.stringify(await document.getMetadata()),
    JSON.stringify(await document.getOutline()),
  ]
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    // A line's end stands for a space, or for nothing where it breaks a word.
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
    found.push(words.join(''), JSON.stringify(await page.getAnnotations()))
  }
  await reading.destroy()
  return found.join('\n')
}
