import assert from 'node:assert/strict'
import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { assertSecured, startSite, withCopies } from './site.ts'

const PAGE = '<p>Announcement</p>'.repeat(40)
const BRIEFLY = 'public, max-age=60, must-revalidate'

test('each file has its type, and each text its charset', async (t) => {
  const types = {
    'x/index.html': 'text/html; charset=utf-8',
    'x.txt': 'text/plain; charset=utf-8',
    'x.css': 'text/css; charset=utf-8',
    'x.js': 'text/javascript; charset=utf-8',
    'x.svg': 'image/svg+xml; charset=utf-8',
    'x.xml': 'application/xml; charset=utf-8',
    'x.json': 'application/json; charset=utf-8',
    'feed.xml': 'application/xml; charset=utf-8',
    'feed.json': 'application/feed+json; charset=utf-8',
    'x/feed.json': 'application/feed+json; charset=utf-8',
    'x/other-feed.json': 'application/json; charset=utf-8',
    'x.md': 'text/markdown; charset=utf-8',
    'x.webmanifest': 'application/manifest+json',
    'x.brf': 'application/x-brf',
    'x.pef': 'application/x-pef+xml',
    'x.epub': 'application/epub+zip',
    'x.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'x.odt': 'application/vnd.oasis.opendocument.text',
    'x.pdf': 'application/pdf',
    'x.png': 'image/png',
    'x.ico': 'image/vnd.microsoft.icon',
    'x.woff2': 'font/woff2',
    'x.wasm': 'application/wasm',
    'wasm.en.pagefind': 'application/octet-stream',
    'pagefind.en_1a2b3c4d5e.pf_meta': 'application/octet-stream',
    'en_1a2b3c4.pf_index': 'application/octet-stream',
    'en_1a2b3c4.pf_fragment': 'application/octet-stream',
    'en_1a2b3c4.pf_filter': 'application/octet-stream',
    'x.unheard-of': 'application/octet-stream',
  }
  const site = await startSite(t, Object.fromEntries(Object.keys(types).map((name) => [name, 'x'])))
  for (const [name, type] of Object.entries(types)) {
    assert.equal((await site.ask(`/${name}`)).headers['content-type'], type, name)
  }
})

test('a page is sent in the coding that the reader takes, under its own type and tag', async (t) => {
  const site = await startSite(t, withCopies('x/index.html', PAGE))
  const plain = await site.ask('/x/')
  const brotli = await site.ask('/x/', { 'Accept-Encoding': 'gzip, br' })
  const gzip = await site.ask('/x/', { 'Accept-Encoding': 'gzip, br;q=0' })

  assert.equal(plain.headers['content-encoding'], undefined)
  assert.equal(plain.body.toString(), PAGE)
  assert.equal(brotli.headers['content-encoding'], 'br')
  assert.equal(brotliDecompressSync(brotli.body).toString(), PAGE)
  assert.equal(gzip.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(gzip.body).toString(), PAGE)

  for (const { status, headers, body } of [plain, brotli, gzip]) {
    assert.equal(status, 200)
    assert.equal(headers['content-type'], 'text/html; charset=utf-8')
    assert.equal(headers.vary, 'Accept-Encoding')
    assert.equal(headers['cache-control'], BRIEFLY)
    assert.equal(headers['content-length'], String(body.length))
    assert.ok(headers['last-modified'])
    assertSecured(headers)
  }
  assert.equal(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size, 3)
})

test('tags differ by coding even when the copies have the same bytes', async (t) => {
  const site = await startSite(t, { 'x.txt': 'x', 'x.txt.br': 'x', 'x.txt.gz': 'x' })
  const tags = new Set<string | undefined>()
  for (const accept of ['identity', 'br', 'gzip']) {
    tags.add((await site.ask('/x.txt', { 'Accept-Encoding': accept })).headers.etag)
  }
  assert.equal(tags.size, 3)
})

test('a file without copies does not vary', async (t) => {
  const site = await startSite(t, { 'x.pdf': 'pdf' })
  const answer = await site.ask('/x.pdf', { 'Accept-Encoding': 'br' })
  assert.equal(answer.headers.vary, undefined)
  assert.equal(answer.headers['content-encoding'], undefined)
})

