import { once } from 'node:events'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { readHeaders } from '../src/server/serve.ts'
import { createSiteServer } from '../src/server/site-server.ts'
import { findBrowser } from './browser.ts'

export interface FirstSearch {
  requests: number
  /** Bodies and headers, as they travel. */
  bytes: number
  /** Milliseconds from asking for the page to the results on it. */
  wait: number
}

/**
 * What a browser that was never here fetches, from the search page to its first results.
 * @param site the folder of a built site.
 * @param words what is searched for.
 */
export async function measureFirstSearch(site: string, words: string): Promise<FirstSearch> {
  const server = createSiteServer({
    folder: site,
    headers: await readHeaders(join(site, '..', 'headers.json')),
    allowedHosts: ['127.0.0.1'],
    log: () => undefined,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const browser = await chromium.launch(await findBrowser())
  try {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The server has no port')
    const page = await browser.newPage()
    const network = await page.context().newCDPSession(page)
    let bytes = 0
    let requests = 0
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
      requests++
    })
    await network.send('Network.enable')
    const query = new URLSearchParams({ q: words }).toString()
    const start = performance.now()
    await page.goto(`http://127.0.0.1:${address.port}/search/?${query}`)
    await page.locator('#answer h3').first().waitFor()
    return { requests, bytes, wait: performance.now() - start }
  } finally {
    await browser.close()
    server.close()
  }
}
