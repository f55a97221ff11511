import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { copyProject } from '../../../scripts/copy.ts'
import { offered } from '../../../src/document/offered-formats.ts'
import type { Files } from '../document/made-up-content.ts'
import { allFiles, embargoed, moment, publicFiles } from './embargoed-content.ts'
import { wordsOfFile } from './words-of-file.ts'

const secondBefore = new Date(moment.getTime() - 1000)
const secondAfter = new Date(moment.getTime() + 1000)

let copy = ''

before(() => {
  copy = copyProject(join(import.meta.dirname, '..', '..', '..'))
})
after(() => {
  rmSync(copy, { recursive: true, force: true })
})

/** Every file of the site that is built from some content at a moment, by its path. */
function build(content: Files, now: Date, preview = false): Map<string, Buffer> {
  rmSync(join(copy, 'content'), { recursive: true })
  for (const [name, text] of Object.entries(content)) {
    if (text === undefined) continue
    mkdirSync(dirname(join(copy, name)), { recursive: true })
    writeFileSync(join(copy, name), text)
  }
  const env = { ...process.env, SITE_NOW: now.toISOString() }
  const program = join(copy, 'scripts', 'build.ts')
  const args = [program, ...(preview ? ['--preview'] : [])]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: copy, env })
  assert.equal(status, 0, stderr.toString())
  const dist = join(copy, preview ? 'dist-preview' : 'dist')
  return new Map(
    readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(dist.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  )
}

/** What a build says of itself: it names the content, and when there is more. */
const aboutTheBuild = ['built-from.txt', 'next-due.txt']

test('twenty publications under embargo are in no file a second before, and in all a second after', async () => {
  assert.equal(embargoed.length, 20)
  const without = build(publicFiles, secondBefore)
  // Nothing of a preview may find its way into the public site through what is kept of builds.
  assertPreview(build(allFiles, secondBefore, true))
  const early = build(allFiles, secondBefore)
  for (const [path, bytes] of early) {
    const words = await wordsOfFile(path, bytes)
    for (const { what, word, sentences } of embargoed) {
      for (const each of [word, ...sentences]) {
        assert.ok(!words.includes(each.toLowerCase()), `${path} tells of the ${what}: “${each}”`)
      }
    }
  }
  assert.doesNotMatch(early.get('client/index.html')?.toString() ?? '', /preview|noindex/)
  assert.match(early.get('client/robots.txt')?.toString() ?? '', /^Disallow: \/search\/\?$/m)
  assert.doesNotMatch(early.get('headers.json')?.toString() ?? '', /Robots/)
  assert.ok(![...early.keys()].some((path) => path.startsWith('client/admin')))
  // Not only are the words not there: counts, neighbours, pictures and sizes say nothing either.
  assert.deepEqual([...early.keys()].toSorted(), [...without.keys()].toSorted())
  for (const [path, bytes] of without) {
    if (aboutTheBuild.includes(path)) continue
    assert.ok(
      early.get(path)?.equals(bytes),
      `${path} is not as it was without the embargoed texts`,
    )
  }
  assert.equal(early.get('next-due.txt')?.toString(), moment.toISOString())

  const late = build(allFiles, secondAfter)
  assert.equal(late.get('next-due.txt')?.toString(), '')
  const all = new Map<string, string>()
  for (const [path, bytes] of late) all.set(path, await wordsOfFile(path, bytes))
  for (const { what, word, sentences, addresses, isRecord } of embargoed) {
    for (const each of sentences) {
      const found = [...all.values()].some((words) => words.includes(each.toLowerCase()))
      assert.ok(found, `nothing tells of the ${what}: “${each}”`)
    }
    for (const address of addresses) {
      const path = `client${address}${address.endsWith('/') ? 'index.html' : ''}`
      assert.ok(all.has(path), `${path} is there`)
      if (address.endsWith('/')) {
        assert.ok(all.get(path)?.includes(word.toLowerCase()), `${path} has ${word}`)
      }
      for (const { ending } of isRecord ? offered : []) {
        const file = `client${address.slice(0, -1)}${ending}`
        assert.ok(all.get(file)?.includes(word.toLowerCase()), `${file} has ${word}`)
      }
    }
    // Feeds, the maps of the site and the search index tell of it too.
    for (const part of isRecord ? [/feed\.json$/, /sitemap-\d+\.xml$/, /\.pf_fragment$/] : []) {
      const found = [...all].some(
        ([path, words]) => part.test(path) && words.includes(word.toLowerCase()),
      )
      assert.ok(found, `no file like ${part.source} has ${word}`)
    }
  }
})

/** A preview shows everything, says so wherever it can be read, and is found by no search engine. */
function assertPreview(preview: ReadonlyMap<string, Buffer>): void {
  const read = (path: string) => preview.get(path)?.toString() ?? ''
  for (const [path] of preview) {
    if (!/^client\/.*(?<!-single-file)\.html$/.test(path)) continue
    assert.match(read(path), /<meta name="robots" content="noindex"/, path)
    // The editor is no page of the site.
    if (path !== 'client/admin/index.html') assert.match(read(path), /This is a preview\.</, path)
  }
  // Let in, a crawler reads that it must list nothing.
  assert.match(read('client/robots.txt'), /^Disallow:$/m)
  assert.match(read('headers.json'), /"X-Robots-Tag": "noindex"/)
  assert.match(read('client/_headers'), /X-Robots-Tag: noindex/)
  for (const { what, word, addresses, isRecord } of embargoed) {
    for (const address of addresses.filter((each) => each.endsWith('/'))) {
      const page = read(`client${address}index.html`)
      assert.ok(page.includes(word), `the preview of ${what} has its words`)
      if (isRecord) assert.match(page, /<h2>Preview: this text is not public<\/h2>/, what)
      if (isRecord) assert.match(read(`client${address.slice(0, -1)}.txt`), /Preview: this text/)
    }
  }
  assert.match(read('client/press-releases/index.html'), /Not public yet: /)
}