for (const accept of ['identity', 'br', 'gzip']) {
  test(`a page that has not changed is not sent again (${accept})`, async (t) => {
    const site = await startSite(t, withCopies('x/index.html', PAGE))
    const headers = { 'Accept-Encoding': accept }
    const first = await site.ask('/x/', headers)
    const { etag = '', 'last-modified': modified = '' } = first.headers

    const conditions: Record<string, string>[] = [
      { 'If-None-Match': etag },
      { 'If-Modified-Since': modified },
    ]
    for (const condition of conditions) {
      const again = await site.ask('/x/', { ...headers, ...condition })
      assert.equal(again.status, 304)
      assert.equal(again.body.length, 0)
      assert.equal(again.headers.etag, etag)
      assert.equal(again.headers.vary, 'Accept-Encoding')
      assert.equal(again.headers['cache-control'], BRIEFLY)
      assertSecured(again.headers)
    }
    assert.equal((await site.ask('/x/', { ...headers, 'If-None-Match': '"other"' })).status, 200)

    const other = accept === 'br' ? 'gzip' : 'br'
    const changedCoding = { 'Accept-Encoding': other, 'If-None-Match': etag }
    assert.equal((await site.ask('/x/', changedCoding)).status, 200)
  })
}

/** Writes files again, with one time for every build, as in the image of a container. */
async function rebuild(folder: string, files: Record<string, string | Buffer>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content)
    await utimes(join(folder, name), 1_795_000_000, 1_795_000_000)
  }
}

for (const accept of ['identity', 'br', 'gzip']) {
  test(`a build that changes no byte of a file changes no tag of it (${accept})`, async (t) => {
    const files = withCopies('feed.xml', PAGE)
    const site = await startSite(t, files)
    const headers = { 'Accept-Encoding': accept }
    const { etag = '' } = (await site.ask('/feed.xml', headers)).headers

    await rebuild(site.folder, files)
    const again = await site.ask('/feed.xml', { ...headers, 'If-None-Match': etag })
    assert.equal(again.status, 304)
    assert.equal(again.headers.etag, etag)

    const other = await startSite(t, files)
    assert.equal((await other.ask('/feed.xml', headers)).headers.etag, etag, 'another server')

    await rebuild(site.folder, withCopies('feed.xml', PAGE.replaceAll('A', 'B')))
    const changed = await site.ask('/feed.xml', { ...headers, 'If-None-Match': etag })
    assert.equal(changed.status, 200)
    assert.notEqual(changed.headers.etag, etag)
  })
}

test('a download is taken up again after a build that left its file as it was', async (t) => {
  const files = withCopies('x.txt', '0123456789')
  const site = await startSite(t, files)
  const { etag = '' } = (await site.ask('/x.txt')).headers
  const coded = (await site.ask('/x.txt', { 'Accept-Encoding': 'br' })).headers.etag ?? ''
  await rebuild(site.folder, files)

  const rest = await site.ask('/x.txt', { Range: 'bytes=4-', 'If-Range': etag })
  assert.equal(rest.status, 206)
  assert.equal(rest.body.toString(), '456789')
  assert.equal(rest.headers.etag, etag)

  const ofAnotherCoding = await site.ask('/x.txt', { Range: 'bytes=4-', 'If-Range': coded })
  assert.equal(ofAnotherCoding.status, 200)
  assert.equal(ofAnotherCoding.body.toString(), '0123456789')

  await rebuild(site.folder, { 'x.txt': '9876543210' })
  const changed = await site.ask('/x.txt', { Range: 'bytes=4-', 'If-Range': etag })
  assert.equal(changed.status, 200)
  assert.equal(changed.body.toString(), '9876543210')
})

test('HEAD tells of the answer to GET and sends none of it', async (t) => {
  const site = await startSite(t, withCopies('x/index.html', PAGE))
  const get = await site.ask('/x/', { 'Accept-Encoding': 'br' })
  const head = await site.ask('/x/', { 'Accept-Encoding': 'br' }, 'HEAD')
  assert.equal(head.status, 200)
  assert.equal(head.body.length, 0)
  for (const name of ['content-type', 'content-length', 'content-encoding', 'etag', 'vary']) {
    assert.equal(head.headers[name], get.headers[name], name)
  }
})

