import { join, resolve } from 'node:path'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { postgresDialect, sqliteDialect } from './dialects.ts'
import { migrations } from './migrations.ts'
import { isBusy, patiently } from './patience.ts'
import type { Tables } from './tables.ts'

/** Where requests are kept: a file of SQLite, or a PostgreSQL server. */
export type DatabaseAddress = { readonly file: string } | { readonly url: string }

const PROJECT = join(import.meta.dirname, '..', '..')

/** The database could not do it now. Nothing was stored. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
}

/** A database of requests. It makes and changes its tables by itself, at the first use. */
export class Database {
  readonly kind: 'sqlite' | 'postgres'
  readonly #kysely: Kysely<Tables>
  #prepared: Promise<void> | undefined

  private constructor(kind: Database['kind'], kysely: Kysely<Tables>) {
    this.kind = kind
    this.#kysely = kysely
  }

  /**
   * Opens the database. A file is made if it is not there, with its folder; a relative path begins at
   * the project's folder. A server is not spoken to yet.
   *
   * @throws {DatabaseError} when the file cannot be opened, or PostgreSQL's driver is not installed
   */
  static async open(address: DatabaseAddress): Promise<Database> {
    if ('url' in address) {
      const dialect = await postgresDialect(address.url).catch((error: unknown) => {
        throw asDatabaseError(error)
      })
      return new Database('postgres', new Kysely({ dialect }))
    }
    const file = pathOf(address.file)
    const dialect = await sqliteDialect(file).catch((error: unknown) => {
      throw asDatabaseError(error, `Requests cannot be kept in ${file}: `)
    })
    return new Database('sqlite', new Kysely({ dialect }))
  }

  /**
   * Does something with the tables. When another program holds the database, it is tried again for
   * five seconds, without keeping other readers waiting meanwhile.
   *
   * @param work one statement, or a transaction whose first statement writes: one that begins by
   *   reading could not wait for its turn in SQLite
   * @throws {DatabaseError} when it cannot be done now, for whatever reason
   */
  async run<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    try {
      return await patiently(async () => {
        await (this.#prepared ??= this.#prepare())
        return work(this.#kysely)
      })
    } catch (error) {
      throw asDatabaseError(error)
    }
  }

  /**
   * Overwrites what was deleted, in the file and in its log. With PostgreSQL the table is written
   * anew; its own archives and backups are for its keepers.
   *
   * @throws {DatabaseError} when another program reads what was deleted for longer than five seconds
   */
  async forgetDeleted(): Promise<void> {
    await this.run(async (db) => {
      if (this.kind === 'sqlite') {
        const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
        // SQLite does not fail while another program reads: it leaves the log as it is.
        if (rows.some(({ busy }) => busy !== 0)) {
          throw Object.assign(new Error('another program is reading'), { code: 'SQLITE_BUSY' })
        }
      } else {
        for (const table of ['requests', 'notes', 'outbox'])
          await sql`vacuum full ${sql.table(table)}`.execute(db)
      }
    })
  }

  async close(): Promise<void> {
    await this.#kysely.destroy()
  }

  async #prepare(): Promise<void> {
    const migrator = new Migrator({
      db: this.#kysely,
      provider: { getMigrations: () => Promise.resolve(migrations) },
    })
    const { error } = await migrator.migrateToLatest()
    if (error === undefined) return
    this.#prepared = undefined
    if (error instanceof Error && isBusy(error)) throw error
    throw asDatabaseError(error, 'The tables for requests cannot be made: ')
  }
}

/** @returns the full path of a database's file, which may be named from the project's folder */
export function pathOf(file: string): string {
  return resolve(PROJECT, file)
}

function asDatabaseError(error: unknown, what = ''): DatabaseError {
  if (error instanceof DatabaseError) return error
  return new DatabaseError(what + messageOf(error), { cause: error })
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Where a name has several addresses and none answers, the message is empty.
  return error.message || ('code' in error ? String(error.code) : error.name)
}
