import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, stat, symlink } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { ask, assertSecured, HEADERS, writeFolder } from './site.ts'

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))
const BIG = 64 * 1024 * 1024
const UNBUILT = { 'package.json': '{ "type": "module" }' }
const WITHOUT_HEADERS = { ...UNBUILT, 'dist/client/index.html': 'home' }
const WITHOUT_FORM = { ...WITHOUT_HEADERS, 'dist/headers.json': JSON.stringify(HEADERS) }
const FORM = {
  'dist/publications.json': '{}',
  'dist/server/entry.mjs': 'export const render = async (address) => `made-up page ${address}`',
}
const BUILT = { ...WITHOUT_FORM, ...FORM }

interface Program {
  readonly lines: string[]
  /** The first line of standard output, also of those to come, that begins so. */
  line(beginning: string): Promise<string>
  signal(name: NodeJS.Signals): void
  readonly exit: Promise<{ code: unknown; errors: string }>
}

/**
 * Starts the program as it is shipped, in a project of its own with a made-up site, and from another
 * folder, so that a path relative to the current one would not be found.
 */
async function start(
  t: TestContext,
  files: Record<string, string | Buffer>,
  env: Record<string, string> = { PORT: '0' },
  parameters: readonly string[] = [],
): Promise<Program> {
  const root = await writeFolder(t, files)
  for (const part of ['server', 'requests', 'document', 'configuration.ts']) {
    await cp(join(PROJECT, 'src', part), join(root, 'src', part), { recursive: true })
  }
  await symlink(join(PROJECT, 'node_modules'), join(root, 'node_modules'))

  const main = join(root, 'src/server/main.ts')
  const program = spawn(process.execPath, [main, ...parameters], { cwd: tmpdir(), env })
  t.after(() => program.kill('SIGKILL'))

  const lines: string[] = []
  const output = createInterface(program.stdout)
  output.on('line', (line) => lines.push(line))
  let errors = ''
  program.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))

  return {
    lines,
    line: async (beginning) => {
      for (;;) {
        const line = lines.find((text) => text.startsWith(beginning))
        if (line !== undefined) return line
        assert.equal(program.exitCode, null, `ended without "${beginning}": ${errors}`)
        await Promise.race([once(output, 'line'), once(program, 'close')])
      }
    },
    signal: (name) => program.kill(name),
    exit: once(program, 'close').then(([code]: unknown[]) => ({ code, errors })),
  }
}

async function portOf(program: Program): Promise<number> {
  const line = await program.line('Serving ')
  const port = / at http:\/\/localhost:(\d+)$/.exec(line)?.[1]
  assert.ok(port, line)
  return Number(port)
}

test('it serves the built site, with the headers of the build, and logs lines of JSON', async (t) => {
  const program = await start(t, BUILT)
  const answer = await ask(await portOf(program), '/')
  assert.equal(answer.status, 200)
  assert.equal(answer.body.toString(), 'home')
  assertSecured(answer.headers)

  const entry = JSON.parse(await program.line('{')) as unknown
  assert.ok(typeof entry === 'object' && entry)
  assert.deepEqual(Object.keys(entry), ['time', 'method', 'status', 'ms', 'route'])
})

test('localhost can be reached as 127.0.0.1, and the Host is checked', async (t) => {
  const program = await start(t, BUILT)
  const port = await portOf(program)
  assert.equal((await ask(port, '/', { Host: `127.0.0.1:${port}` })).status, 200)
  assert.equal((await ask(port, '/', { Host: 'evil.example' })).status, 421)
})

test('another build can be served, with the headers of that one', async (t) => {
  const headers = { ...HEADERS, everywhere: { ...HEADERS.everywhere, 'X-Robots-Tag': 'noindex' } }
  const preview = Object.fromEntries(
    Object.entries({ ...BUILT, 'dist/headers.json': JSON.stringify(headers) }).map(
      ([name, content]) => [name.replace(/^dist/, 'dist-preview'), content],
    ),
  )
  const program = await start(t, preview, { PORT: '0' }, ['--folder', 'dist-preview'])
  const answer = await ask(await portOf(program), '/')
  assert.equal(answer.body.toString(), 'home')
  assert.equal(answer.headers['x-robots-tag'], 'noindex')
  assert.match(await program.line('Serving '), /^Serving dist-preview\/client at /)
})

