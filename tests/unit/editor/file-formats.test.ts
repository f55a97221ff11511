import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileFormats } from '../../../src/editor/file-formats.ts'
import { editorConfiguration } from '../../../src/editor/configuration.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const { publication, 'entries-by-id': entriesById, entries, facts } = fileFormats

const registers = new Map(
  (editorConfiguration('http://localhost').collections ?? [])
    .flatMap((each) => ('files' in each ? each.files : []))
    .map(({ file, format }) => [file, format]),
)
const formats = Object.entries(fileFormats)

function formatOf(file: string) {
  if (file.endsWith('.mdx')) return publication
  return formats.find(([name]) => name === registers.get(file))?.[1]
}

for (const place of ['.', 'tests/specimens']) {
  const folder = join(root, place)
  const files = readdirSync(join(folder, 'content'), { recursive: true, encoding: 'utf8' })
    .map((name) => `content/${name.replaceAll('\\', '/')}`)
    .filter((name) => formatOf(name) !== undefined)
  test(`what is read and not changed is written byte for byte: ${place}/content`, () => {
    assert.ok(files.length > 7)
    for (const file of files) {
      const before = readFileSync(join(folder, file), 'utf8')
      const format = formatOf(file)
      assert.equal(format?.toFile(format.fromFile(before)), before, file)
    }
  })
}

const release = `---
# Why this is here.
title: Made-up title # as announced
notesLabelAsStated: "Notes:"
from: [made-up-body]
formats:
  # The film.
  - { format: film, href: /film, checked: { on: 2026-12-01, how: watched } }
  - { format: sound, href: /sound }
topics: []
---

<Quotation person="made-up-person" roleAsStated="The made-up role">
Somebody said:

“Words  with two spaces,\tand a tab.”
</Quotation>

*   a list
`

test('only what is changed is written anew: comments, quotation marks and layout stay', () => {
  const values = publication.fromFile(release)
  const changed = publication.toFile({ ...values, title: 'Another: title' })
  assert.equal(changed, release.replace('title: Made-up title #', 'title: "Another: title" #'))
})

test('the order of fields and what says nothing change nothing', () => {
  const { title, ...values } = publication.fromFile(release)
  const again = { reviewOn: '', contacts: [], withdrawn: {}, ...values, topics: undefined, title }
  assert.equal(publication.toFile(again), release)
})

test('a part that is added, changed, taken out or moved leaves the others as they are', () => {
  const values = publication.fromFile(release)
  const [film, sound] = Array.isArray(values.formats) ? (values.formats as unknown[]) : []
  const withFormats = (formats: unknown[]) => publication.toFile({ ...values, formats })
  const lines = release.split('\n')
  const at = lines.findIndex((line) => line.includes('format: sound'))
  assert.equal(
    withFormats([film, sound, { format: 'braille', href: '/braille' }]),
    lines.toSpliced(at + 1, 0, '  - format: braille', '    href: /braille').join('\n'),
  )
  assert.equal(withFormats([film]), lines.toSpliced(at, 1).join('\n'))
  assert.equal(
    withFormats([film, { href: '/other', format: 'sound' }]),
    release.replace('href: /sound', 'href: /other'),
  )
  const { formats, ...rest } = publication.fromFile(withFormats([sound, film]))
  assert.deepEqual(formats, [sound, film])
  assert.equal(rest.title, values.title)
})

test('a changed text is below the same front matter', () => {
  const [head] = release.split('\n\n')
  const values = publication.fromFile(release)
  assert.equal(
    publication.toFile({ ...values, body: 'Other words.\n' }),
    `${head}\n\nOther words.\n`,
  )
})

test('a new file has its fields in the order of the form', () => {
  const values = {
    title: '2026',
    published: '2026-12-01',
    from: ['a', 'b'],
    at: '14:05',
    body: 'Words.',
  }
  assert.equal(
    publication.toFile(values),
    '---\ntitle: "2026"\npublished: 2026-12-01\nfrom:\n  - a\n  - b\nat: 14:05\n---\n\nWords.',
  )
})

test('a file that cannot be read is refused and not emptied', () => {
  assert.throws(() => publication.fromFile('No front matter.'), /front matter/)
  assert.throws(() => publication.fromFile('---\ntitle: "open\n---\n'), /quote/)
})

test('entries under ids are a list in the editor, and under ids again in the file', () => {
  const people = '# People.\nmade-up-one:\n  name: One # as spelled\nmade-up-two:\n  name: Two\n'
  const values = entriesById.fromFile(people)
  assert.deepEqual(values.entries, [
    { id: 'made-up-one', name: 'One' },
    { id: 'made-up-two', name: 'Two' },
  ])
  const list = [
    { id: 'made-up-one', name: 'One' },
    { id: 'made-up-new', name: 'New', lang: '' },
  ]
  assert.equal(
    entriesById.toFile({ ...values, entries: list }),
    '# People.\nmade-up-one:\n  name: One # as spelled\nmade-up-new:\n  name: New\n',
  )
  const topics = entriesById.fromFile('# None yet.\n{}\n')
  assert.deepEqual(topics.entries, [])
  assert.equal(
    entriesById.toFile({ ...topics, entries: [{ id: 'made-up', title: 'Made up' }] }),
    '# None yet.\nmade-up:\n  title: Made up\n',
  )
})

test('a register that is a list, and one of facts, keep their comments', () => {
  const glossary = '# Short forms.\n- term: A\n- term: B # b\n'
  const list = entries.fromFile(glossary)
  assert.equal(
    entries.toFile({ ...list, entries: [{ term: 'A', meaning: 'a' }, { term: 'B' }] }),
    '# Short forms.\n- term: A\n  meaning: a\n- term: B # b\n',
  )
  const site = facts.fromFile('# Facts.\nname: Made-up\nlang: en-GB\n')
  assert.equal(facts.toFile({ ...site, name: 'Other' }), '# Facts.\nname: Other\nlang: en-GB\n')
})
