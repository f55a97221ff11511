import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test, type TestContext } from 'node:test'
import { nextDue, rebuildWhenDue } from '../../../scripts/rebuild.ts'
import type { LogEvent } from '../../../src/server/log.ts'

const project = join(import.meta.dirname, '..', '..', '..')

/** What became of made-up builds until a moment of a made-up clock. */
interface Watched {
  /** When each was begun. */
  readonly builds: string[]
  readonly log: LogEvent[]
  due: string | undefined
}

interface MadeUp {
  readonly due: string | undefined
  /** When the server stops. */
  readonly end: string
  /** @returns whether the build succeeds */
  readonly build: (watched: Watched) => boolean
  readonly takeUp?: () => Promise<void>
  /** Called after each pause. */
  readonly meanwhile?: (watched: Watched, now: string) => void
}

/** Has the clock leap over each pause, from noon on the first day of 2020. */
async function watch(madeUp: MadeUp): Promise<Watched> {
  const { end, build, meanwhile, takeUp = () => Promise.resolve() } = madeUp
  const stopping = new AbortController()
  const watched: Watched = { builds: [], log: [], due: madeUp.due }
  let now = new Date('2020-01-01T12:00:00Z')
  await rebuildWhenDue({
    nextDue: () => (watched.due === undefined ? undefined : new Date(watched.due)),
    build: () => {
      watched.builds.push(now.toISOString().slice(0, 16))
      return Promise.resolve(build(watched))
    },
    takeUp,
    log: (event) => watched.log.push(event),
    stopping: stopping.signal,
    now: () => now,
    pause: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds)
      meanwhile?.(watched, now.toISOString())
      if (now > new Date(end)) stopping.abort()
      return Promise.resolve()
    },
  })
  return watched
}

const succeed =
  (due?: string) =>
  (watched: Watched): boolean => {
    watched.due = due
    return true
  }

test('it builds at the minute, however far ahead that is, and then waits for the next', async () => {
  const { builds, log } = await watch({
    due: '2020-01-03T00:01:00Z',
    end: '2020-01-05T00:00:00Z',
    build: (watched) =>
      succeed(watched.builds.length === 1 ? '2020-01-03T09:30:00Z' : undefined)(watched),
  })
  assert.deepEqual(builds, ['2020-01-03T00:01', '2020-01-03T09:30'])
  assert.deepEqual(
    log.map(({ event }) => event),
    ['rebuilt', 'rebuilt'],
  )
})

test('it sees within an hour what somebody built by hand', async () => {
  const { builds } = await watch({
    due: undefined,
    end: '2020-01-01T20:00:00Z',
    build: succeed(),
    meanwhile: (watched, now) => {
      if (now === '2020-01-01T13:00:00.000Z') watched.due = '2020-01-01T13:05:00Z'
    },
  })
  assert.deepEqual(builds, ['2020-01-01T13:05'])
})

test('a build that fails is said, and tried again in ten minutes', async () => {
  const { builds, log } = await watch({
    due: '2020-01-01T12:05:00Z',
    end: '2020-01-01T20:00:00Z',
    build: (watched) => watched.builds.length === 3 && succeed()(watched),
  })
  assert.deepEqual(builds, ['2020-01-01T12:05', '2020-01-01T12:15', '2020-01-01T12:25'])
  const failed = 'The build failed: the last good site stays.'
  assert.deepEqual(
    log.map(({ event, error }) => [event, error]),
    [
      ['not-rebuilt', failed],
      ['not-rebuilt', failed],
      ['rebuilt', undefined],
    ],
  )
})

test('a build that cannot be served is said', async () => {
  const { log } = await watch({
    due: '2020-01-01T12:05:00Z',
    end: '2020-01-01T12:14:00Z',
    build: succeed(),
    takeUp: () => Promise.reject(new Error('made-up fault')),
  })
  assert.deepEqual(
    log.map(({ event, error }) => [event, error]),
    [['not-rebuilt', 'made-up fault']],
  )
})

test('a build that leaves what was due as it was is not made without end', async () => {
  const due = '2020-01-01T12:00:00Z'
  const { builds, log } = await watch({ due, end: '2020-01-01T12:25:00Z', build: succeed(due) })
  assert.equal(builds.length, 3)
  assert.match(String(log[0]?.error), /due after the build too/)
})

test('it does nothing more when the server stops', async () => {
  const { builds, log } = await watch({
    due: '2020-01-01T12:30:00Z',
    end: '2020-01-01T12:00:00Z',
    build: succeed(),
  })
  assert.deepEqual([builds.length, log.length], [0, 0])
})

test('the moment is read from the build; none, and nonsense, are none', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'made-up-build-'))
  t.after(() => {
    rmSync(folder, { recursive: true })
  })
  assert.equal(nextDue(folder), undefined)
  for (const [text, moment] of [
    ['', undefined],
    ['soon', undefined],
    ['2020-01-01T12:00:00.000Z\n', '2020-01-01T12:00:00.000Z'],
  ] as const) {
    writeFileSync(join(folder, 'next-due.txt'), text)
    assert.equal(nextDue(folder)?.toISOString(), moment)
  }
})

