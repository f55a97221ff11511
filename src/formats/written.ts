import { join } from 'node:path'
import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite'

/*
 * Reads what the cache of formats holds. Apart from cache.ts, because that one brings all formats
 * with it, and the programs that draw and set type have no place in the bundle of the pages.
 */

/** Where the cache keeps what was written, in the project's folder. */
export const cacheFile = (root: string): string => join(root, '.cache', 'formats.db')

let database: DatabaseSync | undefined
let bodies: StatementSync | undefined
let facts: StatementSync | undefined

const reader = (): DatabaseSync =>
  (database ??= new DatabaseSync(cacheFile(process.cwd()), { readOnly: true }))

/**
 * What a publication was written as.
 * @param name its digest, as `FormatCache.keep` gave it.
 * @throws when it was never written in this format, or is no text in it.
 */
export function readWritten(name: string, ending: string): string {
  const body = read(name, ending)
  if (typeof body !== 'string') throw new TypeError(`${ending} is no text.`)
  return body
}

/** The same as bytes, for formats that are no text. */
export function readWrittenBytes(name: string, ending: string): Uint8Array<ArrayBuffer> {
  const body = read(name, ending)
  return typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
}

/** What is known of a file besides what is in it. */
export interface FileFacts {
  bytes: number
  /** None for formats that have no pages. */
  pages: number | undefined
  /** The day in London on which it was made, such as 2026-11-26. */
  madeOn: string
}

/** @returns the facts of what a publication was written as, by ending */
export function readFacts(name: string): Map<string, FileFacts> {
  facts ??= reader().prepare(
    'SELECT ending, octet_length(body) AS bytes, pages, made_on FROM written WHERE digest = ?',
  )
  return new Map(
    facts.all(name).map(({ ending, bytes, pages, made_on: madeOn }) => [
      String(ending),
      {
        bytes: Number(bytes),
        pages: pages === null ? undefined : Number(pages),
        madeOn: String(madeOn),
      },
    ]),
  )
}

/**
 * What every publication of the last reading was written as, in no order.
 * @param root the project's folder.
 */
export function readAllWritten(root: string, ending: string): string[] {
  const database = new DatabaseSync(cacheFile(root), { readOnly: true })
  const rows = database.prepare('SELECT body FROM written WHERE ending = ?').all(ending)
  database.close()
  return rows.map(({ body }) => String(body))
}

function read(name: string, ending: string): string | Uint8Array {
  bodies ??= reader().prepare('SELECT body FROM written WHERE digest = ? AND ending = ?')
  const body: SQLOutputValue = bodies.get(name, ending)?.body ?? null
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  throw new Error(`${name} was never written as ${ending}.`)
}
