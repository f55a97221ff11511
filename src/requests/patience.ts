import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds that a statement waits for another program to let go of the database. */
export const PATIENCE = 5_000

/**
 * Does something, and tries it again for five seconds while another program holds the database.
 *
 * @throws what it throws itself, at once unless that says that the database is held
 */
export async function patiently<T>(work: () => T | Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error
    }
    await sleep(20 + Math.random() * 30)
  }
}

/** @returns whether an error says that another program holds the database */
export function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  // BUSY_SNAPSHOT and BUSY_RECOVERY too. A key that is there already is never an error of a request;
  // two programs that make the tables at one moment both note the same step.
  return (
    typeof code === 'string' &&
    (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
  )
}