/** A stand-in for the build, in a second of which the real one would only have begun. */
const madeUpBuild = `
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { inputsDigest } from './inputs.ts'
const root = new URL('..', import.meta.url).pathname.replace(/\\/$/, '')
const count = existsSync(root + '/count') ? Number(readFileSync(root + '/count', 'utf8')) + 1 : 1
writeFileSync(root + '/count', String(count))
if (existsSync(root + '/fail')) process.exit(1)
const dist = root + '/dist.next'
const write = (name, text) => writeFileSync(dist + '/' + name, text)
mkdirSync(dist + '/client', { recursive: true })
mkdirSync(dist + '/server')
write('client/index.html', 'home of build ' + count)
write('headers.json', JSON.stringify({ everywhere: { 'X-Build': String(count) }, scripted: { addresses: [], headers: {} } }))
if (count > 1) write('redirects.json', '{ "/old/": "/new/" }')
write('publications.json', '{}')
write('server/entry.mjs', 'export const render = async () => "form of build ' + count + '"')
write('built-from.txt', inputsDigest(root))
write('next-due.txt', count === 1 ? new Date(Date.now() + 1000).toISOString() : '')
rmSync(root + '/dist', { recursive: true, force: true })
renameSync(dist, root + '/dist')
`

interface Started {
  readonly root: string
  readonly lines: string[]
  readonly ask: (
    path: string,
  ) => Promise<{ status: number; build: unknown; text: string; socket: number }>
  readonly end: () => Promise<number | null>
}

function madeUpProject(t: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'made-up-project-'))
  t.after(() => {
    rmSync(root, { recursive: true })
  })
  for (const part of ['server', 'requests', 'document', 'configuration.ts', 'next-due.ts']) {
    cpSync(join(project, 'src', part), join(root, 'src', part), { recursive: true })
  }
  for (const name of ['start.ts', 'rebuild.ts', 'inputs.ts']) {
    cpSync(join(project, 'scripts', name), join(root, 'scripts', name))
  }
  for (const name of ['astro.config.mjs', 'package-lock.json', 'tsconfig.json']) {
    writeFileSync(join(root, name), '')
  }
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(root, 'scripts', 'build.ts'), madeUpBuild)
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'))
  return root
}

async function start(t: TestContext, root: string): Promise<Started> {
  const program = spawn(process.execPath, [join(root, 'scripts', 'start.ts')], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.after(() => program.kill('SIGKILL'))
  const lines: string[] = []
  const output = createInterface(program.stdout)
  const ended = once(program, 'close')
  const port = await new Promise<string>((resolve, reject) => {
    output.on('line', (line) => {
      lines.push(line)
      const found = / at http:\/\/localhost:(\d+)$/.exec(line)?.[1]
      if (found !== undefined) resolve(found)
    })
    program.once('close', () => {
      reject(new Error(`It ended: ${lines.join('\n')}`))
    })
  })
  // One connection, which must outlive the build.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  t.after(() => {
    agent.destroy()
  })
  const ask: Started['ask'] = async (path) => {
    const { promise, resolve, reject } =
      Promise.withResolvers<Awaited<ReturnType<Started['ask']>>>()
    get({ host: '127.0.0.1', port, path, agent }, (response) => {
      let text = ''
      const { statusCode: status = 0, headers, socket } = response
      const { localPort = 0 } = socket
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      response.on('end', () => {
        resolve({ status, build: headers['x-build'], text, socket: localPort })
      })
    }).on('error', reject)
    return promise
  }
  const end = async () => {
    program.kill('SIGTERM')
    await ended
    return program.exitCode
  }
  return { root, lines, ask, end }
}

/** Asks until the answer is right; a test that waits too long fails by its time-out. */
async function until<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
  }
}

const limit = { timeout: 30_000 }

test('npm start serves, builds when something becomes due, and takes it up', limit, async (t) => {
  const { root, lines, ask, end } = await start(t, madeUpProject(t))
  const first = await ask('/')
  assert.deepEqual([first.text, first.build], ['home of build 1', '1'])
  assert.equal((await ask('/request-a-format/')).text, 'form of build 1')
  assert.equal((await ask('/old/')).status, 404)

  const second = await until(
    () => ask('/'),
    ({ build }) => build === '2',
  )
  assert.equal(second.text, 'home of build 2')
  assert.equal(second.socket, first.socket, 'the connection was dropped')
  assert.equal((await ask('/request-a-format/')).text, 'form of build 2')
  assert.equal((await ask('/old/')).status, 301)
  await until(
    () => Promise.resolve(lines),
    (those) => those.some((line) => line.includes('"event":"rebuilt"')),
  )
  assert.equal(readFileSync(join(root, 'count'), 'utf8'), '2')
  assert.equal(await end(), 0)

  const again = await start(t, root)
  assert.equal(
    (await again.ask('/')).text,
    'home of build 2',
    'it was built though nothing changed',
  )
  assert.equal(await again.end(), 0)

  writeFileSync(join(root, 'dist', 'next-due.txt'), '2020-01-01T00:00:00Z')
  const due = await start(t, root)
  assert.equal((await due.ask('/')).text, 'home of build 3', 'it was not built though it was due')
  assert.equal(await due.end(), 0)
})

test('a rebuild that fails leaves the last good site, and is in the log', limit, async (t) => {
  const root = madeUpProject(t)
  const { lines, ask, end } = await start(t, root)
  writeFileSync(join(root, 'fail'), '')
  await until(
    () => ask('/'),
    () => lines.some((line) => line.includes('"event":"not-rebuilt"')),
  )
  const { text, build } = await ask('/')
  assert.deepEqual([text, build], ['home of build 1', '1'])
  assert.equal(await end(), 0)
})
