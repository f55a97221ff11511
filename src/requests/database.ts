import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect, sql, type Dialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations.ts'
import type { Tables } from './tables.ts'

/** Where requests are kept: a file of SQLite, or a PostgreSQL server. */
export type DatabaseAddress = { readonly file: string } | { readonly url: string }

const PROJECT = join(import.meta.dirname, '..', '..')
/** Milliseconds that a statement waits for another program to let go of the database. */
const PATIENCE = 5_000

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
    if ('url' in address) return new Database('postgres', await openPostgres(address.url))
    return new Database('sqlite', openSqlite(pathOf(address.file)))
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
    const deadline = performance.now() + PATIENCE
    for (;;) {
      try {
        await (this.#prepared ??= this.#prepare())
        return await work(this.#kysely)
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw asDatabaseError(error)
      }
      await sleep(20 + Math.random() * 30)
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
    throw new DatabaseError(`The tables for requests cannot be made: ${messageOf(error)}`, {
      cause: error,
    })
  }
}

/** @returns the full path of a database's file, which may be named from the project's folder */
export function pathOf(file: string): string {
  return resolve(PROJECT, file)
}

function openSqlite(file: string): Kysely<Tables> {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    // For its owner alone, also in a folder that others can read; SQLite's log follows the file.
    closeSync(openSync(file, 'a', 0o600))
    const database = new Sqlite(file, { timeout: PATIENCE })
    database.pragma('journal_mode = WAL')
    // NORMAL would lose what was acknowledged last when the power goes.
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('secure_delete = ON')
    // From here on `run` waits: nobody is served while SQLite does, once for each that waits.
    database.pragma('busy_timeout = 0')
    const dialect = new SqliteDialect({ database })
    return new Kysely({ dialect: sayingWhy(dialect) })
  } catch (error) {
    throw new DatabaseError(`Requests cannot be kept in ${file}: ${messageOf(error)}`, {
      cause: error,
    })
  }
}

async function openPostgres(url: string): Promise<Kysely<Tables>> {
  const { default: pg } = await import('pg').catch((error: unknown) => {
    throw new DatabaseError(
      'DATABASE_URL names a PostgreSQL server, and the package "pg" is not installed: run "npm ci".',
      { cause: error },
    )
  })
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: PATIENCE,
    statement_timeout: 2 * PATIENCE,
    lock_timeout: PATIENCE,
    // A server that falls silent keeps to no timeout of its own: the network or the machine is gone.
    query_timeout: 2 * PATIENCE + 1_000,
    // A connection to it looks as good as any, and is used again until it is this old.
    maxLifetimeSeconds: 60,
    application_name: 'publication-site',
  })
  // The server may end a connection that waits in the pool; the next query opens another. It may end
  // one in use too: its query fails then, and without a listener this whole program would.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely({ dialect: sayingWhy(new PostgresDialect({ pool })) })
}

/**
 * After a full disk or a lost connection there is nothing left to roll back. Kysely would tell of
 * that alone, and not of what was the matter.
 */
function sayingWhy(dialect: Dialect): Dialect {
  const createDriver = dialect.createDriver.bind(dialect)
  dialect.createDriver = () => {
    const driver = createDriver()
    const rollBack = driver.rollbackTransaction.bind(driver)
    driver.rollbackTransaction = (connection) => rollBack(connection).catch(() => undefined)
    return driver
  }
  return dialect
}

function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  // BUSY_SNAPSHOT and BUSY_RECOVERY too. A key that is there already is never an error of a request;
  // two programs that make the tables at one moment both note the same step.
  return (
    typeof code === 'string' &&
    (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
  )
}

function asDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error
  return new DatabaseError(messageOf(error), { cause: error })
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // Where a name has several addresses and none answers, the message is empty.
  return error.message || ('code' in error ? String(error.code) : error.name)
}
