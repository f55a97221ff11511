import assert from 'node:assert/strict'
import {
  copyFileSync,
  cpSync,
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
import { formatContext } from '../../../src/formats/context.ts'
import { formatsOf } from '../../../src/formats/index.ts'
import type { Body } from '../../../src/formats/writers.ts'
import { readFacts, readWritten, readWrittenBytes } from '../../../src/formats/written.ts'
import { specimen } from './written.ts'

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
  cpSync(join(specimens, 'content/images'), join(root, 'content/images'), { recursive: true })
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

const now = new Date('2020-03-01T12:00:00Z')

/** Keeps publications as one build does. */
async function keep(
  root: string,
  publications: Publication[],
  whole = true,
  url = siteUrl,
): Promise<string[]> {
  const cache = new FormatCache({ root, siteUrl: url, now })
  const names: string[] = []
  for (const each of publications) names.push(await cache.keep(each))
  cache.close(whole)
  return names
}

/** What the cache holds, as digest and ending with the body. */
function held(root: string): Map<string, unknown> {
  const database = new DatabaseSync(file(root), { readOnly: true })
  const rows = database.prepare('SELECT digest, ending, body FROM written').all()
  database.close()
  return new Map(
    rows.map(({ digest, ending, body }) => [
      `${String(digest)}${String(ending)}`,
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

function bodyOf(written: Body): string | Buffer {
  const body = typeof written === 'object' && 'pages' in written ? written.body : written
  return typeof body === 'string' ? body : Buffer.from(body)
}

test('a publication is written in every format, a page of the site as what the site shows', async (context) => {
  for (const [count, each] of [
    [4, publication('One')],
    [16, specimen('/action-plans/specimen-plan/')],
  ] as const) {
    const root = project(context)
    const [name = ''] = await keep(root, [each])
    const expected = new Map<string, string | Buffer>()
    for (const { ending, write } of formatsOf(each)) {
      expected.set(name + ending, bodyOf(await write(each, formatContext(specimens, siteUrl))))
    }
    const written = held(root)
    assert.equal(written.size, count)
    assert.deepEqual([...written.keys()].toSorted(), [...expected.keys()].toSorted())
    for (const [key, body] of expected) assert.deepEqual(written.get(key), body, key)
    assert.match(name, /^[0-9a-f]{32}$/)
  }
})

test('a picture with other bytes is another publication', async (context) => {
  const root = project(context)
  const file = join(root, 'content/images/specimen-tower.png')
  const release = specimen('/press-releases/specimen-release/')
  const [before] = await keep(root, [release])
  writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('more')]))
  const [after] = await keep(root, [release])
  assert.notEqual(after, before)
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
  assert.equal(held(root).get(`${String(after)}.html`), '<p>Two</p>')
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
    formatsOf(publication('Two'))
      .map(({ ending }) => `${String(two)}${ending}`)
      .toSorted(),
  )
})

test('a build that is cut off leaves what it had written, each publication whole', async (context) => {
  const root = project(context)
  const cutOff = new FormatCache({ root, siteUrl, now })
  const name = await cutOff.keep(publication('One'))
  const under = cutOff.keep(publication('Two'))
  // Another reads while it writes, and sees nothing half written.
  assert.deepEqual(
    [...held(root).keys()].toSorted(),
    ['.html', '.png', '.png.txt', '.search'].map((ending) => name + ending),
  )
  await under
  cutOff.close(false)
})

test('it tells how many publications had to be written', async (context) => {
  const root = project(context)
  await keep(root, [publication('One')])
  const told: number[] = []
  const cache = new FormatCache({ root, siteUrl, now, report: (written) => told.push(written) })
  for (const words of ['One', 'Two', 'Three']) await cache.keep(publication(words))
  cache.close(true)
  assert.deepEqual(told, [1, 2])
})

test('a cache of an older version is begun anew', async (context) => {
  const root = project(context)
  mkdirSync(join(root, '.cache'))
  const old = new DatabaseSync(file(root))
  old.exec('CREATE TABLE written (digest, extension, body)')
  old.close()
  await keep(root, [publication('One')])
  assert.equal(held(root).size, 4)
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
  const cache = new FormatCache({ root: project(context), siteUrl, now })
  for (const id of ['one', 'two']) await cache.keep(publication('Words', id, `字 in ${id}`))
  cache.close(true)
  assert.deepEqual(
    cache.problems.map(({ file }) => file),
    ['content/pages/one.mdx', 'content/pages/two.mdx'],
  )
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

test('what was written is read as it was written, with what is known of the file', async (context) => {
  const root = project(context)
  const [page = '', plan = ''] = await keep(root, [
    publication('One'),
    specimen('/action-plans/specimen-plan/'),
  ])
  const before = process.cwd()
  process.chdir(root)
  context.after(() => {
    process.chdir(before)
  })
  assert.equal(readWritten(page, '.html'), '<p>One</p>')
  assert.equal(Buffer.from(readWrittenBytes(page, '.html')).toString('utf8'), '<p>One</p>')
  assert.deepEqual(Buffer.from(readWrittenBytes(page, '.png')), held(root).get(`${page}.png`))
  assert.throws(() => readWritten(page, '.png'), /\.png is no text/)
  assert.throws(() => readWritten(page, '.pdf'), /was never written as \.pdf/)

  const facts = readFacts(plan)
  const { length: bytes } = readWrittenBytes(plan, '.txt')
  assert.deepEqual(facts.get('.txt'), { bytes, pages: undefined, madeOn: '2020-03-01' })
  assert.ok((facts.get('-giant-print.pdf')?.pages ?? 0) > (facts.get('.pdf')?.pages ?? Infinity))
})
