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
function keep(root: string, publications: Publication[], prune = true, url = siteUrl): string[] {
  const cache = new FormatCache(root, url)
  const names = publications.map((each) => cache.keep(each))
  cache.close(prune)
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

test('a publication is written in every format', (context) => {
  const root = project(context)
  const page = publication('One')
  const [name] = keep(root, [page])
  const expected = formats.map(({ extension, write }) => [
    `${String(name)}.${extension}`,
    write(page, siteUrl, 'Specimen Announcements'),
  ])
  assert.deepEqual([...held(root)].toSorted(), expected.toSorted())
  assert.match(name ?? '', /^[0-9a-f]{32}$/)
})

test('what has not changed is not written again, by the same build or by the next', (context) => {
  const root = project(context)
  const [name] = keep(root, [publication('One')])
  mark(root)
  assert.deepEqual(keep(root, [publication('One'), publication('One')]), [name, name])
  assert.deepEqual([...new Set(held(root).values())], ['as it was'])
})

test('what has changed has another name and is written', (context) => {
  const root = project(context)
  const [before] = keep(root, [publication('One')])
  mark(root)
  const [after] = keep(root, [publication('Two')])
  assert.notEqual(after, before)
  assert.equal(held(root).get(`${String(after)}.txt`), 'Two\n')
})

test('the name changes with the address, the data, the site and all that writes', (context) => {
  const root = project(context)
  const page = publication('One')
  const names = keep(root, [
    page,
    publication('One', 'another-page'),
    publication('One', 'made-up-page', 'Other title'),
  ])
  names.push(...keep(root, [page], true, 'https://other.example'))
  writeFileSync(join(root, 'src/formats/made-up.ts'), "export const part = 'another'\n")
  names.push(...keep(root, [page]))
  writeFileSync(join(root, 'src/pictures/made-up.ts'), "export const part = 'another'\n")
  names.push(...keep(root, [page]))
  writeFileSync(join(root, 'package-lock.json'), '{ "name": "made-up" }\n')
  names.push(...keep(root, [page]))
  const site = join(root, 'content/site.yaml')
  writeFileSync(site, readFileSync(site, 'utf8').replace('Specimen', 'Other'))
  names.push(...keep(root, [page]))
  assert.equal(new Set(names).size, 8)
})

test('pruning takes away what a build did not use, and nothing else', (context) => {
  const root = project(context)
  const [one, two] = keep(root, [publication('One'), publication('Two')])
  keep(root, [publication('Two')], false)
  assert.ok(held(root).has(`${String(one)}.html`))
  keep(root, [publication('Two')])
  assert.deepEqual(
    [...held(root).keys()].toSorted(),
    formats.map(({ extension }) => `${String(two)}.${extension}`).toSorted(),
  )
})

test('a build that is cut off leaves what was there, and nothing half written', (context) => {
  const root = project(context)
  keep(root, [publication('One')])
  const before = held(root)
  const cutOff = new FormatCache(root, siteUrl)
  cutOff.keep(publication('Two'))
  // Another reads while it writes, and sees none of it.
  assert.deepEqual(held(root), before)
})

test('a cache that is damaged or cut short is begun anew', (context) => {
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
    keep(root, [page])
    damage(file(root))
    const [name] = keep(root, [page])
    assert.equal(held(root).get(`${String(name)}.html`), `<p>${'One '.repeat(5000)}</p>`)
    assert.ok(statSync(file(root)).size > 5000)
    assert.equal(readFileSync(file(root), 'latin1').startsWith('SQLite format 3'), true)
  }
})

test('what a format cannot be written for is said, of every publication', (context) => {
  const cache = new FormatCache(project(context), siteUrl)
  for (const id of ['one', 'two']) cache.keep(publication('Words', id, `字 in ${id}`))
  cache.close(true)
  assert.deepEqual(
    cache.problems.map(({ file }) => file),
    ['content/pages/one.mdx', 'content/pages/two.mdx'],
  )
})

test('what was written is read as it was written, as text or as bytes', (context) => {
  const root = project(context)
  const page = publication('One')
  const [name = ''] = keep(root, [page])
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
