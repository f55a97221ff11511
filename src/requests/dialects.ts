import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { PostgresDialect, SqliteDialect, type Dialect } from 'kysely'
import { PATIENCE, patiently } from './patience.ts'

/**
 * A file of SQLite, made if it is not there, with its folder.
 *
 * @throws {Error} when it cannot be opened
 */
export async function sqliteDialect(file: string): Promise<Dialect> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // For its owner alone, also in a folder that others can read; SQLite's log follows the file.
  // Not where it is there already: closing it would let go of every lock that this process has on it
  // (https://sqlite.org/howtocorrupt.html, section 2.2).
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  return sayingWhy(new SqliteDialect({ database: await patiently(() => openSqlite(file)) }))
}

function openSqlite(file: string): Sqlite.Database {
  // SQLite would wait without serving anybody, once for each that waits; `patiently` does not.
  const database = new Sqlite(file, { timeout: 0 })
  try {
    database.pragma('journal_mode = WAL')
    // NORMAL would lose what was acknowledged last when the power goes.
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('secure_delete = ON')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * The PostgreSQL server at an address. It is not spoken to yet.
 *
 * @throws {Error} when PostgreSQL's driver is not installed
 */
export async function postgresDialect(url: string): Promise<Dialect> {
  const { default: pg } = await import('pg').catch((error: unknown) => {
    throw new Error(
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
  return sayingWhy(new PostgresDialect({ pool }))
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
