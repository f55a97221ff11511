import { createServer, get } from 'node:http'
import { once } from 'node:events'
import { expect, test } from '@playwright/test'
import { note, pages, plan, release, site } from './pages.ts'
import { ask } from './wire.ts'

/** Half of the first flight of packets: a page is there after one round trip (issue 2). */
const limit = 7_300

for (const address of ['/', release, plan, note]) {
  test(`${address} comes in one request, without script`, async ({ page }) => {
    const asked: string[] = []
    // Counted on the wire, because no browser's own log tells of the icon that it asks for.
    const counter = createServer((request, response) => {
      asked.push(request.url ?? '')
      const { method, headers } = request
      get(new URL(request.url ?? '', site), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
    }).listen(0, '127.0.0.1')
    await once(counter, 'listening')
    const place = counter.address()
    if (place === null || typeof place === 'string') throw new Error('The counter has no port')

    await page.goto(`http://127.0.0.1:${place.port}${address}`, { waitUntil: 'networkidle' })
    expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
    expect(asked).toEqual([address])
    await page.close()
    counter.close()
  })
}

test(`no page weighs more than ${limit} bytes`, async () => {
  const weights = await Promise.all(
    pages.map(async (address) => {
      const { headers, bytes } = await ask(address, { headers: { 'accept-encoding': 'br' } })
      expect.soft(headers['content-encoding'], address).toBe('br')
      return { address, bytes }
    }),
  )
  weights.sort((one, other) => other.bytes - one.bytes)
  console.log('Bytes of each page as sent with brotli:')
  for (const { address, bytes } of weights) console.log(`${String(bytes).padStart(8)}  ${address}`)
  expect(weights.filter(({ bytes }) => bytes > limit)).toEqual([])
})
