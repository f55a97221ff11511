import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** What is under way on a server's connections. */
export interface Connections {
  /** Whether a part of an answer has been sent, and the rest has not. */
  readonly hasBegun: (socket: Duplex) => boolean
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
  const answers = new Map<Duplex, Set<ServerResponse>>()
  let stopping = false

  server.on('connection', (socket) => {
    answers.set(socket, new Set())
    socket.once('close', () => answers.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    const running = answers.get(socket)
    running?.add(response)
    response.once('close', () => {
      running?.delete(response)
      if (stopping && running?.size === 0) socket.destroySoon()
    })
  })

  return {
    hasBegun: (socket) => [...(answers.get(socket) ?? [])].some((response) => response.headersSent),
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
        for (const [socket, running] of answers) if (running.size === 0) socket.destroy()
      }),
  }
}
