import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { writeRedirects } from '../../../scripts/write-redirects.ts'
import { movedAddresses } from '../../../src/document/moved-addresses.ts'
import { staticHostHeaders } from '../../../src/server/headers.ts'
import { movedPage, readMoved } from '../../../src/server/redirects.ts'
import { ask, assertSecured, HEADERS, startSite, writeFolder } from './site.ts'

const old = '/press-releases/old/'
const now = '/press-releases/new/'
const redirects = [{ from: old, to: now, place: { file: 'made-up.yaml', line: 1, column: 1 } }]

test('an old address and its formats are answered with 301, with their query', async (t) => {
  const files = { 'press-releases/old/index.html': 'a page for other hosts', '404.html': 'none' }
  const site = await startSite(t, files, { moved: movedAddresses([[old, now]]) })
  for (const [path, location] of [
    [old, now],
    [`${old}?a=b&c=%2F`, `${now}?a=b&c=%2F`],
    ['/press-releases/old', now],
    ['/press-releases/old.pdf?x', '/press-releases/new.pdf?x'],
    [`${old}feed.xml`, `${now}feed.xml`],
  ] as const) {
    const answer = await site.ask(path)
    assert.equal(answer.status, 301, path)
    assert.equal(answer.headers.location, location)
    assert.equal(answer.headers['cache-control'], 'public, max-age=60, must-revalidate')
    assertSecured(answer.headers)
  }
  assert.equal((await site.ask('/press-releases/old-one/')).status, 404)
  assert.equal((await site.ask(old, {}, 'POST')).status, 405)
  const { location } = (await site.ask(`${old}/made-up.example/`)).headers
  assert.equal(location, `${now}/made-up.example/`, 'nobody can be sent to another host')
  assert.ok(site.log.every(({ route }) => !route.includes('made-up')))
})

test('the build writes what each kind of host reads', async (t) => {
  const build = await writeFolder(t, { 'client/index.html': 'home' })
  writeRedirects(build, redirects, 'https://made-up.example')
  const file = (name: string) => readFileSync(join(build, name), 'utf8')

  assert.deepEqual(await readMoved(join(build, 'redirects.json')), movedAddresses([[old, now]]))
  const rules = file('client/_redirects').split('\n')
  assert.equal(rules[0], `${old} ${now} 301`)
  assert.ok(
    rules.includes('/press-releases/old-giant-print.pdf /press-releases/new-giant-print.pdf 301'),
  )
  // Cloudflare counts every rule after one with * among the few that it allows of those.
  assert.deepEqual(rules.slice(-2), [`${old}* ${now}:splat 301`, ''])

  const page = file('client/press-releases/old/index.html')
  assert.match(page, /<meta http-equiv="refresh" content="0; url=\/press-releases\/new\/">/)
  assert.match(
    page,
    /<link rel="canonical" href="https:\/\/made-up\.example\/press-releases\/new\/">/,
  )
  assert.match(page, /<meta name="robots" content="noindex">/)
  assert.match(page, /<a href="\/press-releases\/new\/">/)
})

test('a page is never overwritten, and without redirects nothing is written', async (t) => {
  const build = await writeFolder(t, { 'client/press-releases/old/index.html': 'a page' })
  assert.throws(() => {
    writeRedirects(build, redirects, 'https://made-up.example')
  }, /EEXIST/)
  writeRedirects(build, [], 'https://made-up.example')
  assert.ok(!existsSync(join(build, 'redirects.json')))
  assert.deepEqual(await readMoved(join(build, 'redirects.json')), new Map())
})

test('the page at an old address is valid HTML with one heading', async () => {
  const page = movedPage(now, 'https://made-up.example')
  const report = await new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
    rules: { 'doctype-style': 'off' },
  }).validateString(page)
  assert.deepEqual(
    report.results.flatMap(({ messages }) => messages),
    [],
  )
  assert.equal(page.match(/<h1>/g)?.length, 1)
  assert.doesNotMatch(page, /<script|<style|style=/)
})

test('what is written for other hosts is served to nobody', async (t) => {
  const files = { _redirects: `${old} ${now} 301`, _headers: '/*' }
  const site = await startSite(t, files)
  for (const path of ['/_redirects', '/_headers', '/%5Fredirects']) {
    assert.equal((await ask(site.port, path)).status, 404, path)
  }
  assert.doesNotMatch(staticHostHeaders(HEADERS, ['_redirects', 'index.html']), /_redirects/)
})

for (const [name, content] of [
  ['no JSON', '{'],
  ['a list', '[]'],
  ['an address of another host', '{ "/old/": "//made-up.example/" }'],
  ['a line break', '{ "/old/": "/new/\\r\\nX: y" }'],
] as const) {
  test(`redirects.json with ${name} is refused`, async (t) => {
    const build = await writeFolder(t, { 'redirects.json': content })
    await assert.rejects(readMoved(join(build, 'redirects.json')))
  })
}
