import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders, type Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import assert from 'node:assert/strict'
import { securityHeaders, type Headers } from '../../../src/server/headers.ts'
import type { LogEntry } from '../../../src/server/log.ts'
import { createSiteServer, type ServedBuild } from '../../../src/server/site-server.ts'

export const HEADERS = securityHeaders([], 'https://releases.example')

/** A silence of this long fails a test instead of keeping it waiting. */
const SILENCE = 10_000

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Site {
  readonly server: Server
  readonly port: number
  readonly folder: string
  /** What has been logged; the last entry may come after the reader has its answer. */
  readonly log: readonly LogEntry[]
  readonly firstEntry: Promise<LogEntry>
  /** Sends one request with a path that nobody tidies up on the way. */
  ask(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>
  /** Sends bytes as they are and gives back all that comes until the server closes. */
  send(bytes: string): Promise<string>
  /** Opens a connection, for the caller to write to and read from. */
  open(): Promise<Socket>
}

/** Serves a temporary folder with these files in it until the test ends. */
export async function startSite(
  t: TestContext,
  files: Record<string, string | Buffer> = {},
  build: Partial<ServedBuild> = {},
): Promise<Site> {
  const folder = await writeFolder(t, files)
  const log: LogEntry[] = []
  const firstEntry = Promise.withResolvers<LogEntry>()
  const server = createSiteServer({
    folder,
    headers: HEADERS,
    ...build,
    allowedHosts: ['localhost', '127.0.0.1'],
    log: (entry) => {
      log.push(entry)
      firstEntry.resolve(entry)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  assert.ok(typeof address === 'object' && address)
  const { port } = address
  return {
    server,
    port,
    folder,
    log,
    firstEntry: firstEntry.promise,
    ask: (path, headers, method) => ask(port, path, headers, method),
    open: () => open(t, port),
    send: async (bytes) => {
      const socket = await open(t, port)
      socket.write(bytes, 'latin1')
      return readToEnd(socket)
    },
  }
}

/** Writes files into a temporary folder that lasts until the test ends. */
export async function writeFolder(
  t: TestContext,
  files: Record<string, string | Buffer>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'site-'))
  t.after(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

/** A file and its coded copies, as the build leaves them. */
export function withCopies(name: string, content: string): Record<string, string | Buffer> {
  return {
    [name]: content,
    [`${name}.br`]: brotliCompressSync(content),
    [`${name}.gz`]: gzipSync(content),
  }
}

export async function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  request(
    {
      host: '127.0.0.1',
      port,
      path,
      method,
      agent: false,
      headers: { Host: 'localhost', ...headers },
    },
    (response) => {
      const chunks: Buffer[] = []
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('error', reject)
        .on('end', () => {
          const { statusCode: status = 0, headers } = response
          resolve({ status, headers, body: Buffer.concat(chunks) })
        })
    },
  )
    .setTimeout(SILENCE, () => {
      reject(new Error(`No answer to ${method} ${path}`))
    })
    .on('error', reject)
    .end()
  return promise
}

export async function readToEnd(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString('latin1')))
  await once(socket, 'close')
  return text
}

/** Asserts that an answer carries every security header, unchanged. */
export function assertSecured(
  headers: IncomingHttpHeaders | string,
  expected: Headers = HEADERS.everywhere,
): void {
  for (const [name, value] of Object.entries(expected)) {
    if (typeof headers === 'string') assert.ok(headers.includes(`\r\n${name}: ${value}\r\n`), name)
    else assert.equal(headers[name.toLowerCase()], value, name)
  }
}

async function open(t: TestContext, port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.setTimeout(SILENCE, () => socket.destroy(new Error('The server was silent')))
  t.after(() => socket.destroy())
  await once(socket, 'connect')
  return socket
}
