import assert from 'node:assert/strict'
import { mkdir, symlink } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { test } from 'node:test'
import { addressOf } from '../../../src/server/files.ts'
import { assertSecured, startSite, withCopies } from './site.ts'

test('a folder shows its index and a file itself', async (t) => {
  const site = await startSite(t, { 'index.html': 'home', 'x/index.html': 'x', 'x.txt': 'text' })
  for (const [path, body] of Object.entries({ '/': 'home', '/x/': 'x', '/x.txt?q=1': 'text' })) {
    const answer = await site.ask(path)
    assert.equal(answer.status, 200, path)
    assert.equal(answer.body.toString(), body)
    assertSecured(answer.headers)
  }
})

test('a folder without its slash leads to the address with it, query kept', async (t) => {
  const site = await startSite(t, { 'a b/é/index.html': 'x' })
  const answer = await site.ask('/a%20b/%C3%A9?q=1&r=%2F')
  assert.equal(answer.status, 301)
  assert.equal(answer.headers.location, '/a%20b/%C3%A9/?q=1&r=%2F')
  assertSecured(answer.headers)

  assert.equal((await site.ask('/a%20b/%C3%A9/')).body.toString(), 'x')
})

test('no path becomes a redirect to another site', async (t) => {
  const site = await startSite(t, { 'evil.example/index.html': 'x', 'index.html': 'home' })
  const paths = [
    '//evil.example',
    '//evil.example/',
    '//evil.example/..',
    '//evil.example/%2e%2e',
    '/%2Fevil.example',
    '/%5Cevil.example',
    '/\\evil.example',
    '/.//evil.example',
  ]
  for (const path of paths) {
    const answer = await site.ask(path)
    assert.equal(answer.status, 404, path)
    assert.equal(answer.headers.location, undefined)
  }
})

test('nothing outside the folder can be reached', async (t) => {
  const site = await startSite(t, { 'x/index.html': 'x' })
  const paths = [
    '/../secret',
    '/x/../../secret',
    '/%2e%2e/secret',
    '/..%2fsecret',
    '/x/..%5c..%5csecret',
  ]
  for (const path of paths) assert.equal((await site.ask(path)).status, 404, path)
})

test('a path that cannot be decoded is refused', async (t) => {
  const site = await startSite(t, { 'x.txt': 'x' })
  for (const path of ['/%', '/%zz', '/%ff', '/x.txt%00', '/%00']) {
    const answer = await site.ask(path)
    assert.equal(answer.status, 400, path)
    assertSecured(answer.headers)
  }
})

test('dot files are not served, but .well-known is', async (t) => {
  const site = await startSite(t, {
    '.env': 'secret',
    '.git/config': 'secret',
    'x/.env': 'secret',
    '.well-known/.env': 'secret',
    'x/.well-known/security.txt': 'no',
    '.well-known/security.txt': 'Contact',
  })
  const hidden = ['/.env', '/%2eenv', '/.git/config', '/x/.env', '/.well-known/.env']
  for (const path of [...hidden, '/x/.well-known/security.txt']) {
    assert.equal((await site.ask(path)).status, 404, path)
  }
  assert.equal((await site.ask('/.well-known/security.txt')).body.toString(), 'Contact')
})

test('a folder without an index, a file with a slash and a very long name are not found', async (t) => {
  const site = await startSite(t, { 'x/y.txt': 'y' })
  for (const path of ['/', '/x', '/x/', '/x/y.txt/', '/x/y.txt/z', `/${'x'.repeat(5_000)}`]) {
    assert.equal((await site.ask(path)).status, 404, path)
  }
})

test('a coded copy has no address of its own', async (t) => {
  const site = await startSite(t, { ...withCopies('x.txt', 'x'), 'data.gz': 'by itself' })
  assert.equal((await site.ask('/x.txt.br')).status, 404)
  assert.equal((await site.ask('/x.txt.gz')).status, 404)
  assert.equal((await site.ask('/data.gz')).body.toString(), 'by itself')
})

test('a file has one address', () => {
  for (const [file, address] of Object.entries({
    'index.html': '/',
    'a b/index.html': '/a%20b/',
    'x/y.txt': '/x/y.txt',
    'x/reindex.html': '/x/reindex.html',
  })) {
    assert.equal(addressOf(file), address)
  }
})

test('the headers for other hosts are no page', async (t) => {
  const site = await startSite(t, { _headers: '/*', 'x/_headers': 'a page of that name' })
  assert.equal((await site.ask('/_headers')).status, 404)
  assert.equal((await site.ask('/%5Fheaders')).status, 404)
  assert.equal((await site.ask('/x/_headers')).status, 200)
})

test("an address that means nothing shows the site's own page", async (t) => {
  const page = 'not here '.repeat(50)
  const site = await startSite(t, withCopies('404.html', page))
  const answer = await site.ask('/nowhere/')
  assert.equal(answer.status, 404)
  assert.equal(answer.body.toString(), page)
  assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8')
  assert.equal(answer.headers['cache-control'], 'no-store')
  assertSecured(answer.headers)

  const coded = await site.ask('/nowhere/', { 'Accept-Encoding': 'br' })
  assert.equal(coded.status, 404)
  assert.equal(coded.headers['content-encoding'], 'br')
  assert.equal(coded.headers.vary, 'Accept-Encoding')

  const head = await site.ask('/nowhere/', {}, 'HEAD')
  assert.equal(head.status, 404)
  assert.equal(head.headers['content-length'], String(page.length))
  assert.equal(head.body.length, 0)

  const part = await site.ask('/nowhere/', { Range: 'bytes=0-3', 'If-Match': '"x"' })
  assert.equal(part.status, 404)
  assert.equal(part.body.toString(), page)
})

test('without such a page there is one sentence', async (t) => {
  const site = await startSite(t)
  const answer = await site.ask('/nowhere/')
  assert.equal(answer.status, 404)
  assert.match(answer.body.toString(), /<title>Page not found<.*no page at this address/s)
  assertSecured(answer.headers)
})

test('a fault of the server is a plain page, is logged, and ends nothing', async (t) => {
  const site = await startSite(t, { 'x.txt': 'x' })
  await symlink('loop', join(site.folder, 'loop'))
  const answer = await site.ask('/loop')
  assert.equal(answer.status, 500)
  assert.match(answer.body.toString(), /could not be sent/)
  assert.doesNotMatch(answer.body.toString(), /ELOOP/)
  assertSecured(answer.headers)
  assert.match((await site.firstEntry).error ?? '', /ELOOP/)

  assert.equal((await site.ask('/x.txt')).status, 200)
})

test('a file that cannot be read to its end is cut off, and ends nothing', async (t) => {
  const site = await startSite(t, { 'x.txt': 'x' })
  site.server.once('request', (_request, response: ServerResponse) => {
    response.once('pipe', (file: Readable) => {
      response.flushHeaders()
      file.destroy(new Error('the disk is broken'))
    })
  })
  await assert.rejects(site.ask('/x.txt'), { code: 'ECONNRESET' })
  assert.match((await site.firstEntry).error ?? '', /the disk is broken/)

  assert.equal((await site.ask('/x.txt')).status, 200)
})

test('a folder with a file name is not sent as a file', async (t) => {
  const site = await startSite(t)
  await mkdir(join(site.folder, 'x.txt'))
  assert.equal((await site.ask('/x.txt')).status, 404)
})
