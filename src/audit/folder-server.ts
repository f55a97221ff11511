import { once } from 'node:events'
import { createServer } from 'node:http'
import send from 'send'

/** Files that are served on loopback while they are audited. */
export interface ServedFolder {
  /** With neither path nor slash at its end. */
  readonly origin: string
  readonly close: () => void
}

/**
 * Serves a folder as it is, on a free port of 127.0.0.1.
 *
 * @param folder its full path
 */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    send(request, pathname, { root: folder, dotfiles: 'allow', cacheControl: false })
      .on('error', ({ status }: { status?: number }) => {
        response.writeHead(status ?? 404, { 'Content-Type': 'text/plain' }).end('Not found')
      })
      .pipe(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
