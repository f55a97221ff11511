import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { copyProject } from '../../../scripts/copy.ts'

const release =
  'content/press-releases/mayor-to-oversee-change-in-mets-approach-to-keeping-children-safe.mdx'
let copy = ''

before(() => {
  copy = copyProject(join(import.meta.dirname, '..', '..', '..'))
})
after(() => {
  rmSync(copy, { recursive: true, force: true })
})

const build = () =>
  spawnSync(process.execPath, [join(copy, 'scripts', 'build.ts')], { cwd: copy, encoding: 'utf8' })

/** Every file of the built site with the digest of its bytes. */
function built(): Map<string, string> {
  const entries = readdirSync(join(copy, 'dist'), { recursive: true, withFileTypes: true })
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [
        file.slice(copy.length + 1),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  )
}

function change(file: string, edit: (text: string) => string): void {
  const text = readFileSync(join(copy, file), 'utf8')
  const edited = edit(text)
  assert.notEqual(edited, text, `${file} was not changed`)
  writeFileSync(join(copy, file), edited)
}

test('builds the same bytes twice, nothing out of date, and keeps the last good site', () => {
  const first = build()
  assert.equal(first.status, 0, first.stderr)
  const good = built()
  assert.ok(good.has(join('dist', 'client', 'index.html.br')))

  assert.equal(build().status, 0)
  assert.deepEqual(built(), good)

  rmSync(join(copy, '.cache'), { recursive: true })
  assert.equal(build().status, 0)
  assert.deepEqual(built(), good, 'a build without any cache differs')

  change(release, (text) => text.replace('published: 2016-11-25', 'published: 2016-02-30'))
  const broken = build()
  assert.equal(broken.status, 1)
  assert.match(broken.stderr, /keeping-children-safe\.mdx:\d+:\d+: error: .*2016-02-30/)
  assert.match(broken.stderr, /dist\/ is as it was/)
  assert.deepEqual(built(), good)
  assert.ok(!readdirSync(copy).includes('dist.next'))
  change(release, (text) => text.replace('published: 2016-02-30', 'published: 2016-11-25'))

  change(release, (text) => text.replace('In response to a', 'In 中 response to a'))
  const unwritable = build()
  assert.equal(unwritable.status, 1)
  for (const format of ['PDF', 'braille']) {
    const said = `children-safe\\.mdx:\\d+:1: error: “中” \\(U\\+4E2D\\) cannot be written as ${format}\\.`
    assert.match(unwritable.stderr, new RegExp(said))
  }
  assert.deepEqual(built(), good)
  change(release, (text) => text.replace('In 中 response to a', 'In response to a'))

  change('content/site.yaml', (text) => text.replace(/^name: .*$/m, 'name: Made-up name'))
  assert.equal(build().status, 0)
  for (const file of built().keys()) {
    if (!file.endsWith('.html')) continue
    assert.doesNotMatch(readFileSync(join(copy, file), 'utf8'), /Public Announcements/, file)
  }
  change('content/site.yaml', (text) => text.replace('Made-up name', 'Public Announcements'))
})
