import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { RequestStore } from '../../src/requests/store.ts'
import { sqliteDatabase } from '../unit/requests/databases.ts'
import {
  fields,
  FORM,
  referenceOf,
  shownFields,
  startServer,
  type RunningServer,
} from './running.ts'

const MEGABYTE = 1024 * 1024
const HEAD = `POST ${FORM} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n`

/** All that comes until the server closes the connection. */
function readToEnd(socket: Socket): Promise<string> {
  let text = ''
  return new Promise((resolve) => {
    socket.on('data', (piece) => (text += piece.toString('latin1')))
    // What was still being sent when the server closed is of no interest.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      resolve(text)
    })
  })
}

async function assertServed(server: RunningServer): Promise<void> {
  const started = performance.now()
  assert.equal((await server.get('/')).status, 200)
  referenceOf(await server.post(fields({ details: String(performance.now()) })))
  assert.ok(performance.now() - started < 2_000, 'others have to wait')
}

/** Sends a body as fast as it is taken, until it is all sent or the server closes. */
async function flood(socket: Socket, megabytes: number): Promise<void> {
  const piece = Buffer.alloc(MEGABYTE, 'x')
  for (let sent = 0; sent < megabytes && socket.writable; sent++) {
    if (socket.write(piece)) continue
    // It breaks when the server has closed it, which is what it should do.
    await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined)
  }
}

test('300 MB: refused, not read, and not held in memory', { timeout: 60_000 }, async (t) => {
  const server = await startServer(t, sqliteDatabase(t).env)
  await assertServed(server)
  const before = server.memory()
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, server.memory())
  }, 20)
  t.after(() => {
    clearInterval(watch)
  })
  for (const head of ['Content-Length: 314572800', 'Transfer-Encoding: chunked']) {
    const socket = await server.open()
    const answer = readToEnd(socket)
    socket.write(`${HEAD}${head}\r\n\r\n${head.startsWith('T') ? '12c00000\r\n' : ''}details=`)
    await Promise.all([flood(socket, 300), assertServed(server)])
    // A peer that sends on after the answer may lose it: then the connection is all that it sees.
    assert.match(await answer, /^(?:$|HTTP\/1\.1 413 )/, head)
  }
  t.diagnostic(`${((most - before) / MEGABYTE).toFixed(1)} MB more`)
  assert.ok(most - before < 20 * MEGABYTE)
})

test(
  'slow headers and slow bodies are answered, and keep nobody waiting',
  { timeout: 60_000 },
  async (t) => {
    const server = await startServer(t, sqliteDatabase(t).env)
    await assertServed(server)
    const before = server.memory()
    const slow = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const socket = await server.open()
        const isHead = index % 2 === 0
        socket.write(isHead ? HEAD : `${HEAD}Content-Length: 1000\r\n\r\n`)
        const drip = setInterval(() => socket.write(isHead ? 'X-A: b\r\n' : 'x'), 500)
        const answer = await readToEnd(socket)
        clearInterval(drip)
        return answer
      }).concat(
        (async () => {
          await sleep(5_000)
          await assertServed(server)
          assert.ok(server.memory() - before < 20 * MEGABYTE)
          return 'HTTP/1.1 408 '
        })(),
      ),
    )
    for (const answer of slow) assert.match(answer, /^HTTP\/1\.1 408 /)
    await assertServed(server)
  },
)

test('3,000 fields, and fields with strange names, are a form like any other', async (t) => {
  const { env, open } = sqliteDatabase(t)
  const server = await startServer(t, env)
  const many = Array.from({ length: 3_000 }, (_, index) => `f${index}=1`).join('&')
  const strange = '__proto__=1&constructor=2&toString=3&email=second@made-up.example'
  const reference = referenceOf(
    await server.post(`${new URLSearchParams(fields()).toString()}&${strange}&${many}`),
  )
  const stored = await new RequestStore(await open()).read(reference)
  assert.equal(stored?.email, 'person@made-up.example')
})

