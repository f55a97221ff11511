import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { test } from 'node:test'
import { assertSecured, readToEnd, startSite } from './site.ts'

test('one entry a request, with nothing about who asked', async (t) => {
  const site = await startSite(t, { 'x.txt': 'x' })
  await site.ask('/x.txt?name=Ann', { 'User-Agent': 'Browser', Referer: 'http://elsewhere/' })

  const { time, ms, ...rest } = await site.firstEntry
  assert.equal(site.log.length, 1)
  assert.deepEqual(rest, { method: 'GET', status: 200, route: '/x.txt' })
  assert.equal(new Date(time).toISOString(), time)
  assert.ok(Number.isInteger(ms) && ms >= 0)
})

test('what somebody typed is not logged when there is no such page', async (t) => {
  const site = await startSite(t)
  await site.ask('/ann@made-up.example/')
  const entry = await site.firstEntry
  assert.equal(entry.route, '-')
  assert.equal(JSON.stringify(entry).includes('ann'), false)
})

test('a page is logged as the site knows it', async (t) => {
  const site = await startSite(t, { 'x/index.html': 'x' })
  await site.send('GET http://localhost/%78/?q HTTP/1.1\r\nConnection: close\r\n\r\n')
  assert.equal((await site.firstEntry).route, '/x/')
})

test('a reader who goes before there is an answer has no status', async (t) => {
  const site = await startSite(t)
  site.server.prependOnceListener('request', ({ socket }: IncomingMessage) => socket.destroy())
  await assert.rejects(site.ask('/'))
  assert.equal((await site.firstEntry).status, 0)
})

for (const host of ['localhost', '10.1.2.3']) {
  test(`/healthz answers "ok" to a probe that asks for ${host}`, async (t) => {
    const site = await startSite(t)
    const answer = await site.ask('/healthz', { Host: host })
    assert.equal(answer.status, 200)
    assert.equal(answer.body.toString(), 'ok')
    assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8')
    assert.equal(answer.headers['cache-control'], 'no-store')
    assertSecured(answer.headers)
  })
}

test('/healthz answers HEAD and nothing but GET beside it', async (t) => {
  const site = await startSite(t)
  assert.equal((await site.ask('/healthz', {}, 'HEAD')).status, 200)
  assert.equal((await site.ask('/healthz', {}, 'POST')).status, 405)
})

test('/readyz says when the server has begun to stop', async (t) => {
  const site = await startSite(t, { 'big.bin': Buffer.alloc(32 * 1024 * 1024) })
  assert.equal((await site.ask('/readyz')).body.toString(), 'ready')

  const socket = await site.open()
  socket.write('GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await once(socket, 'readable')
  site.server.close()
  socket.write('GET /readyz HTTP/1.1\r\nConnection: close\r\n\r\n')
  const answer = (await readToEnd(socket)).slice(-2_000)
  assert.match(answer, /HTTP\/1\.1 503 .*stopping$/s)
})
