import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EntryCollection, Field, FileCollection } from '@sveltia/cms'
import * as z from 'zod'
import { folders, registerFiles } from '../../../src/document/content-files.ts'
import * as schemas from '../../../src/document/schemas.ts'
import { editorConfiguration } from '../../../src/editor/configuration.ts'
import { fieldsOf } from '../../../src/editor/fields.ts'
import { fileFormats } from '../../../src/editor/file-formats.ts'
import { describedByFields, describedBySchema, partsOf } from './described.ts'

const { collections = [] } = editorConfiguration('http://localhost:4321')
const inFolders = collections.filter((each): each is EntryCollection => 'folder' in each)
const files = collections
  .filter((each): each is FileCollection => 'files' in each)
  .flatMap((each) => each.files)

const schemaOf: Record<string, z.ZodType> = {
  'press-releases': schemas.pressRelease,
  'action-plans': schemas.actionPlan,
  'notes-to-editors': schemas.noteToEditors,
  pages: schemas.sitePage,
  ...Object.fromEntries(
    schemas.update.options.map((each) => [`updates-${each.shape.type.value}`, each]),
  ),
}
const withId = ({ keyType, valueType }: z.ZodRecord<z.ZodType<string, string>, z.ZodObject>) =>
  z.object({ id: keyType, ...valueType.shape })
const schemaOfRegister: Record<string, z.ZodType> = {
  people: withId(schemas.people),
  organisations: withId(schemas.organisations),
  documents: withId(schemas.documents),
  topics: withId(schemas.topics),
  glossary: schemas.glossary,
  'known-issues': schemas.knownIssues,
  site: schemas.site,
}

test('every folder and every register of content/ is there, but those that a program writes', () => {
  const places = [...new Set(inFolders.map(({ folder }) => folder))]
  assert.deepEqual(places.toSorted(), folders.map((name) => `content/${name}`).toSorted())
  assert.deepEqual(
    files.map(({ file }) => file).toSorted(),
    registerFiles
      .filter((name) => name !== 'format-requests.yaml' && name !== 'audit.yaml')
      .map((name) => `content/${name}`)
      .toSorted(),
  )
})

test('each asks for the fields of its schema and no other, with the same choices', () => {
  assert.deepEqual(inFolders.map(({ name }) => name).toSorted(), Object.keys(schemaOf).toSorted())
  for (const { name, fields } of inFolders) {
    const isText = ({ name }: Field) => name === 'body'
    assert.equal(fields.some(isText), !name.startsWith('updates-'), name)
    sameFields(
      fields.filter((field) => !isText(field)),
      schemaOf[name],
      name,
    )
  }
  for (const { name, fields } of files) {
    const [list] = fields
    const own = list?.name === 'entries' ? partsOf(list) : fields
    sameFields(own, schemaOfRegister[name], name)
  }
})

function sameFields(fields: readonly Field[], schema: z.ZodType | undefined, name: string): void {
  assert.ok(schema, `${name} has no schema`)
  const expected = describedBySchema(schema)
  assert.ok(expected.length > 1, name)
  assert.deepEqual(describedByFields(fields).toSorted(), expected.toSorted(), name)
}

test('a field that a schema gains is a field of the editor', () => {
  const madeUp = z.enum(['one', 'two']).describe('A made-up choice.')
  const schema = z.strictObject({ ...schemas.topics.valueType.shape, madeUpChoice: madeUp })
  assert.deepEqual(fieldsOf(schema).at(-1), {
    name: 'madeUpChoice',
    label: 'Made up choice',
    required: true,
    hint: 'A made-up choice.',
    widget: 'select',
    options: ['one', 'two'],
  })
  sameFields(fieldsOf(schema), schema, 'the made-up schema')
})

test('each kind of value has its own way to be asked for', () => {
  const release = inFolders.find(({ name }) => name === 'press-releases')
  const field = (name: string) => release?.fields.find((each) => each.name === name)
  const { title, published, embargoUntil, from } = schemas.pressRelease.shape
  assert.deepEqual(field('title'), {
    name: 'title',
    label: 'Title',
    required: true,
    hint: title.description,
    minlength: 1,
    maxlength: 110,
    widget: 'string',
    use_emoji_autocomplete: false,
  })
  assert.deepEqual(field('published'), {
    name: 'published',
    label: 'Published',
    required: true,
    hint: published.description,
    widget: 'datetime',
    type: 'date',
    format: 'YYYY-MM-DD',
  })
  assert.deepEqual(field('from'), {
    name: 'from',
    label: 'From',
    required: true,
    hint: from.description,
    min: 1,
    widget: 'relation',
    collection: 'registers',
    file: 'organisations',
    value_field: 'entries.*.id',
    display_fields: ['entries.*.name'],
    multiple: true,
  })
  assert.equal(field('translations')?.widget, 'keyvalue')
  const moment = field('embargoUntil')
  assert.equal(moment?.widget, 'string')
  const pattern: unknown = 'pattern' in moment ? moment.pattern : undefined
  assert.ok(Array.isArray(pattern))
  for (const written of ['2026-12-01T00:01:00+00:00', '2026-12-01T00:01:00', '2026-12-01']) {
    const isTaken = new RegExp(String(pattern[0])).test(written)
    assert.equal(isTaken, embargoUntil.safeParse(written).success, written)
  }
})

test('an address is asked for, is one that the check takes, and stays', () => {
  for (const { name, slug } of inFolders) {
    assert.ok(typeof slug === 'object', name)
    assert.deepEqual([slug.template, slug.editable], [undefined, ['create']])
    const pattern = new RegExp(slug.pattern?.[0] ?? '')
    const isTaken = (id: string) => pattern.test(id)
    assert.deepEqual(
      ['new-bus-routes', 'a1', '2016', '2016-buses', 'New', 'a--b', '-a', 'a b', ''].filter(
        isTaken,
      ),
      ['new-bus-routes', 'a1', '2016-buses'],
    )
  }
})

test('it names no address but that of its page, and only formats that there are', () => {
  const written = JSON.stringify(editorConfiguration('http://localhost:4321'))
  const addresses = written.match(/https?:\/\/\w[\w.:-]*/g) ?? []
  assert.deepEqual([...new Set(addresses)].toSorted(), ['http://localhost:4321'])
  const used = [...inFolders, ...files].map(({ format = '' }) => format)
  assert.deepEqual([...new Set(used)].toSorted(), Object.keys(fileFormats).toSorted())
})
