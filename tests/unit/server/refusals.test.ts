import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { test } from 'node:test'
import { ask, assertSecured, readToEnd, startSite, type Site } from './site.ts'

async function assertAlive(site: Site): Promise<void> {
  assert.equal((await ask(site.port, '/')).status, 200)
}

const HOME = { 'index.html': 'home' }

for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
  test(`${method} is not allowed`, async (t) => {
    const site = await startSite(t, HOME)
    const answer = await site.ask('/', {}, method)
    assert.equal(answer.status, 405)
    assert.equal(answer.headers.allow, 'GET, HEAD')
    assert.equal(answer.headers.connection, 'close')
    assertSecured(answer.headers)
    await assertAlive(site)
  })
}

test('CONNECT is not allowed, and a peer that breaks off ends nothing', async (t) => {
  const site = await startSite(t, HOME)
  const request = 'CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n'
  const answer = await site.send(request)
  assert.match(answer, /^HTTP\/1\.1 405 .*\r\nAllow: GET, HEAD\r\n/s)
  assertSecured(answer)

  const socket = await site.open()
  socket.write(request)
  socket.resetAndDestroy()
  await once(socket, 'close')
  await assertAlive(site)
})

test('OPTIONS of the whole server is not allowed', async (t) => {
  const site = await startSite(t, HOME)
  const answer = await site.send('OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n')
  assert.match(answer, /^HTTP\/1\.1 405 /)
})

test('a large body is answered before it is sent, and the connection is closed', async (t) => {
  const site = await startSite(t, HOME)
  const answer = await site.send(
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 300000000\r\n\r\nname=',
  )
  assert.match(answer, /^HTTP\/1\.1 405 /)
  assertSecured(answer)
})

test('a body that waits for "100 Continue" is never asked for', async (t) => {
  const site = await startSite(t, HOME)
  const answer = await site.send(
    'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n',
  )
  assert.match(answer, /^HTTP\/1\.1 405 /)
})

test('an expectation that nobody knows is ignored', async (t) => {
  const site = await startSite(t, HOME)
  const answer = await site.ask('/', { Expect: 'the-unexpected' })
  assert.equal(answer.status, 200)
  assertSecured(answer.headers)
})

test('an offer to change the protocol is ignored', async (t) => {
  const site = await startSite(t, HOME)
  const answer = await site.send(
    'GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: h2c\r\nConnection: Upgrade, close\r\n\r\n',
  )
  assert.match(answer, /^HTTP\/1\.1 200 .*home$/s)
  assertSecured(answer)
})

const hosts: [name: string, headers: string, status: number][] = [
  ['no Host', '', 421],
  ['an empty Host', 'Host: \r\n', 421],
  ['another host', 'Host: evil.example\r\n', 421],
  ['a user in Host', 'Host: u:p@localhost\r\n', 400],
  ['a path in Host', 'Host: localhost/x\r\n', 400],
  ['two Hosts', 'Host: localhost\r\nHost: evil.example\r\n', 400],
  ['a forwarded host', 'Host: evil.example\r\nX-Forwarded-Host: localhost\r\n', 421],
  ['a host with a port', 'Host: LOCALHOST:9999\r\n', 200],
]

for (const [name, headers, status] of hosts) {
  test(`${name} is answered with ${status}`, async (t) => {
    const site = await startSite(t, HOME)
    const answer = await site.send(`GET / HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`)
    assert.equal(answer.slice(0, 13), `HTTP/1.1 ${status} `)
    assertSecured(answer)
    await assertAlive(site)
  })
}

const targets: [target: string, status: number][] = [
  ['http://localhost/', 200],
  ['http://localhost:1234', 200],
  ['http://evil.example/', 421],
  ['http://u:p@localhost/', 400],
  ['*', 400],
]

for (const [target, status] of targets) {
  test(`the target ${target} is answered with ${status}`, async (t) => {
    const site = await startSite(t, HOME)
    const answer = await site.send(
      `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    )
    assert.equal(answer.slice(0, 13), `HTTP/1.1 ${status} `)
    assertSecured(answer)
  })
}

test('a whole address counts instead of Host', async (t) => {
  const site = await startSite(t, HOME)
  const answer = await site.send(
    'GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
  )
  assert.match(answer, /^HTTP\/1\.1 200 /)
})

for (const bytes of [
  'nonsense\r\n\r\n',
  'GET x HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n',
  'GET / HTTP/1.1\r\nHost localhost\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
]) {
  test(`what is not HTTP is answered with 400: ${JSON.stringify(bytes)}`, async (t) => {
    const site = await startSite(t, HOME)
    const answer = await site.send(bytes)
    assert.match(answer, /^HTTP\/1\.1 400 Bad Request\r\n/)
    assert.match(answer, /could not understand/)
    assertSecured(answer)
    assert.equal((await site.firstEntry).status, 400)
    await assertAlive(site)
  })
}

test('headers of more than 16 KiB are refused', async (t) => {
  const site = await startSite(t, HOME)
  const fits = await site.ask('/', { 'X-Filler': 'x'.repeat(15 * 1024) })
  assert.equal(fits.status, 200)

  const answer = await site.send(
    `GET / HTTP/1.1\r\nHost: localhost\r\nX-Filler: ${'x'.repeat(17 * 1024)}\r\n\r\n`,
  )
  assert.match(answer, /^HTTP\/1\.1 431 /)
  assertSecured(answer)
})

test('the limits are those that were promised', async (t) => {
  const { server } = await startSite(t)
  assert.equal(server.headersTimeout, 10_000)
  assert.equal(server.requestTimeout, 20_000)
})

test('headers that do not come are answered with 408, and the connection is closed', async (t) => {
  const site = await startSite(t, HOME)
  site.server.headersTimeout = 1
  const answer = await site.send('GET / HTTP/1.1\r\nHost: loc')
  assert.match(answer, /^HTTP\/1\.1 408 Request Timeout\r\n/)
  assertSecured(answer)
})

test('a refused peer that keeps its side open is cut off', { timeout: 5_000 }, async (t) => {
  const site = await startSite(t)
  const closed = new Promise<void>((resolve) => {
    site.server.once('connection', (served: Socket) => served.once('close', resolve))
  })
  const socket = connect({ port: site.port, host: '127.0.0.1', allowHalfOpen: true })
  t.after(() => socket.destroy())
  socket.resume().write('nonsense\r\n\r\n')
  await once(socket, 'end')
  await closed
})

test('nonsense after a request whose answer is under way does not get into the answer', async (t) => {
  const site = await startSite(t, { ...HOME, 'big.bin': Buffer.alloc(32 * 1024 * 1024, 'x') })
  const socket = await site.open()
  socket.write('GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await once(socket, 'readable')
  socket.write('nonsense\r\n\r\n')
  assert.doesNotMatch(await readToEnd(socket), /400 Bad Request/)
  await assertAlive(site)
})

test('a reader who breaks off a download ends nothing', async (t) => {
  const site = await startSite(t, { ...HOME, 'big.bin': Buffer.alloc(32 * 1024 * 1024) })
  const socket = await site.open()
  socket.write('GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await once(socket, 'readable')
  socket.resetAndDestroy()
  await once(socket, 'close')
  await assertAlive(site)
})
