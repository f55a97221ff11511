import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertSecured, HEADERS, startSite, withCopies } from './site.ts'

const SCRIPTED = { ...HEADERS.everywhere, ...HEADERS.scripted.headers }
const FILES = {
  ...withCopies('search/index.html', 'search'),
  'search/index/index.html': 'below',
  'search/x.js': 'script',
  'index.html': 'home',
  'x/search/index.html': 'another',
  '404.html': 'not here',
}

const READERS: { status: number; headers?: Record<string, string>; method?: string }[] = [
  { status: 200 },
  { status: 200, headers: { 'Accept-Encoding': 'br' } },
  { status: 200, method: 'HEAD' },
  { status: 206, headers: { Range: 'bytes=0-1' } },
  // What is said of an unchanged page counts for the copy that its reader has.
  { status: 304, headers: { 'If-None-Match': '*' } },
]

for (const { status, headers, method = 'GET' } of READERS) {
  const question = `${method} ${JSON.stringify(headers ?? {})}`
  test(`only the search page may run scripts: ${status} to ${question}`, async (t) => {
    const site = await startSite(t, FILES)
    for (const path of ['/search/', '/search/?q=x', '/search/index.html']) {
      const answer = await site.ask(path, headers, method)
      assert.equal(answer.status, status, path)
      assertSecured(answer.headers, SCRIPTED)
    }
    for (const path of ['/', '/search/x.js', '/search/index/', '/x/search/']) {
      const answer = await site.ask(path, headers, method)
      assert.equal(answer.status, status, path)
      assertSecured(answer.headers)
    }
  })
}

test('an answer that is not the search page has the strict policy at its address too', async (t) => {
  const site = await startSite(t, FILES)
  for (const [status, path, headers, method] of [
    [301, '/search', {}, 'GET'],
    [404, '/search/nothing', {}, 'GET'],
    [404, '/search//', {}, 'GET'],
    [405, '/search/', {}, 'POST'],
    [412, '/search/', { 'If-Match': '"gone"' }, 'GET'],
    [416, '/search/', { Range: 'bytes=99-' }, 'GET'],
    [421, '/search/', { Host: 'evil.example' }, 'GET'],
  ] as const) {
    const answer = await site.ask(path, headers, method)
    assert.equal(answer.status, status, path)
    assertSecured(answer.headers)
  }
})
