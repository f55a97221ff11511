import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Publication } from '../document/library.ts'
import { formats } from './index.ts'

/**
 * Written publications, beside Astro's store and not in it: the store is inlined into the bundle
 * that renders the pages, which at 10,000 releases costs gigabytes.
 * A file is named by the digest of all that it was written from, so it is never out of date.
 */
export class FormatCache {
  readonly #folder: string
  readonly #version: string
  readonly #siteUrl: string
  readonly #used = new Set<string>()

  /** @param root the project's folder. */
  constructor(root: string, siteUrl: string) {
    this.#folder = cacheFolder(root)
    this.#siteUrl = siteUrl
    this.#version = digest(
      ...['document', 'formats'].flatMap((part) =>
        readdirSync(join(root, 'src', part))
          .toSorted()
          .map((file) => readFileSync(join(root, 'src', part, file), 'utf8')),
      ),
    )
  }

  /**
   * Writes a publication in every format, unless that was done before.
   * @returns the digest that names it.
   */
  keep(publication: Publication): string {
    const { tree, address, data } = publication
    const name = digest(this.#version, this.#siteUrl, address, JSON.stringify([tree, data]))
    this.#used.add(name)
    for (const format of formats) {
      const path = pathOf(this.#folder, name, format.extension)
      if (existsSync(path)) continue
      mkdirSync(join(path, '..'), { recursive: true })
      // Renamed into place, so that a build that is cut off leaves no half file.
      const partial = `${path}.${process.pid}`
      writeFileSync(partial, format.write(publication, this.#siteUrl))
      renameSync(partial, path)
    }
    return name
  }

  /** Removes what this reading of the content did not use. */
  prune(): void {
    if (!existsSync(this.#folder)) return
    for (const part of readdirSync(this.#folder)) {
      for (const file of readdirSync(join(this.#folder, part))) {
        const name = file.replace(/\..*$/, '')
        if (!this.#used.has(part + name)) rmSync(join(this.#folder, part, file))
      }
    }
  }
}

/** What a publication was written as. @param name its digest, as `FormatCache.keep` gave it. */
export function readWritten(name: string, extension: string): string {
  return readFileSync(pathOf(cacheFolder(process.cwd()), name, extension), 'utf8')
}

const cacheFolder = (root: string) => join(root, '.cache', 'formats')
const pathOf = (folder: string, name: string, extension: string) =>
  join(folder, name.slice(0, 2), `${name.slice(2)}.${extension}`)

/** @returns 32 hexadecimal digits: 128 bits of SHA-256, with lengths mixed in between the parts. */
function digest(...parts: string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex').slice(0, 32)
}
