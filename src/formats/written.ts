import { join } from 'node:path'
import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite'

/*
 * Reads what the cache of formats holds. Apart from cache.ts, because that one brings all formats
 * with it, and the programs that draw and set type have no place in the bundle of the pages.
 */

/** Where the cache keeps what was written, in the project's folder. */
export const cacheFile = (root: string): string => join(root, '.cache', 'formats.db')

let reader: StatementSync | undefined

/**
 * What a publication was written as.
 * @param name its digest, as `FormatCache.keep` gave it.
 * @throws when it was never written in this format, or is no text in it.
 */
export function readWritten(name: string, extension: string): string {
  const body = read(name, extension)
  if (typeof body !== 'string') throw new TypeError(`.${extension} is no text.`)
  return body
}

/** The same as bytes, for formats that are no text. */
export function readWrittenBytes(name: string, extension: string): Uint8Array<ArrayBuffer> {
  const body = read(name, extension)
  return typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
}

/**
 * What every publication of the last reading was written as, in no order.
 * @param root the project's folder.
 */
export function readAllWritten(root: string, extension: string): string[] {
  const database = new DatabaseSync(cacheFile(root), { readOnly: true })
  const rows = database.prepare('SELECT body FROM written WHERE extension = ?').all(extension)
  database.close()
  return rows.map(({ body }) => String(body))
}

function read(name: string, extension: string): string | Uint8Array {
  reader ??= new DatabaseSync(cacheFile(process.cwd()), { readOnly: true }).prepare(
    'SELECT body FROM written WHERE digest = ? AND extension = ?',
  )
  const body: SQLOutputValue = reader.get(name, extension)?.body ?? null
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  throw new Error(`${name} was never written as .${extension}.`)
}
