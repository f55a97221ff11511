import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Publication } from '../document/library.ts'
import { formats } from './index.ts'

/**
 * Written publications, beside Astro's store and not in it: the store is inlined into the bundle
 * that renders the pages, which at 10,000 releases costs gigabytes.
 * A row is named by the digest of all that it was written from, so it is never out of date. One
 * SQLite file and not a file each: creating 20,000 files costs more than writing what is in them.
 */
export class FormatCache {
  readonly #database: DatabaseSync
  readonly #find: StatementSync
  readonly #insert: StatementSync
  readonly #version: string
  readonly #siteUrl: string
  readonly #used = new Set<string>()

  /**
   * Opens the cache; what is kept is written when it is closed.
   * @param root the project's folder.
   */
  constructor(root: string, siteUrl: string) {
    mkdirSync(join(root, '.cache'), { recursive: true })
    this.#database = open(cacheFile(root))
    this.#find = this.#database.prepare('SELECT 1 FROM written WHERE digest = ? AND extension = ?')
    this.#insert = this.#database.prepare('INSERT INTO written VALUES (?, ?, ?)')
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
    for (const { extension, write } of formats) {
      if (this.#find.get(name, extension)) continue
      this.#insert.run(name, extension, write(publication, this.#siteUrl))
    }
    return name
  }

  /**
   * Makes what was kept readable.
   * @param prune whether to remove what was not kept this time.
   */
  close(prune: boolean): void {
    if (prune) {
      const all = this.#database.prepare('SELECT DISTINCT digest FROM written').all()
      const remove = this.#database.prepare('DELETE FROM written WHERE digest = ?')
      for (const { digest: name } of all) {
        if (typeof name === 'string' && !this.#used.has(name)) remove.run(name)
      }
    }
    this.#database.exec('COMMIT')
    this.#database.close()
  }
}

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
        digest TEXT NOT NULL, extension TEXT NOT NULL, body TEXT NOT NULL,
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

let reader: StatementSync | undefined

/**
 * What a publication was written as.
 * @param name its digest, as `FormatCache.keep` gave it.
 * @throws when it was never written in this format.
 */
export function readWritten(name: string, extension: string): string {
  reader ??= new DatabaseSync(cacheFile(process.cwd()), { readOnly: true }).prepare(
    'SELECT body FROM written WHERE digest = ? AND extension = ?',
  )
  const body = reader.get(name, extension)?.body
  if (typeof body !== 'string') throw new Error(`${name} was never written as .${extension}.`)
  return body
}

const cacheFile = (root: string) => join(root, '.cache', 'formats.db')

/** @returns 32 hexadecimal digits: 128 bits of SHA-256, with lengths mixed in between the parts. */
function digest(...parts: string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(part)
  return hash.digest('hex').slice(0, 32)
}
