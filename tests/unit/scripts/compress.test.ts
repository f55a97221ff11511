import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { compressSite } from '../../../scripts/compress.ts'

test('only what changed since the last build is newer than it', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'compress-'))
  t.after(() => {
    rmSync(folder, { recursive: true })
  })
  const build = (name: string, before: string, files: Record<string, string>): string => {
    const site = join(folder, name)
    mkdirSync(site)
    for (const [file, content] of Object.entries(files)) writeFileSync(join(site, file), content)
    compressSite(site, join(folder, before))
    return site
  }
  const first = build('first', 'none', { 'same.html': 'same', 'changed.html': 'a' })
  const published = new Date('2016-11-25T00:00:00Z')
  for (const file of ['same.html', 'same.html.br', 'changed.html']) {
    utimesSync(join(first, file), published, published)
  }
  const second = build('second', 'first', { 'same.html': 'same', 'changed.html': 'b' })

  assert.deepEqual(statSync(join(second, 'same.html')).mtime, published)
  assert.deepEqual(statSync(join(second, 'same.html.br')).mtime, published)
  assert.notDeepEqual(statSync(join(second, 'changed.html')).mtime, published)
})

test("pages, feeds and the search's files get their copies, and what is packed gets none", (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'compress-'))
  t.after(() => {
    rmSync(folder, { recursive: true })
  })
  const texts = ['x.html', 'feed.xml', 'feed.json', 'x.md', 'x.txt', 'x.js']
  const index = ['a.wasm', 'a.pagefind']
  const parts = ['a.pf_meta', 'a.pf_index', 'a.pf_fragment', 'a.pf_filter']
  const packed = [...parts, 'x.pdf', 'x.epub', 'x.png', 'x.woff2']
  const content = Buffer.from('made up '.repeat(50))
  for (const name of [...texts, ...index, ...packed]) writeFileSync(join(folder, name), content)

  const { files } = compressSite(folder, join(folder, 'none'))
  assert.deepEqual(files.toSorted(), [...texts, ...index, ...packed].toSorted())
  for (const name of [...texts, ...index]) {
    assert.deepEqual(brotliDecompressSync(readFileSync(join(folder, `${name}.br`))), content)
    assert.deepEqual(gunzipSync(readFileSync(join(folder, `${name}.gz`))), content)
  }
  for (const name of packed) assert.ok(!existsSync(join(folder, `${name}.br`)), name)
})
