import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** Which of a server's connections have an answer under way. */
export interface Connections {
  readonly isAnswering: (socket: Duplex) => boolean
  /**
   * Stops the server: no new connection, no further request on one that is open, and the answers
   * under way are finished.
   *
   * @param patience milliseconds after which what is still unfinished is cut off
   * @returns when the last connection has closed
   */
  readonly stop: (patience: number) => Promise<void>
}

/**
 * Follows the connections of a server. Node's own `closeIdleConnections` is not enough to stop: a
 * connection that a browser opened in advance counts as busy until `headersTimeout`.
 *
 * @param server a server that does not listen yet
 */
export function followConnections(server: Server): Connections {
  // A connection with pipelined requests has several answers to come.
  const answers = new Map<Duplex, number>()
  let stopping = false

  server.on('connection', (socket) => {
    answers.set(socket, 0)
    socket.once('close', () => answers.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    answers.set(socket, (answers.get(socket) ?? 0) + 1)
    response.once('close', () => {
      const left = (answers.get(socket) ?? 1) - 1
      if (answers.has(socket)) answers.set(socket, left)
      if (stopping && left === 0) socket.destroySoon()
    })
  })

  return {
    isAnswering: (socket) => (answers.get(socket) ?? 0) > 0,
    stop: (patience) =>
      new Promise((resolve) => {
        stopping = true
        const deadline = setTimeout(() => {
          server.closeAllConnections()
        }, patience)
        server.close(() => {
          clearTimeout(deadline)
          resolve()
        })
        for (const [socket, running] of answers) if (running === 0) socket.destroy()
      }),
  }
}
