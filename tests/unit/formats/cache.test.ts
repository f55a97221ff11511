import assert from 'node:assert/strict'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test, type TestContext } from 'node:test'
import { paragraph, text } from '../../../src/document/nodes.ts'
import type { Publication } from '../../../src/document/library.ts'
import { FormatCache } from '../../../src/formats/cache.ts'
import { formats } from '../../../src/formats/index.ts'
import type { Later } from '../../../src/formats/writers.ts'
import { readWritten, readWrittenBytes } from '../../../src/formats/written.ts'

const specimens = join(import.meta.dirname, '..', '..', 'specimens')
const siteUrl = 'https://made-up.example'

/** A project's folder with the little that the cache reads of it. */
function project(context: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'format-cache-'))
  context.after(() => {
    rmSync(root, { recursive: true })
  })
  for (const part of ['document', 'formats', 'pictures']) {
    mkdirSync(join(root, 'src', part), { recursive: true })
    writeFileSync(join(root, 'src', part, 'made-up.ts'), `export const part = '${part}'\n`)
  }
  writeFileSync(join(root, 'package-lock.json'), '{}\n')
  mkdirSync(join(root, 'content'))
  copyFileSync(join(specimens, 'content/site.yaml'), join(root, 'content/site.yaml'))
  return root
}

const publication = (words: string, id = 'made-up-page', title = 'Made up'): Publication => ({
  collection: 'pages',
  id,
  file: `content/pages/${id}.mdx`,
  address: `/${id}/`,
  tree: [paragraph(text(words))],
  data: { title, summary: 'Nothing.', lang: 'en-GB', kind: '' },
})

const file = (root: string) => join(root, '.cache', 'formats.db')

/** Keeps publications as one build does. */
async function keep(
  root: string,
  publications: Publication[],
  whole = true,
  url = siteUrl,
): Promise<string[]> {
  const cache = new FormatCache(root, url)
  const names = publications.map((each) => cache.keep(each))
  await cache.close(whole)
  return names
}

/** What the cache holds, as digest and extension with the body. */
function held(root: string): Map<string, unknown> {
  const database = new DatabaseSync(file(root), { readOnly: true })
  const rows = database.prepare('SELECT digest, extension, body FROM written').all()
  database.close()
  return new Map(
    rows.map(({ digest, extension, body }) => [
      `${String(digest)}.${String(extension)}`,
      body instanceof Uint8Array ? Buffer.from(body) : body,
    ]),
  )
}

/** Writes over every body, so that one that is written again can be told. */
function mark(root: string): void {
  const database = new DatabaseSync(file(root))
  database.exec("UPDATE written SET body = 'as it was'")
  database.close()
}

const bodyOf = (written: string | Uint8Array | Later) =>
  typeof written === 'function' ? written() : written

test('a publication is written in every format', async (context) => {
  const root = project(context)
  const page = publication('One')
  const [name] = await keep(root, [page])
  const expected = formats.map(({ extension, write }) => [
    `${String(name)}.${extension}`,
    bodyOf(write(page, siteUrl, 'Specimen Announcements')),
  ])
  assert.deepEqual([...held(root)].toSorted(), expected.toSorted())
  assert.match(name ?? '', /^[0-9a-f]{32}$/)
})

test('what has not changed is not written again, by the same build or by the next', async (context) => {
  const root = project(context)
  const [name] = await keep(root, [publication('One')])
  mark(root)
  assert.deepEqual(await keep(root, [publication('One'), publication('One')]), [name, name])
  assert.deepEqual([...new Set(held(root).values())], ['as it was'])
})

test('what has changed has another name and is written', async (context) => {
  const root = project(context)
  const [before] = await keep(root, [publication('One')])
  mark(root)
  const [after] = await keep(root, [publication('Two')])
  assert.notEqual(after, before)
  assert.equal(held(root).get(`${String(after)}.txt`), 'Two\n')
})

