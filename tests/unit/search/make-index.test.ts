import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { searchRecord } from '../../../src/formats/search.ts'
import { makeSearchIndex, shardsOf } from '../../../src/search/make-index.ts'
import { addresses, context as ofSpecimens, specimen } from '../formats/written.ts'

const records = addresses.map((address) => searchRecord.write(specimen(address), ofSpecimens))

/** A project's folder and in it a built site that has a page for some addresses. */
function project(context: TestContext, pages: readonly string[]) {
  const root = mkdtempSync(join(tmpdir(), 'search-index-'))
  context.after(() => {
    rmSync(root, { recursive: true })
  })
  const site = join(root, 'site')
  for (const address of pages) {
    mkdirSync(join(site, address), { recursive: true })
    writeFileSync(join(site, address, 'index.html'), 'made up')
  }
  return { root, site, index: join(site, 'search', 'index') }
}

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()

const bytes = (folder: string) =>
  files(folder).map((file) => [
    file.slice(folder.length),
    createHash('sha256').update(readFileSync(file)).digest('hex'),
  ])

test('the same records give the same bytes, with and without what was kept', async (context) => {
  const { root, site, index } = project(context, addresses)
  await makeSearchIndex(root, site, records)
  const first = bytes(index)
  assert.ok(first.length > records.length, 'a file a record and more')

  const [shard = ''] = readdirSync(join(root, '.cache', 'search'))
  const made = statSync(join(root, '.cache', 'search', shard)).mtimeMs
  rmSync(index, { recursive: true })
  await makeSearchIndex(root, site, records.toReversed())
  assert.deepEqual(bytes(index), first)
  assert.equal(statSync(join(root, '.cache', 'search', shard)).mtimeMs, made, 'it was kept')

  rmSync(index, { recursive: true })
  rmSync(join(root, '.cache'), { recursive: true })
  await makeSearchIndex(root, site, records)
  assert.deepEqual(bytes(index), first)
})

test('what has no page is in no file of the index', async (context) => {
  const [hidden = '', ...shown] = addresses
  const { root, site, index } = project(context, shown)
  await makeSearchIndex(root, site, records)
  const words = readFileSync(join(index, 'words.txt'), 'utf8').split('\n')
  assert.ok(words.includes('specimen'))
  const all = project(context, addresses)
  await makeSearchIndex(all.root, all.site, records)
  const count = (folder: string) => files(folder).filter((file) => file.includes('fragment')).length
  assert.equal(count(index), count(all.index) - 1, hidden)
  assert.equal(readdirSync(join(root, '.cache', 'search')).length, 1)
})

test('what is no longer used is not kept', async (context) => {
  const { root, site } = project(context, addresses)
  await makeSearchIndex(root, site, records)
  const [before = ''] = readdirSync(join(root, '.cache', 'search'))
  rmSync(join(site, 'search'), { recursive: true })
  await makeSearchIndex(root, site, records.slice(1))
  const after = readdirSync(join(root, '.cache', 'search'))
  assert.equal(after.length, 1)
  assert.ok(!after.includes(before))
})

test('a shard is whole years, and what is new changes the newest only', () => {
  const record = (number: number, published: string) => ({
    address: `/${published}-${number}/`,
    published,
    listed: true,
    html: '',
  })
  const year = (name: number, count: number) =>
    Array.from({ length: count }, (_, number) => record(number, `${name}-01-01`))
  const old = [...year(2000, 1500), ...year(2001, 1500), ...year(2002, 10)]
  const [newest = [], oldest = [], ...others] = shardsOf(old)
  assert.deepEqual(others, [])
  assert.deepEqual([newest.length, oldest.length], [10, 3000])
  const more = shardsOf([...old, record(0, '2003-05-05'), record(1, '')])
  assert.deepEqual(more[1], oldest)
  assert.equal(more[0]?.length, 12)
  assert.equal(shardsOf([]).length, 1)
})
