import { existsSync, linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { inlineStyleHashes } from '../src/server/headers.ts'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Files that are worth compressing; pictures, PDF and EPUB are compressed already. */
const compressible = /\.(html|txt|css|js|json|xml|svg|md|webmanifest|brf|pef)$/

/**
 * The best brotli costs 13 ms a page, which is nothing for a hundred pages and minutes for an
 * archive of ten thousand with their formats. There the next best is used, at a sixth more bytes;
 * levels from 5 to 9 differ by 10 bytes a page.
 */
const manyFiles = 2000
const best = { [constants.BROTLI_PARAM_QUALITY]: 11 }
const quick = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 16 }

export interface CompressedSite {
  files: number
  /** The hashes of all inline styles, for the content security policy. */
  styleHashes: string[]
}

/**
 * Puts a .br and a .gz beside each compressible file.
 * @param folder the site that was just built.
 * @param before the last good site: what did not change is taken from there.
 */
export async function compressSite(folder: string, before: string): Promise<CompressedSite> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const effort = names.length > manyFiles ? quick : best
  const styleHashes = new Set<string>()
  const queue = names.filter((name) => compressible.test(name)).values()
  const worker = async () => {
    for (const name of queue) {
      const body = readFileSync(join(folder, name))
      if (name.endsWith('.html')) {
        for (const hash of inlineStyleHashes(body.toString('utf8'))) styleHashes.add(hash)
      }
      if (linkUnchanged(name, body, folder, before)) continue
      const params = {
        ...effort,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      }
      writeFileSync(join(folder, `${name}.br`), await brotli(body, { params }))
      writeFileSync(join(folder, `${name}.gz`), await deflate(body, { level: 6 }))
    }
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  return { files: names.length, styleHashes: [...styleHashes].toSorted() }
}

/** Links, because it costs less than a copy and nothing ever writes into a built file. */
function linkUnchanged(name: string, body: Buffer, folder: string, before: string): boolean {
  const old = join(before, name)
  if (!existsSync(`${old}.br`) || !existsSync(`${old}.gz`)) return false
  if (!body.equals(readFileSync(old))) return false
  linkSync(`${old}.br`, join(folder, `${name}.br`))
  linkSync(`${old}.gz`, join(folder, `${name}.gz`))
  return true
}
