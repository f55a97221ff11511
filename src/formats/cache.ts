import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setImmediate as turn } from 'node:timers/promises'
import { dayInLondon } from '../document/dates.ts'
import type { Publication } from '../document/library.ts'
import { ContentError, type Problem } from '../document/problems.ts'
import { everyNode } from '../document/walk.ts'
import { formatContext } from './context.ts'
import { formatsOf } from './index.ts'
import type { Format, FormatContext } from './writers.ts'
import { cacheFile } from './written.ts'

export interface CacheOptions {
  /** The project's folder. */
  root: string
  siteUrl: string
  /** What is said to be the moment at which files are made. */
  now: Date
  /** Told after each publication that had to be written how many there were so far. */
  report?: (written: number) => void
}

/**
 * Written publications, beside Astro's store and not in it: the store is inlined into the bundle
 * that renders the pages, which at 10,000 releases costs gigabytes.
 * A row is named by the digest of all that it was written from, so it is never out of date. One
 * SQLite file and not a file each: creating 20,000 files costs more than writing what is in them.
 */
export class FormatCache {
  /** What a writer must change before a format can be written. */
  readonly problems: Problem[] = []
  readonly #options: CacheOptions
  readonly #database: DatabaseSync
  readonly #find: StatementSync
  readonly #insert: StatementSync
  readonly #version: string
  #context: FormatContext | undefined
  #written = 0
  readonly #used = new Set<string>()

  /** Opens the cache; it holds the file for itself until it is closed. */
  constructor(options: CacheOptions) {
    const { root } = options
    this.#options = options
    mkdirSync(join(root, '.cache'), { recursive: true })
    this.#database = open(cacheFile(root))
    this.#find = this.#database.prepare('SELECT 1 FROM written WHERE digest = ? AND ending = ?')
    this.#insert = this.#database.prepare('INSERT INTO written VALUES (?, ?, ?, ?, ?)')
    this.#version = digest(
      // The libraries and the fonts that formats are written with.
      readFileSync(join(root, 'package-lock.json'), 'utf8'),
      ...['document', 'formats', 'pictures'].flatMap((part) =>
        filesOf(join(root, 'src', part)).map((file) => readFileSync(file, 'utf8')),
      ),
    )
  }

  /**
   * Writes a publication in every format, unless that was done before. A format that cannot be
   * written adds to `problems` why.
   * @returns the digest that names it.
   */
  async keep(publication: Publication): Promise<string> {
    // Not before: the library reports what is wrong with the file, and keeps nothing then.
    const { root, siteUrl } = this.#options
    const context = (this.#context ??= formatContext(root, siteUrl))
    const name = this.#nameOf(publication, context)
    this.#used.add(name)
    const missing = formatsOf(publication).filter(({ ending }) => !this.#find.get(name, ending))
    if (missing.length === 0) return name
    for (const format of missing) await this.#write(name, format, publication, context)
    // A build that is cut off has not done this for nothing.
    this.#database.exec('COMMIT; BEGIN IMMEDIATE')
    this.#written += 1
    this.#options.report?.(this.#written)
    // The drawing library gives memory back only between two turns of the event loop: within one,
    // a thousand pictures would hold 900 MB.
    await turn()
    return name
  }

  /**
   * Makes what was kept readable.
   * @param whole whether all was kept that there is. If not, what was not kept this time stays.
   */
  close(whole: boolean): void {
    try {
      if (whole) this.#prune()
      this.#database.exec('COMMIT')
    } finally {
      this.#database.close()
    }
  }

  #nameOf({ tree, address, data }: Publication, { site, readPicture }: FormatContext): string {
    // Every page shows some of the site's facts, so a page is out of date when one of them changes.
    const written = JSON.stringify([site, tree, data])
    const pictures: Uint8Array[] = []
    for (const node of everyNode(tree)) {
      if (node.type === 'figure') pictures.push(readPicture(node.picture.src))
    }
    return digest(this.#version, this.#options.siteUrl, address, written, ...pictures)
  }

  async #write(
    name: string,
    format: Format,
    publication: Publication,
    context: FormatContext,
  ): Promise<void> {
    try {
      const written = await format.write(publication, context)
      const isPaged = typeof written === 'object' && 'pages' in written
      const { body, pages } = isPaged ? written : { body: written, pages: null }
      this.#insert.run(name, format.ending, body, pages, dayInLondon(this.#options.now))
    } catch (error) {
      if (!(error instanceof ContentError)) {
        throw new Error(`${publication.file} could not be written as ${format.name}.`, {
          cause: error,
        })
      }
      this.problems.push(...error.problems)
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

/** Every file of a folder and of the folders in it, in one order everywhere. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()

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

/** Raised when the table below changes: an older cache is then begun anew. */
const tableVersion = 2

function begin(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  try {
    // Without syncing to disk: what a power cut takes is written again from the content.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; BEGIN IMMEDIATE;')
    const version = database.prepare('PRAGMA user_version').get()?.user_version
    if (version !== tableVersion) database.exec('DROP TABLE IF EXISTS written')
    database.exec(`
      PRAGMA user_version = ${tableVersion};
      CREATE TABLE IF NOT EXISTS written (
        digest TEXT NOT NULL, ending TEXT NOT NULL, body NOT NULL,
        pages INTEGER, made_on TEXT NOT NULL,
        PRIMARY KEY (digest, ending)
      );
    `)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

/** @returns 32 hexadecimal digits: 128 bits of SHA-256, with lengths mixed in between the parts. */
function digest(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex').slice(0, 32)
}
