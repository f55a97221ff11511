import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
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
