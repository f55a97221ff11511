import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import type { Output } from '../../../src/requests/desk/desk.ts'
import { runDesk } from '../../../src/requests/desk/main.ts'
import { Database } from '../../../src/requests/database.ts'
import { RequestStore } from '../../../src/requests/store.ts'
import type { Submission } from '../../../src/requests/submission.ts'
import type { TestDatabase } from './databases.ts'
import { submission } from './submissions.ts'

export interface Result {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

export const PROGRAM = join(import.meta.dirname, '../../../scripts/requests.ts')
/** The day on which the made-up request of 25 November 2016 has to be answered. */
export const NOW = '2016-12-02T10:00:00Z'

/** Runs the desk as a program of its own, with nothing of this one's environment but the PATH. */
export async function desk(
  env: Readonly<Record<string, string>>,
  ...typed: string[]
): Promise<Result> {
  const { promise, resolve } = Promise.withResolvers<Result>()
  const child = execFile(
    process.execPath,
    [PROGRAM, ...typed],
    { env: { PATH: process.env.PATH, SITE_NOW: NOW, ...env }, maxBuffer: 100_000_000 },
    (_error, stdout, stderr) => {
      resolve({ status: child.exitCode ?? -1, stdout, stderr })
    },
  )
  child.stdin?.end()
  return promise
}

/** Runs the desk in this program, with streams that are terminals if that is wanted. */
export async function deskHere(
  env: Readonly<Record<string, string>>,
  typed: readonly string[],
  terminal: { columns?: number } = {},
): Promise<Result> {
  const output = collector(terminal.columns)
  const messages = collector(terminal.columns)
  const status = await runDesk(typed, {
    env: { SITE_NOW: NOW, ...env },
    input: Readable.from([]),
    output: output.stream,
    messages: messages.stream,
  })
  return { status, stdout: output.text(), stderr: messages.text() }
}

function collector(columns: number | undefined): { stream: Output; text: () => string } {
  let written = ''
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      written += String(chunk)
      done()
    },
  })
  const terminal = { isTTY: true, columns, getColorDepth: () => 8 }
  return {
    stream: columns === undefined ? stream : Object.assign(stream, terminal),
    text: () => written,
  }
}

/** Stores made-up requests, each from a form of its own. @returns their references */
export async function ask(
  { address }: Pick<TestDatabase, 'address'>,
  ...changed: Partial<Submission>[]
): Promise<string[]> {
  const database = await Database.open(address)
  try {
    const store = new RequestStore(database)
    const references: string[] = []
    for (const each of changed) {
      const sent = submission({ formId: crypto.randomUUID(), ...each })
      references.push((await store.submit(sent)).reference)
    }
    return references
  } finally {
    await database.close()
  }
}
