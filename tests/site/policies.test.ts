import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { securityHeaders, staticHostHeaders } from '../../src/server/headers.ts'
import { createSiteServer } from '../../src/server/site-server.ts'

/** Says in the title which of the things that run have run. */
const script = `
document.title = 'script'
const tries = {
  WebAssembly: () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])),
  fetch: () => fetch('/search/x.js'),
  eval: async () => new Function('')(),
}
;(async () => {
  for (const [name, run] of Object.entries(tries)) {
    await run().then(() => { document.title += ', ' + name }, () => {})
  }
  document.title += '.'
})()`
const page = `<!doctype html><html lang="en"><title>nothing</title>
<script src="/search/x.js"></script><script>document.title = 'a script in the text'</script>`
const files: Record<string, string> = {
  'index.html': page,
  'made-up/index.html': page,
  'search/index.html': page,
  'search/x.js': script,
  '404.html': page,
}
const headers = securityHeaders([])

const readAddresses = ['/', '/made-up/', '/made-up/unknown/']
const cases = [
  { host: 'our server', start: startOurs, strict: [...readAddresses, '/unknown/', '/search/x/'] },
  { host: 'a host that joins values', start: () => startOther('joined'), strict: readAddresses },
  { host: 'a host of exact rules', start: () => startOther('exact'), strict: readAddresses },
]

for (const { host, start, strict } of cases) {
  test(`scripts run on the search page of ${host} only`, async ({ page }) => {
    const { server, stop } = await start()
    const address = server.address()
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    try {
      await page.goto(`${origin}/search/?q=x`)
      await expect(page).toHaveTitle('script, WebAssembly, fetch.')
      for (const path of strict) {
        await page.goto(origin + path)
        expect(await page.title(), path).toBe('nothing')
      }
    } finally {
      server.closeAllConnections()
      server.close()
      await stop()
    }
  })
}

interface Started {
  server: Server
  stop: () => Promise<void>
}

async function startOurs(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'policies-'))
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  const server = createSiteServer({
    folder,
    headers,
    allowedHosts: ['127.0.0.1'],
    log: () => undefined,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, stop: () => rm(folder, { recursive: true }) }
}

/** Reads _headers in one of the two ways that hosts have, with rules in order of exactness. */
async function startOther(manner: 'joined' | 'exact'): Promise<Started> {
  const rules = staticHostHeaders(headers, Object.keys(files))
    .split(/^(?=\/)/m)
    .map((rule) => {
      const [path = '', ...lines] = rule.trimEnd().split('\n  ')
      return { path, lines: lines.map((line) => line.split(': ', 2)) }
    })
    .toSorted((one, other) => exactness(one.path) - exactness(other.path))

  const server = createServer(({ url = '' }, response) => {
    const [address = ''] = url.split('?')
    for (const { path, lines } of rules) {
      const folder = path.endsWith('*') ? path.slice(0, -1) : undefined
      if (folder === undefined ? address !== path : !address.startsWith(folder)) continue
      for (const [name = '', value = ''] of lines) {
        const before = manner === 'joined' ? response.getHeader(name) : undefined
        response.setHeader(name, before === undefined ? value : `${String(before)}, ${value}`)
      }
    }
    const isScript = address.endsWith('.js')
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, stop: () => Promise.resolve() }
}

function exactness(path: string): number {
  return path.endsWith('*') ? path.length : Number.MAX_SAFE_INTEGER
}
