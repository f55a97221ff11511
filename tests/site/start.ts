import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { findBrowser } from '../../scripts/browser.ts'
import { createSiteServer } from '../../src/server/site-server.ts'
import { folder } from './pages.ts'

/**
 * Finds a browser and serves the built site on a free port with the server that the public meets.
 *
 * @returns what stops the server again
 */
export default async function start(): Promise<() => void> {
  const browser = await findBrowser()
  const headers = z
    .record(z.string(), z.string())
    .parse(JSON.parse(await readFile(join(folder, '..', 'headers.json'), 'utf8')))

  const server = createSiteServer({
    folder,
    headers,
    allowedHosts: ['127.0.0.1'],
    log: ({ error }) => {
      if (error !== undefined) console.error(error)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')

  process.env.SITE_UNDER_TEST = `http://127.0.0.1:${address.port}`
  process.env.BROWSER_UNDER_TEST = JSON.stringify(browser)
  return () => {
    server.close()
    server.closeAllConnections()
  }
}
