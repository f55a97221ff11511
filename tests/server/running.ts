import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'

const main = join(import.meta.dirname, '..', '..', 'src', 'server', 'main.ts')
/** A silence of this long fails a test instead of keeping it waiting. */
const SILENCE = 30_000

export const FORM = '/request-a-format/'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** The program as it is shipped, serving what `npm run build` made. */
export interface RunningServer {
  readonly port: number
  /** What it has written, a line each. */
  readonly lines: readonly string[]
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  /** Sends the form. */
  readonly post: (
    fields: Record<string, string> | string,
    headers?: Record<string, string>,
  ) => Promise<Answer>
  readonly ask: (options: Asked) => Promise<Answer>
  readonly open: () => Promise<Socket>
  /** Ends it, and waits for that. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
  /** Bytes of memory that it holds. */
  readonly memory: () => number
}

export interface Asked {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export async function startServer(
  t: TestContext,
  env: Readonly<Record<string, string>>,
  command: readonly string[] = [process.execPath, main],
): Promise<RunningServer> {
  const [program = '', ...parameters] = command
  const server = spawn(program, parameters, {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, PORT: '0', ...env },
  })
  t.after(() => server.kill('SIGKILL'))
  const lines: string[] = []
  let errors = ''
  server.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const output = createInterface(server.stdout)
  const port = await new Promise<number>((resolve, reject) => {
    output.on('line', (line) => {
      lines.push(line)
      const found = / at http:\/\/localhost:(\d+)$/.exec(line)?.[1]
      if (found !== undefined) resolve(Number(found))
    })
    server.once('close', () => {
      reject(new Error(`The server ended: ${errors}`))
    })
  })
  // Connections are used again, as browsers and proxies do.
  const agent = new Agent({ keepAlive: true })
  t.after(() => {
    agent.destroy()
  })
  const ask = (asked: Asked) => askAt(port, agent, asked)
  return {
    port,
    lines,
    ask,
    get: (path, headers = {}) => ask({ path, headers }),
    post: (fields, headers = {}) =>
      ask({
        path: FORM,
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
        body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
      }),
    open: async () => {
      const socket = connect(port, '127.0.0.1')
      t.after(() => socket.destroy())
      await once(socket, 'connect')
      return socket
    },
    end: (signal) => endOf(server, signal),
    memory: () => memoryOf(server),
  }
}

async function endOf(server: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(server, 'exit')
  server.kill(signal)
  await ended
  return server.exitCode
}

function memoryOf({ pid }: ChildProcess): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid ?? ''}/status`, 'utf8'))
  return Number(kilobytes?.[1]) * 1024
}

function askAt(
  port: number,
  agent: Agent,
  { path, method = 'GET', headers = {}, body }: Asked,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  request(
    { host: '127.0.0.1', port, path, method, agent, headers: { Host: 'localhost', ...headers } },
    (response) => {
      let text = ''
      response
        .setEncoding('utf8')
        .on('data', (piece: string) => (text += piece))
        .on('error', reject)
        .on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
        })
    },
  )
    .setTimeout(SILENCE, () => {
      reject(new Error(`No answer to ${method} ${path}`))
    })
    .on('error', reject)
    .end(body)
  return promise
}

/** Fields of a made-up request that is right. */
export function fields(changed: Record<string, string> = {}): Record<string, string> {
  return {
    page: '/action-plans/keeping-children-safe/',
    format: 'large-print',
    email: 'person@made-up.example',
    ...changed,
  }
}

/** @returns the reference that a form was acknowledged with */
export function referenceOf({ status, headers }: Answer): string {
  assert.equal(status, 303)
  const reference = /^\/request-a-format\/sent\/\?ref=(\w{8})$/.exec(headers.location ?? '')?.[1]
  assert.ok(reference, headers.location)
  return reference
}

/** The fields of a form as it was sent to a reader, by name. */
export function shownFields(html: string): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const [, attributes = '', inside] of html.matchAll(
    /<(?:input|textarea)\b((?:[^>"]|"[^"]*")*)>(?:([^<]*)<\/textarea>)?/g,
  )) {
    const value = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
    const name = value('name')
    if (name === undefined || name === 'q') continue
    if (value('type') === 'radio' && !/\schecked/.test(attributes)) continue
    // A parser drops the first line break of a textarea.
    shown[name] = unescape(inside?.replace(/^\n/, '') ?? value('value') ?? '')
  }
  return shown
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#38;': '&',
  '&#39;': "'",
}
const unescape = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#3[489]);/g, (entity) => ENTITIES[entity] ?? entity)
