import { DatabaseError, type Database } from '../database.ts'
import { DeskError } from './desk.ts'

/**
 * Overwrites what was deleted.
 *
 * @param done what was deleted, in words, for the case that only this fails
 * @throws {DeskError} when it cannot be overwritten now
 */
export async function forgetDeleted(database: Database, done: string): Promise<void> {
  try {
    await database.forgetDeleted()
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    throw new DeskError(
      `${done} The words may still be in the unused parts of the database's files (${error.message}): write "npm run requests -- purge" later, which overwrites them.`,
      1,
    )
  }
}

/** What no program can do for the person who erases. */
export const BACKUPS = 'Copies in backups stay until those backups are deleted.'
