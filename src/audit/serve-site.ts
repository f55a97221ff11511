import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfiguration } from '../configuration.ts'
import { openFormatRequests } from '../server/format-requests.ts'
import { readMoved, REDIRECTS } from '../server/redirects.ts'
import { readHeaders } from '../server/serve.ts'
import { createSiteServer } from '../server/site-server.ts'

export interface ServedSite {
  readonly address: string
  /** The database of its requests, which is empty at first. */
  readonly databaseFile: string
  readonly stop: () => void
}

/**
 * Serves a built site on a free port, with the server that the public meets and a database of its own.
 *
 * @param folder the folder of its pages, in the folder of its build
 * @param now the moment that promises of a date count from
 * @param url the address that it was built for
 */
export async function serveSite(folder: string, now: string, url: string): Promise<ServedSite> {
  const data = mkdtempSync(join(tmpdir(), 'served-site-'))
  const databaseFile = join(data, 'requests.db')
  const configuration = readConfiguration({
    SITE_NOW: now,
    SITE_URL: url,
    DATABASE_FILE: databaseFile,
    // Whoever asks can be a reader of its own, with X-Forwarded-For.
    TRUST_HOPS: '1',
  })
  const dist = join(folder, '..')
  const { form, checkForm, stop } = await openFormatRequests(configuration, dist, dist, (event) => {
    console.error(event)
  })
  const server = createSiteServer({
    folder,
    form,
    checkForm,
    headers: await readHeaders(join(dist, 'headers.json')),
    moved: await readMoved(join(dist, REDIRECTS)),
    allowedHosts: ['127.0.0.1'],
    log: ({ error }) => {
      if (error !== undefined) console.error(error)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    address: `http://127.0.0.1:${address.port}`,
    databaseFile,
    stop: () => {
      server.close()
      server.closeAllConnections()
      void stop().then(() => {
        rmSync(data, { recursive: true, force: true })
      })
    },
  }
}