test('what is no request of this site gets a 4xx, and the server goes on', async (t) => {
  const server = await startServer(t, sqliteDatabase(t).env)
  const wrong: [head: string, status: number][] = [
    [`TRACE ${FORM} HTTP/1.1\r\nHost: localhost`, 405],
    [`PUT ${FORM} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3`, 405],
    ['POST /request-a-format/sent/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3', 405],
    ['POST /press-releases/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3', 405],
    [`POST ${FORM} HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 3`, 421],
    [`POST ${FORM} HTTP/1.1\r\nHost: u:p@localhost\r\nContent-Length: 3`, 400],
    [`GET ${FORM} HTTP/1.1\r\nHost: evil.example`, 421],
    [`${HEAD}Content-Length: 3\r\nContent-Length: 4`, 400],
    [`${HEAD}Content-Length: 3\r\nTransfer-Encoding: chunked`, 400],
    [`${HEAD}X: ${'y'.repeat(20_000)}`, 431],
    ['GET /feed.xml HTTP/1.1\r\nHost: localhost\r\nRange: bytes=99999999-', 416],
  ]
  for (const [head, status] of wrong) {
    const socket = await server.open()
    socket.write(`${head}\r\nConnection: close\r\n\r\n${head.includes('Length') ? 'xyz' : ''}`)
    assert.match(await readToEnd(socket), new RegExp(`^HTTP/1\\.1 ${status} `), head.slice(0, 80))
  }
  const options = await server.ask({ path: FORM, method: 'OPTIONS' })
  assert.equal(options.headers.allow, 'GET, HEAD, POST')
  // A range that is none is no reason to keep the page back (RFC 9110, section 14.2).
  const range = await server.get('/feed.xml', { Range: 'bytes=5-1' })
  assert.ok([200, 416].includes(range.status))
  await assertServed(server)
})

test('a body that waits for "100 Continue" is asked for, for the form only', async (t) => {
  const server = await startServer(t, sqliteDatabase(t).env)
  const body = new URLSearchParams(fields()).toString()
  const socket = await server.open()
  socket.write(
    `${HEAD}Content-Length: ${body.length}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`,
  )
  const [first] = (await once(socket, 'data')) as [Buffer]
  assert.match(first.toString(), /^HTTP\/1\.1 100 Continue\r\n/)
  const rest = readToEnd(socket)
  socket.write(body)
  assert.match(await rest, /^HTTP\/1\.1 303 /)
})

/** Each is typed into every field; none may come out as more than the text that it is. */
const hostile = [
  '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  "'; DROP TABLE requests; --",
  'a\r\nBcc: everybody@made-up.example\r\n\r\nbody',
  'nul \0 and escape \x1b[31mred\x1b]0;title\x07',
  'turned \u202Eround\u2066 and hid\u200Bden',
  '=HYPERLINK("http://evil.example";"x")',
  '\uD800 half a character, and 👩🏽‍🦯 a whole one',
  '{{7*7}} ${7*7} <%= 7*7 %>',
]

for (const words of hostile) {
  test(`harmless in the page, the address and the log: ${JSON.stringify(words)}`, async (t) => {
    const { env, open } = sqliteDatabase(t)
    const server = await startServer(t, env)
    const names = [
      'page',
      'other_format',
      'assistive_technology',
      'details',
      'name',
      'email',
      'telephone',
      'postal_address',
      'form_id',
      'token',
      'leave_empty',
    ]
    const everywhere = Object.fromEntries(names.map((name) => [name, words]))
    const wrong = await server.post({ ...everywhere, format: words })
    assert.equal(wrong.status, 400)
    const shown = shownFields(wrong.text)
    // A body of a form is UTF-8, where half a character cannot be written.
    const typed = words.toWellFormed().replace(/[\0\x07\x1b]/g, '')
    assert.equal(shown.page?.replaceAll('\r\n', '\n'), typed.replaceAll('\r\n', '\n'))
    // Within the quotes of an attribute, such marks are words.
    const withoutValues = wrong.text.replace(/="[^"]*"/g, '')
    assert.doesNotMatch(withoutValues, /<script>|<img|<%|\x1b/)

    const right = {
      ...everywhere,
      format: 'other',
      email: 'person@made-up.example',
      telephone: `${words} 12345`,
    }
    const answer = await server.post(right)
    const reference = referenceOf(answer)
    const stored = await new RequestStore(await open()).read(reference)
    assert.ok(stored)
    for (const [name, value] of Object.entries(stored)) {
      assert.doesNotMatch(
        String(value),
        /[\0-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069\u200B]/,
        name,
      )
    }
    assert.doesNotMatch(stored.name, /\n/)
    const log = server.lines.filter((line) => line.startsWith('{')).join('\n')
    assert.ok(!log.includes('evil') && !log.includes('DROP') && !log.includes('Bcc'), log)
    await server.end('SIGTERM')
  })
}
