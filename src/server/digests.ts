import { createHash } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { finished } from 'node:stream/promises'

/** What a file's bytes come down to. */
export interface FileDigest {
  /** The first 128 bits of the SHA-256 of its bytes, in base64url: 22 characters. */
  readonly digest: string
  /** @returns whether these are the stats of the version that was read */
  readonly isOf: (stats: Stats) => boolean
}

/**
 * @param path a full path
 * @throws what the file system reports when there is no file, or it cannot be read
 */
export type DigestFile = (path: string) => Promise<FileDigest>

/**
 * Makes a function that reads each version of a file once, however many ask for it, and a piece at a
 * time, so that a long file keeps nobody else waiting.
 *
 * @param limit how many files are remembered, at about 400 bytes each; then the one that was asked
 *   for longest ago is forgotten
 */
export function createDigester(limit = 10_000): DigestFile {
  const remembered = new Map<string, { version: string; digest: Promise<string> }>()

  return async (path) => {
    const version = versionOf(await stat(path))
    let file = remembered.get(path)
    if (file?.version !== version) file = { version, digest: digestOf(path) }
    // A map keeps the order of insertion: what was asked for now goes to its end.
    remembered.delete(path)
    remembered.set(path, file)
    const [oldest] = remembered.keys()
    if (remembered.size > limit && oldest !== undefined) remembered.delete(oldest)
    try {
      return { digest: await file.digest, isOf: (stats) => versionOf(stats) === version }
    } catch (error) {
      if (remembered.get(path) === file) remembered.delete(path)
      throw error
    }
  }
}

/** With ctime, because mtime can be set: archives and images often give every file the same. */
function versionOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return [ino, size, mtimeMs, ctimeMs].join()
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await finished(createReadStream(path).on('data', (piece) => hash.update(piece)))
  return hash.digest().subarray(0, 16).toString('base64url')
}
