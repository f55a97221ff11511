import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setImmediate as turn } from 'node:timers/promises'
import { parse } from 'yaml'
import type { Publication } from '../document/library.ts'
import { ContentError, type Problem } from '../document/problems.ts'
import { site as siteSchema, type Site } from '../document/schemas.ts'
import { formats } from './index.ts'
import type { Later } from './writers.ts'
import { cacheFile } from './written.ts'

/**
 * Written publications, beside Astro's store and not in it: the store is inlined into the bundle
 * that renders the pages, which at 10,000 releases costs gigabytes.
 * A row is named by the digest of all that it was written from, so it is never out of date. One
 * SQLite file and not a file each: creating 20,000 files costs more than writing what is in them.
 */
export class FormatCache {
  /** What a writer must change before a format can be written. */
  readonly problems: Problem[] = []
  readonly #root: string
  readonly #database: DatabaseSync
  readonly #find: StatementSync
  readonly #insert: StatementSync
  readonly #version: string
  readonly #siteUrl: string
  #site: Site | undefined
  readonly #used = new Set<string>()
  /** What is still to be written, once each, by digest and extension. */
  readonly #later = new Map<string, [name: string, extension: string, body: Later]>()

  /**
   * Opens the cache; what is kept is written when it is closed.
   * @param root the project's folder.
   */
  constructor(root: string, siteUrl: string) {
    this.#root = root
    mkdirSync(join(root, '.cache'), { recursive: true })
    this.#database = open(cacheFile(root))
    this.#find = this.#database.prepare('SELECT 1 FROM written WHERE digest = ? AND extension = ?')
    this.#insert = this.#database.prepare('INSERT INTO written VALUES (?, ?, ?)')
    this.#siteUrl = siteUrl
    this.#version = digest(
      // The libraries and the fonts that formats are written with.
      readFileSync(join(root, 'package-lock.json'), 'utf8'),
      ...['document', 'formats', 'pictures'].flatMap((part) =>
        readdirSync(join(root, 'src', part))
          .toSorted()
          .map((file) => readFileSync(join(root, 'src', part, file), 'utf8')),
      ),
    )
  }

  /**
   * Writes a publication in every format, unless that was done before. A format that cannot be
   * written adds to `problems` why.
   * @returns the digest that names it.
   */
  keep(publication: Publication): string {
    const { tree, address, data } = publication
    // Not before: the library reports what is wrong with the file, and keeps nothing then.
    const site = (this.#site ??= readSite(this.#root))
    // Every page shows some of the site's facts, so a page is out of date when one of them changes.
    const written = JSON.stringify([site, tree, data])
    const name = digest(this.#version, this.#siteUrl, address, written)
    this.#used.add(name)
    for (const { extension, write } of formats) {
      if (this.#find.get(name, extension)) continue
      try {
        const body = write(publication, this.#siteUrl, site.name)
        if (typeof body !== 'function') this.#insert.run(name, extension, body)
        else this.#later.set(`${name}.${extension}`, [name, extension, body])
      } catch (error) {
        if (!(error instanceof ContentError)) throw error
        this.problems.push(...error.problems)
      }
    }
    return name
  }

  /**
   * Makes what was kept readable.
   * @param whole whether all was kept that there is. If not, what takes long is left unwritten,
   * and what was not kept this time stays.
   */
  async close(whole: boolean): Promise<void> {
    try {
      if (whole) await this.#writeLater()
      if (whole) this.#prune()
      this.#database.exec('COMMIT')
    } finally {
      this.#database.close()
    }
  }

  async #writeLater(): Promise<void> {
    for (const [name, extension, body] of this.#later.values()) {
      this.#insert.run(name, extension, body())
      await turn()
    }
  }

  #prune(): void {
    const all = this.#database.prepare('SELECT DISTINCT digest FROM written').all()
    const remove = this.#database.prepare('DELETE FROM written WHERE digest = ?')
    for (const { digest: name } of all) {
      if (typeof name === 'string' && !this.#used.has(name)) remove.run(name)
    }
  }
}

const readSite = (root: string): Site =>
  siteSchema.parse(parse(readFileSync(join(root, 'content', 'site.yaml'), 'utf8')))

/** Opens the file, and begins a new one in place of one that a power cut has damaged. */
function open(file: string): DatabaseSync {
  try {
    return begin(file)
  } catch (error) {
    const { corrupt, notADatabase } = sqliteErrors
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
    if (code !== corrupt && code !== notADatabase) throw error
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    return begin(file)
  }
}

/** Result codes of SQLite: https://www.sqlite.org/rescode.html */
const sqliteErrors = { corrupt: 11, notADatabase: 26 }

function begin(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  try {
    // Without syncing to disk: what a power cut takes is written again from the content.
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = OFF;
      CREATE TABLE IF NOT EXISTS written (
        digest TEXT NOT NULL, extension TEXT NOT NULL, body NOT NULL,
        PRIMARY KEY (digest, extension)
      );
      BEGIN IMMEDIATE;
    `)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

/** @returns 32 hexadecimal digits: 128 bits of SHA-256, with lengths mixed in between the parts. */
function digest(...parts: string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex').slice(0, 32)
}