test('a part is a part of the file itself', async (t) => {
  const site = await startSite(t, withCopies('x.txt', '0123456789'))
  for (const [range, body, described] of [
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=8-', '89', 'bytes 8-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=5-99', '56789', 'bytes 5-9/10'],
  ]) {
    const answer = await site.ask('/x.txt', { Range: range ?? '', 'Accept-Encoding': 'br' })
    assert.equal(answer.status, 206, range)
    assert.equal(answer.body.toString(), body)
    assert.equal(answer.headers['content-range'], described)
    assert.equal(answer.headers['content-encoding'], undefined)
    assert.equal(answer.headers.vary, 'Accept-Encoding')
    assertSecured(answer.headers)
  }
})

test('a part that does not exist is refused, and says how long the file is', async (t) => {
  const site = await startSite(t, withCopies('x.txt', '0123456789'))
  for (const range of ['bytes=5-1', 'bytes=10-', 'bytes=99-100']) {
    const answer = await site.ask('/x.txt', { Range: range })
    assert.equal(answer.status, 416, range)
    assert.equal(answer.headers['content-range'], 'bytes */10')
    assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8')
    assert.equal(answer.headers.etag, undefined)
    assertSecured(answer.headers)
  }
})

test('a range that means nothing is answered with the whole file', async (t) => {
  const site = await startSite(t, { 'x.txt': '0123456789' })
  for (const range of ['lines=1-2', 'bytes', 'bytes=a-b', 'bytes=0-1,4-5']) {
    const answer = await site.ask('/x.txt', { Range: range })
    assert.ok([200, 416].includes(answer.status), `${range}: ${answer.status}`)
    if (answer.status === 200) assert.equal(answer.body.toString(), '0123456789')
  }
})

test('a part of a version that is gone is answered with the whole file', async (t) => {
  const site = await startSite(t, { 'x.txt': '0123456789' })
  const answer = await site.ask('/x.txt', { Range: 'bytes=2-4', 'If-Range': '"gone"' })
  assert.equal(answer.status, 200)
  assert.equal(answer.body.toString(), '0123456789')
})

test('a version that is gone is refused to those who insist on it', async (t) => {
  const site = await startSite(t, { 'x.txt': 'x' })
  const answer = await site.ask('/x.txt', { 'If-Match': '"gone"' })
  assert.equal(answer.status, 412)
  assert.equal(answer.headers['cache-control'], 'no-store')
  assertSecured(answer.headers)
})

test('an empty file is a file', async (t) => {
  const site = await startSite(t, { 'x.txt': '' })
  const answer = await site.ask('/x.txt')
  assert.equal(answer.status, 200)
  assert.equal(answer.headers['content-length'], '0')
})

test('a file whose name holds its digest is kept for ever, and no other', async (t) => {
  const forEver = [
    '_astro/a.1b2c3d.woff2',
    'search/index/fragment/en-gb_27901b1.pf_fragment',
    'search/index/index/en-gb_b5e74f1.pf_index',
    'search/index/filter/en_6c75d2f.pf_filter',
    'search/index/pagefind.en-gb_eacdf960aec04.pf_meta',
    'search/index/2016/fragment/unknown_27901b1.pf_fragment',
  ]
  const briefly = [
    'x/_astro/a.1b2c3d.woff2',
    'search/index/pagefind.js',
    'search/index/pagefind-worker.js',
    'search/index/pagefind-entry.json',
    'search/index/wasm.en-gb.pagefind',
    'search/index/fragment/en-gb.pf_fragment',
    'search/index/fragment/en_27901b1.pf_fragment.txt',
    'search/en_27901b1.html',
  ]
  const files = Object.fromEntries([...forEver, ...briefly].map((name) => [name, 'x']))
  const site = await startSite(t, files)
  for (const name of forEver) {
    const { headers } = await site.ask(`/${name}`)
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable', name)
  }
  for (const name of briefly) {
    assert.equal((await site.ask(`/${name}`)).headers['cache-control'], BRIEFLY, name)
  }
})
