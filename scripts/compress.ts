import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { inlineStyleHashes } from '../src/server/headers.ts'

/**
 * Files that are worth compressing; pictures, PDF and EPUB are compressed already. So are the parts
 * of Pagefind's index (.pf_…): a file a publication, and two more of each would cost more than the
 * sixth that brotli takes off. Its module (.pagefind) is stored unpacked.
 */
const compressible = /\.(html|txt|css|js|json|xml|svg|md|webmanifest|brf|pef|wasm|pagefind)$/

/**
 * The best brotli costs 19 ms a page, which is nothing for a hundred pages and minutes for an
 * archive of ten thousand with their formats. There level 8 is used, at an eighth more bytes and
 * 0.4 ms. Its window is small because Node clears a large one for each file.
 * Scripts and modules are few and always get the best.
 */
const manyFiles = 2000
const best = { [constants.BROTLI_PARAM_QUALITY]: 11 }
const quick = { [constants.BROTLI_PARAM_QUALITY]: 8, [constants.BROTLI_PARAM_LGWIN]: 16 }

const isProgram = (name: string): boolean => /\.(js|wasm|pagefind)$/.test(name)

export interface CompressedSite {
  /** All files but the copies, as paths inside the site with `/` between names. */
  files: string[]
  /** The hashes of all inline styles, for the content security policy. */
  styleHashes: string[]
}

/**
 * Puts a .br and a .gz beside each compressible file, and dates back those that did not change, so
 * that Last-Modified is when their words changed and not when a build ran (RFC 9110, 8.8.2).
 * @param folder the site that was just built.
 * @param before the last good site: what did not change is taken from there.
 */
export function compressSite(folder: string, before: string): CompressedSite {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll(sep, '/'))
  const styleHashes = new Set<string>()
  const worthIt = files.filter((each) => compressible.test(each))
  for (const name of worthIt) {
    const body = readFileSync(join(folder, name))
    if (name.endsWith('.html')) {
      for (const hash of inlineStyleHashes(body.toString('utf8'))) styleHashes.add(hash)
    }
    if (takeUnchanged(name, body, folder, before)) continue
    const effort = worthIt.length > manyFiles && !isProgram(name) ? quick : best
    const params = { ...effort, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT }
    // Not in the thread pool: handing a page over costs as much as compressing it.
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(body, { params }))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(body, { level: 6 }))
  }
  return { files, styleHashes: [...styleHashes].toSorted() }
}

/** Links, because it costs less than a copy and nothing ever writes into a built file. */
function takeUnchanged(name: string, body: Buffer, folder: string, before: string): boolean {
  const old = join(before, name)
  if (!existsSync(`${old}.gz`) || !body.equals(readFileSync(old))) return false
  linkSync(`${old}.br`, join(folder, `${name}.br`))
  linkSync(`${old}.gz`, join(folder, `${name}.gz`))
  const { atime, mtime } = statSync(old)
  utimesSync(join(folder, name), atime, mtime)
  return true
}