test('the name changes with the address, the data, the site and all that writes', async (context) => {
  const root = project(context)
  const page = publication('One')
  const names = await keep(root, [
    page,
    publication('One', 'another-page'),
    publication('One', 'made-up-page', 'Other title'),
  ])
  names.push(...(await keep(root, [page], true, 'https://other.example')))
  writeFileSync(join(root, 'src/formats/made-up.ts'), "export const part = 'another'\n")
  names.push(...(await keep(root, [page])))
  writeFileSync(join(root, 'src/pictures/made-up.ts'), "export const part = 'another'\n")
  names.push(...(await keep(root, [page])))
  writeFileSync(join(root, 'package-lock.json'), '{ "name": "made-up" }\n')
  names.push(...(await keep(root, [page])))
  const site = join(root, 'content/site.yaml')
  writeFileSync(site, readFileSync(site, 'utf8').replace('Specimen', 'Other'))
  names.push(...(await keep(root, [page])))
  assert.equal(new Set(names).size, 8)
})

test('pruning takes away what a build did not use, and nothing else', async (context) => {
  const root = project(context)
  const [one, two] = await keep(root, [publication('One'), publication('Two')])
  await keep(root, [publication('Two')], false)
  assert.ok(held(root).has(`${String(one)}.html`))
  await keep(root, [publication('Two')])
  assert.deepEqual(
    [...held(root).keys()].toSorted(),
    formats.map(({ extension }) => `${String(two)}.${extension}`).toSorted(),
  )
})

test('a build that is cut off leaves what was there, and nothing half written', async (context) => {
  const root = project(context)
  await keep(root, [publication('One')])
  const before = held(root)
  const cutOff = new FormatCache(root, siteUrl)
  cutOff.keep(publication('Two'))
  // Another reads while it writes, and sees none of it.
  assert.deepEqual(held(root), before)
})

test('a cache that is damaged or cut short is begun anew', async (context) => {
  const damages: ((path: string) => void)[] = [
    (path) => {
      writeFileSync(path, 'no database, but long enough to look like the start of one. '.repeat(20))
    },
    (path) => {
      truncateSync(path, 5000)
    },
    (path) => {
      truncateSync(path, 0)
    },
  ]
  for (const damage of damages) {
    const root = project(context)
    const page = publication('One '.repeat(5000))
    await keep(root, [page])
    damage(file(root))
    const [name] = await keep(root, [page])
    assert.equal(held(root).get(`${String(name)}.html`), `<p>${'One '.repeat(5000)}</p>`)
    assert.ok(statSync(file(root)).size > 5000)
    assert.equal(readFileSync(file(root), 'latin1').startsWith('SQLite format 3'), true)
  }
})

test('what a format cannot be written for is said, of every publication', async (context) => {
  const cache = new FormatCache(project(context), siteUrl)
  for (const id of ['one', 'two']) cache.keep(publication('Words', id, `字 in ${id}`))
  await cache.close(true)
  assert.deepEqual(
    cache.problems.map(({ file }) => file),
    ['content/pages/one.mdx', 'content/pages/two.mdx'],
  )
})

test('of a reading with errors nothing is drawn, and nothing is taken away', async (context) => {
  const root = project(context)
  const [one] = await keep(root, [publication('One')])
  const [two] = await keep(root, [publication('Two')], false)
  assert.ok(held(root).has(`${String(one)}.png`))
  assert.ok(held(root).has(`${String(two)}.html`))
  assert.ok(!held(root).has(`${String(two)}.png`))
  await keep(root, [publication('Two')])
  assert.ok(held(root).has(`${String(two)}.png`))
})

test('drawing hundreds of pictures needs no more memory than drawing some', async (context) => {
  const root = project(context)
  const some = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) =>
      publication('One', `page-${from + index}`, `${'Made up '.repeat(12)}${index}`),
    )
  await keep(root, some(0, 50))
  const before = process.memoryUsage().rss
  await keep(root, some(50, 300))
  // Kept until the end, these would be 300 MB.
  assert.ok(process.memoryUsage().rss - before < 100e6)
})

test('what was written is read as it was written, as text or as bytes', async (context) => {
  const root = project(context)
  const page = publication('One')
  const [name = ''] = await keep(root, [page])
  const before = process.cwd()
  process.chdir(root)
  context.after(() => {
    process.chdir(before)
  })
  assert.equal(readWritten(name, 'txt'), 'One\n')
  assert.equal(Buffer.from(readWrittenBytes(name, 'txt')).toString('utf8'), 'One\n')
  assert.deepEqual(Buffer.from(readWrittenBytes(name, 'png')), held(root).get(`${name}.png`))
  assert.throws(() => readWritten(name, 'png'), /\.png is no text/)
  assert.throws(() => readWritten(name, 'pdf'), /was never written as \.pdf/)
})
