import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { after, test, type TestContext } from 'node:test'
import pg from 'pg'
import { Database, type DatabaseAddress } from '../../../src/requests/database.ts'

/** A database of one test: empty, and gone when the test ends. */
export interface TestDatabase {
  readonly address: DatabaseAddress
  /** The same as environment variables, for a program that is started. */
  readonly env: Readonly<Record<string, string>>
  /** Opens it, once more each time, as other programs and servers would. */
  readonly open: () => Promise<Database>
}

/** Runs a test on SQLite and on PostgreSQL; on PostgreSQL it is skipped where that is missing. */
export function onEachDatabase(
  name: string,
  body: (t: TestContext, database: TestDatabase) => Promise<void>,
  options: { timeout?: number } = {},
): void {
  test(`${name} (SQLite)`, options, (t) => body(t, sqliteDatabase(t)))
  const skip = programs === undefined && 'PostgreSQL is not installed on this machine'
  test(`${name} (PostgreSQL)`, { ...options, skip }, async (t) => {
    await body(t, await postgresDatabase(t))
  })
}

export function sqliteDatabase(t: TestContext): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'requests-'))
  t.after(() => {
    rmSync(folder, { recursive: true })
  })
  const file = join(folder, 'requests.db')
  return testDatabase(t, { file }, { DATABASE_FILE: file })
}

/** A new database on the server of this test file, which is started for the first one. */
export async function postgresDatabase(t: TestContext): Promise<TestDatabase> {
  server ??= startPostgres()
  const { port } = await server
  const name = `test_${++count}`
  const admin = new pg.Client(`postgres://postgres@127.0.0.1:${port}/postgres`)
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = `postgres://postgres@127.0.0.1:${port}/${name}`
  return testDatabase(t, { url }, { DATABASE_URL: url })
}

function testDatabase(
  t: TestContext,
  address: DatabaseAddress,
  env: Record<string, string>,
): TestDatabase {
  const open = async () => {
    const database = await Database.open(address)
    t.after(() => database.close())
    return database
  }
  return { address, env, open }
}

export interface PostgresServer {
  readonly port: number
  /** Ends the server, as a machine that goes down does. */
  stop(): void
  /** Starts it again, on the same port and with the same data. */
  start(): void
}

let count = 0
let server: Promise<PostgresServer> | undefined
const stops: (() => void)[] = []
// Here and not where a server is started: within a test it would stop when that test ends.
after(() => {
  for (const stop of stops) stop()
})

/** The folder of PostgreSQL's programs: on the PATH, or where Debian keeps them. */
export const programs = [
  ...(process.env.PATH ?? '').split(delimiter),
  ...globSync('/usr/lib/postgresql/*/bin').toSorted().toReversed(),
].find((folder) => ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name))))

/** Starts a PostgreSQL server of its own on a free port of loopback, until the file's tests end. */
export async function startPostgres(): Promise<PostgresServer> {
  if (programs === undefined) throw new Error('PostgreSQL is not installed')
  const bin = programs
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  // PostgreSQL refuses to run as root; its package makes a user for it.
  const owner = process.getuid?.() === 0 ? userOf('postgres') : undefined
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const run = (program: string, ...parameters: string[]) =>
    execFileSync(join(bin, program), parameters, { ...owner, cwd: folder, stdio: 'ignore' })
  const data = join(folder, 'data')
  const port = await freePort()
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`
  const started: PostgresServer = {
    port,
    stop: () => run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop'),
    start: () => run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', options, '-w', 'start'),
  }
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync')
  started.start()
  stops.push(() => {
    started.stop()
    rmSync(folder, { recursive: true })
  })
  return started
}

function userOf(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => {
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return promise
}
