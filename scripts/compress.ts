import { existsSync } from 'node:fs'
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { inlineStyleHashes } from '../src/server/headers.ts'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Files that are worth compressing; pictures, PDF and EPUB are compressed already. */
const compressible = /\.(html|txt|css|js|json|xml|svg|md|webmanifest|brf|pef)$/

/**
 * The best brotli costs 12 ms a page, which is nothing for a hundred pages and four minutes for
 * an archive of ten thousand with their formats: there the next best is used, at a sixth more bytes.
 */
const manyFiles = 2000

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
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const quality = names.length > manyFiles ? 9 : constants.BROTLI_MAX_QUALITY
  const styleHashes = new Set<string>()
  const queue = names.filter((name) => compressible.test(name)).values()
  const worker = async () => {
    for (const name of queue) {
      const body = await readFile(join(folder, name))
      if (name.endsWith('.html')) {
        for (const hash of inlineStyleHashes(body.toString('utf8'))) styleHashes.add(hash)
      }
      if (await copyUnchanged(name, body, folder, before)) continue
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      }
      await writeFile(join(folder, `${name}.br`), await brotli(body, { params }))
      await writeFile(join(folder, `${name}.gz`), await deflate(body, { level: 9 }))
    }
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  return { files: names.length, styleHashes: [...styleHashes].toSorted() }
}

async function copyUnchanged(
  name: string,
  body: Buffer,
  folder: string,
  before: string,
): Promise<boolean> {
  const old = join(before, name)
  if (!existsSync(`${old}.br`) || !existsSync(`${old}.gz`)) return false
  if (!body.equals(await readFile(old))) return false
  await copyFile(`${old}.br`, join(folder, `${name}.br`))
  await copyFile(`${old}.gz`, join(folder, `${name}.gz`))
  return true
}