test('the addresses that moved in a build are redirected', async (t) => {
  const program = await start(t, { ...BUILT, 'dist/redirects.json': '{ "/old/": "/new/" }' })
  const { status, headers } = await ask(await portOf(program), '/old/?q')
  assert.deepEqual([status, headers.location], [301, '/new/?q'])
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} lets a download finish and takes no new one`, { timeout: 20_000 }, async (t) => {
    const program = await start(t, { ...BUILT, 'dist/client/big.bin': Buffer.alloc(BIG) })
    const port = await portOf(program)
    const download = await new Promise<IncomingMessage>((resolve, reject) => {
      get({ host: 'localhost', port, path: '/big.bin' }, resolve).on('error', reject)
    })

    program.signal(signal)
    await program.line('Stopping')
    await assert.rejects(ask(port, '/'), { code: 'ECONNREFUSED' })

    let length = 0
    for await (const chunk of download) length += (chunk as Buffer).length
    assert.equal(length, BIG)
    assert.deepEqual(await program.exit, { code: 0, errors: '' })
  })
}

test('it stops at once when nothing is under way', { timeout: 5_000 }, async (t) => {
  const program = await start(t, BUILT)
  await portOf(program)
  program.signal('SIGTERM')
  assert.deepEqual(await program.exit, { code: 0, errors: '' })
})

async function assertRefusesToStart(program: Program, reason: RegExp): Promise<void> {
  const { code, errors } = await program.exit
  assert.equal(code, 2)
  assert.match(errors, reason)
  assert.match(errors, /^[^\n]+\.\n$/, 'one sentence on one line')
  assert.ok(!program.lines.some((line) => line.startsWith('Serving')))
}

test('a wrong variable is one sentence', async (t) => {
  await assertRefusesToStart(await start(t, BUILT, { PORT: 'http' }), /^PORT is "http"/)
})

test('a site that is not built is one sentence', async (t) => {
  const program = await start(t, UNBUILT)
  await assertRefusesToStart(program, /dist\/client: run "npm run build"/)
})

test('a wrong parameter is one sentence', async (t) => {
  const program = await start(t, BUILT, { PORT: '0' }, ['--foldr', 'dist'])
  await assertRefusesToStart(program, /^"--foldr dist" is not understood: .*--folder FOLDER\.$/m)
})

test('redirects that are not what the build writes are one sentence', async (t) => {
  const program = await start(t, { ...BUILT, 'dist/redirects.json': '[]' })
  await assertRefusesToStart(program, /redirects in dist\/redirects\.json cannot be used/)
})

test('a build without its form is one sentence', async (t) => {
  const reason = /form in dist\/ cannot be used .*npm run build/
  await assertRefusesToStart(await start(t, WITHOUT_FORM), reason)
  const noPages = { ...BUILT, 'dist/publications.json': '[]' }
  await assertRefusesToStart(await start(t, noPages), reason)
})

test('a database that cannot be opened is one sentence', async (t) => {
  const program = await start(t, BUILT, { PORT: '0', DATABASE_FILE: '/dev/null/requests.db' })
  await assertRefusesToStart(program, /^The database of requests cannot be opened .*DATABASE_FILE/)
})

test('a database server that is away keeps nobody from the announcements', async (t) => {
  const url = 'postgres://nobody@127.0.0.1:1/requests'
  const program = await start(t, BUILT, { PORT: '0', DATABASE_URL: url })
  const port = await portOf(program)
  assert.ok(program.lines.some((line) => line.startsWith('The database cannot be reached')))
  assert.equal((await ask(port, '/')).status, 200)
  const readiness = await ask(port, '/readyz')
  assert.equal(readiness.status, 503)
  assert.equal(readiness.body.toString(), 'not ready: no database')
})

test('the database and its secret are made, for their owner alone', async (t) => {
  const folder = await writeFolder(t, {})
  const DATABASE_FILE = join(folder, 'data', 'requests.db')
  const program = await start(t, BUILT, { PORT: '0', DATABASE_FILE })
  await program.line('No SMTP_URL is set')
  await portOf(program)
  for (const name of ['requests.db', 'secret']) {
    const { mode } = await stat(join(folder, 'data', name))
    assert.equal(mode & 0o077, 0, name)
  }
})

test('a port in use is one sentence', async (t) => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(() => other.close())
  const address = other.address()
  assert.ok(typeof address === 'object' && address)
  const port = String(address.port)
  await assertRefusesToStart(
    await start(t, BUILT, { PORT: port }),
    new RegExp(`^Port ${port} is in use`),
  )
})

test('an interface that is not there is one sentence', async (t) => {
  const program = await start(t, BUILT, { PORT: '0', HOST: '192.0.2.1' })
  await assertRefusesToStart(program, /cannot listen on HOST 192\.0\.2\.1/)
})

const scripted = { addresses: ['/x/'], headers: { 'X-A': 'b' } }
for (const [name, content] of Object.entries({
  'no JSON': '{',
  'a list': '[]',
  'one set of headers for everything': '{ "X-A": "b" }',
  'a number for a text': JSON.stringify({ scripted, everywhere: { 'X-A': 1 } }),
  'a name that is none': JSON.stringify({ scripted, everywhere: { 'X A': 'b' } }),
  'a value with a line break': JSON.stringify({ scripted, everywhere: { 'X-A': 'b\r\nX-C: d' } }),
  'no scripted addresses': JSON.stringify({ everywhere: {} }),
  'an address that is no text': JSON.stringify({
    everywhere: {},
    scripted: { ...scripted, addresses: [1] },
  }),
  'a text for scripted addresses': JSON.stringify({
    everywhere: {},
    scripted: { ...scripted, addresses: '/x/' },
  }),
  'no headers for scripted addresses': JSON.stringify({
    everywhere: {},
    scripted: { addresses: [] },
  }),
})) {
  test(`headers.json with ${name} is one sentence`, { timeout: 20_000 }, async (t) => {
    const program = await start(t, { ...BUILT, 'dist/headers.json': content })
    await assertRefusesToStart(program, /dist\/headers\.json cannot be used/)
  })
}

test('headers.json that is missing is one sentence', async (t) => {
  await assertRefusesToStart(await start(t, WITHOUT_HEADERS), /dist\/headers\.json cannot be used/)
})
