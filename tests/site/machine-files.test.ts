import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { imageSize } from 'image-size'
import * as z from 'zod'
import { parse } from 'yaml'
import { site as siteFacts } from '../../src/document/schemas.ts'
import { pages, publications } from './pages.ts'

const facts = siteFacts.parse(parse(readFileSync('content/site.yaml', 'utf8')))

/* What programs fetch and no page shows: pictures of publications, icons, the manifest. */

const manifest = z.object({
  name: z.string(),
  description: z.string(),
  lang: z.string(),
  start_url: z.string(),
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.string() })).min(3),
})

for (const address of publications) {
  test(`${address} has a picture for social sites`, async ({ request }) => {
    const answer = await request.get(`${address.slice(0, -1)}.png`)
    expect(answer.headers()['content-type']).toBe('image/png')
    const { width, height } = imageSize(await answer.body())
    expect([width, height]).toEqual([1200, 630])
  })
}

test('the manifest has the facts of the site, and each icon is there in its size', async ({
  request,
}) => {
  const answer = await request.get('/site.webmanifest')
  expect(answer.headers()['content-type']).toBe('application/manifest+json')
  const { name, description, lang, start_url, icons } = manifest.parse(await answer.json())
  expect({ name, description, lang }).toEqual({
    name: facts.name,
    description: facts.description,
    lang: facts.lang,
  })
  expect(pages).toContain(start_url)
  for (const { src, sizes, type } of icons) {
    const icon = await request.get(src)
    expect(icon.headers()['content-type']).toBe(type)
    const { width, height } = imageSize(await icon.body())
    expect(`${width}x${height}`).toBe(sizes)
  }
})

test('icons that programs ask for by name are there', async ({ request }) => {
  for (const [address, type] of [
    ['/favicon.ico', /^image\/(x-icon|vnd\.microsoft\.icon)$/],
    ['/apple-touch-icon.png', /^image\/png$/],
  ] as const) {
    const answer = await request.get(address)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toMatch(type)
  }
})
