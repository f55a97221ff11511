import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabaseAddress } from './database.ts'

/**
 * The secret that the time in the form is signed with, where SECRET is not set: for a file of SQLite
 * one that is kept beside it, for PostgreSQL one that all servers make from its address.
 *
 * @throws {Error} when the file cannot be read or made
 */
export function secretFor(database: DatabaseAddress): string {
  if ('url' in database) {
    return createHash('sha256').update(`form of ${database.url}`).digest('base64url')
  }
  const file = join(dirname(database.file), 'secret')
  try {
    // Fails when it is there, so that two servers that begin together have the same.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8')
}
