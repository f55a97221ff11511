import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { test, type TestContext } from 'node:test'
import { followConnections, type Connections } from '../../../src/server/connections.ts'
import { readToEnd } from './site.ts'

const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'
/** Far more than a stop takes, so that a test that relies on the deadline runs out of time. */
const LONG = 60_000

interface Started {
  readonly server: Server
  readonly connections: Connections
  /** A connection, seen from the reader's side, that the server has accepted. */
  readonly open: () => Promise<Socket>
  /** The answer to the next request, not yet begun. */
  readonly nextAnswer: () => Promise<ServerResponse>
}

async function start(t: TestContext): Promise<Started> {
  const server = createServer()
  const connections = followConnections(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  assert.ok(typeof address === 'object' && address)
  return {
    server,
    connections,
    open: async () => {
      const accepted = once(server, 'connection')
      const socket = connect(address.port, '127.0.0.1')
      t.after(() => socket.destroy())
      await accepted
      return socket
    },
    nextAnswer: () =>
      new Promise((resolve) => {
        server.once('request', (_request, response) => {
          resolve(response)
        })
      }),
  }
}

test('an unused connection does not hold up the stop', { timeout: 5_000 }, async (t) => {
  const { connections, open } = await start(t)
  const socket = await open()
  await Promise.all([readToEnd(socket), connections.stop(LONG)])
})

test('a connection kept alive does not hold up the stop', { timeout: 5_000 }, async (t) => {
  const { connections, open, nextAnswer } = await start(t)
  const socket = await open()
  const next = nextAnswer()
  socket.write(REQUEST)
  const answer = await next
  answer.end('done')
  await once(answer, 'close')
  await Promise.all([readToEnd(socket), connections.stop(LONG)])
})

test('an answer under way is finished before the stop', { timeout: 5_000 }, async (t) => {
  const { server, connections, open, nextAnswer } = await start(t)
  const socket = await open()
  const next = nextAnswer()
  socket.write(REQUEST)
  const answer = await next
  answer.write('first,')

  const stopped = connections.stop(LONG)
  assert.equal(server.listening, false)
  answer.end('last')
  const text = await readToEnd(socket)
  await stopped
  assert.match(text, /first,.*last/s)
})

test('an answer that does not end is cut off in the end', { timeout: 5_000 }, async (t) => {
  const { connections, open, nextAnswer } = await start(t)
  const socket = await open()
  const next = nextAnswer()
  socket.write(REQUEST)
  const answer = await next
  answer.write('first,')
  await Promise.all([readToEnd(socket), connections.stop(50)])
})

test('an answer has begun from its first byte to its end', async (t) => {
  const { connections, open, nextAnswer } = await start(t)
  const socket = await open()
  const next = nextAnswer()
  socket.write(REQUEST)
  const answer = await next
  const { socket: served } = answer.req
  assert.equal(connections.hasBegun(served), false)
  answer.write('first,')
  assert.equal(connections.hasBegun(served), true)
  answer.end()
  await once(answer, 'close')
  assert.equal(connections.hasBegun(served), false)
})
