import { Unzip, UnzipInflate } from 'fflate'
import { CannotCheck, damaged } from './findings.ts'
import { parseXml, type XmlElement } from './xml.ts'

/*
 * Reads the XML files of a packed document (Word, OpenDocument …). Nothing is written to disk.
 * Sizes are counted while unpacking: what a file says about its own size may be wrong.
 */

const mebibyte = 1024 * 1024
/** A tree of XML takes about fifty times the memory of its text. */
const partLimit = 8 * mebibyte
const keptLimit = 64 * mebibyte
const parsedLimit = 24 * mebibyte
const unpackedLimit = 256 * mebibyte
const fileLimit = 10_000
/** What is unpacked at once, at most about a thousand times as much. */
const sliceLength = 64 * 1024

/** The files of a packed document. */
export class Package {
  readonly paths: ReadonlySet<string>
  readonly #parts: ReadonlyMap<string, Uint8Array | undefined>
  #parsed = 0

  /** @throws {CannotCheck} when it is damaged or made to do harm */
  constructor(bytes: Uint8Array) {
    const { paths, parts } = unpack(bytes)
    this.paths = paths
    this.#parts = parts
  }

  /** Whether a file is there, but with too much in it to be looked through. */
  isTooLong(path: string): boolean {
    return this.paths.has(path) && this.#parts.has(path) && this.#parts.get(path) === undefined
  }

  /** The text of a file; undefined when it is not there or too long. */
  text(path: string): string | undefined {
    const part = this.#parts.get(path)
    return part && decode(part)
  }

  /**
   * The root element of an XML file; undefined when it is not there or too long.
   * @throws {CannotCheck} when it is not well formed, or one too many
   */
  xml(path: string): XmlElement | undefined {
    const text = this.text(path)
    if (text === undefined) return undefined
    this.#parsed += text.length
    if (this.#parsed > parsedLimit) throw tooLong()
    return parseXml(text)
  }

  /**
   * The root element of a file that nothing can be said without.
   * @throws {CannotCheck} when it is missing, too long or has another name
   */
  required(path: string, name: string): XmlElement {
    if (this.isTooLong(path)) throw tooLong()
    const root = this.xml(path)
    if (root?.name !== name) throw damaged()
    return root
  }
}

/** All paths, and the bytes of those files that are XML; undefined for one that is too long. */
function unpack(bytes: Uint8Array) {
  const paths = new Set<string>()
  const parts = new Map<string, Uint8Array | undefined>()
  let unpacked = 0
  let kept = 0
  const unzip = new Unzip((file) => {
    checkPath(file.name, paths)
    paths.add(file.name)
    if (!/(?:\.xml|\.rels|^mimetype)$/i.test(file.name)) return
    const chunks: Uint8Array[] = []
    let length = 0
    file.ondata = (error, chunk, final) => {
      if (error) throw error
      unpacked += chunk.length
      if (unpacked > unpackedLimit) throw harmful('it unpacks to more than 256 MB')
      length += chunk.length
      const fits = length <= partLimit && kept + length <= keptLimit
      if (fits) chunks.push(chunk)
      else chunks.length = 0
      if (!final) return
      parts.set(file.name, fits ? joined(chunks, length) : undefined)
      kept += fits ? length : 0
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  // Without its list of contents at the end (PKWARE's APPNOTE, 4.3.16) it was cut off.
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf('PK\x05\x06') < 0) {
    throw damaged()
  }
  try {
    for (let at = 0; at < bytes.length; at += sliceLength) {
      unzip.push(bytes.subarray(at, at + sliceLength), at + sliceLength >= bytes.length)
    }
  } catch (error) {
    throw error instanceof CannotCheck ? error : damaged(error)
  }
  return { paths, parts }
}

function checkPath(path: string, earlier: ReadonlySet<string>): void {
  if (/^[/\\]|^\p{L}:|\\|\0|(?:^|\/)\.\.(?:\/|$)/u.test(path)) {
    throw harmful(`it holds a file that wants to be elsewhere, “${path}”`)
  }
  if (earlier.has(path)) throw harmful(`it holds two files with one name, “${path}”`)
  if (earlier.size >= fileLimit) throw harmful('it holds more than 10,000 files')
}

const tooLong = (): CannotCheck =>
  new CannotCheck(
    'It has too much text for this check.',
    'Check it in the program in which it was written, or publish it in parts.',
    { weight: 'fault' },
  )

const harmful = (why: string): CannotCheck =>
  new CannotCheck(
    `The file is not as an office program makes it, so it was not opened: ${why}.`,
    'Ask where the file comes from, and save it again from the program in which it was written.',
  )

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** XML is in UTF-8, or in UTF-16 with a mark at its beginning (XML 1.0, section 4.3.3). */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    throw damaged(error)
  }
}
