import { existsSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import * as z from 'zod'
import { DeskError } from './desk.ts'

/** @throws {DeskError} when there is such a file already */
export function refuseToOverwrite(file: string): void {
  if (existsSync(file)) {
    throw new DeskError(`There is a file ${file} already, and nothing is overwritten.`, 1)
  }
}

const check = z.array(z.strictObject({ integrity_check: z.string() }))

/** @returns what SQLite finds wrong with a database; nothing when it is sound */
export function damageOf(database: Sqlite.Database): string[] {
  const found = check.parse(database.pragma('integrity_check'))
  return found.map((row) => row.integrity_check).filter((line) => line !== 'ok')
}
