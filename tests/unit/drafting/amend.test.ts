import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  inBody,
  inFrontMatter,
  withEntry,
  withField,
  withItem,
  withValue,
} from '../../../src/drafting/amend.ts'

const yaml = `# At the top.
state:   draft  # not yet
from: [ a,b ]   # two bodies

notes: []
mentions:
- person: x   # a person
  role: |
    words
    # no comment

# Before the last.
documents:
    - one   # indented by four
formats: [{format: Film, added: 2020-01-01}]
last: 'so'
# At the end.
`

test('what is added leaves every other byte, comments too, as it was', () => {
  const film = { format: 'A: b', added: '2020-01-02' }
  for (const [result, part, by] of [
    [withItem(yaml, 'from', 'c'), 'a,b ]', 'a,b, c ]'],
    [withItem(yaml, 'notes', 'n'), 'notes: []', 'notes: [n]'],
    [withItem(yaml, 'documents', 'two'), 'by four\n', 'by four\n    - two\n'],
    [withItem(yaml, 'topics', 't'), /$/, 'topics: [t]\n'],
    [
      withItem(yaml, 'mentions', { person: 'y', role: 'z' }),
      '# no comment\n',
      '# no comment\n- person: y\n  role: z\n',
    ],
    [withItem(yaml, 'formats', film), '01}]', '01}, {format: "A: b", added: 2020-01-02}]'],
    [withField(yaml, 'x', { at: '14:05' }), /$/, 'x:\n  at: "14:05"\n'],
    [withField(yaml, 'x', 'y', 'state'), 'not yet\n', 'not yet\nx: y\n'],
    [withField(yaml, 'x', 'y', 'mentions'), '# no comment\n', '# no comment\nx: y\n'],
    [withValue(yaml, 'state', 'withdrawn'), 'draft', 'withdrawn'],
  ] as const) {
    assert.equal(result, yaml.replace(part, by))
  }
})

test('an entry goes to the end of a register, which may be empty', () => {
  const entry = { name: 'B: c' }
  assert.equal(
    withEntry('# People.\na:\n  name: A # one', 'b', entry),
    '# People.\na:\n  name: A # one\nb:\n  name: "B: c"\n',
  )
  assert.equal(withEntry('# None yet.\n{}\n', 'b', entry), '# None yet.\nb:\n  name: "B: c"\n')
  assert.equal(withEntry('# None yet.\n', 'b', entry), '# None yet.\nb:\n  name: "B: c"\n')
})

test('line ends stay those of Windows', () => {
  const windows = '---\r\nstate: draft\r\n---\r\n\r\nWords.\r\n'
  assert.equal(
    inFrontMatter(windows, (text) => withItem(text, 'notes', 'n')),
    '---\r\nstate: draft\r\nnotes: [n]\r\n---\r\n\r\nWords.\r\n',
  )
})

test('YAML that cannot be added to line by line is refused', () => {
  const message = /^This file is written in a way that cannot be added to by program\./
  assert.throws(() => withEntry('{ a: { name: A } }\n', 'b', { name: 'B' }), { message })
  assert.throws(() => withItem('notes: a\n', 'notes', 'b'), { message })
  assert.throws(() => withField('a: 1\n', 'a', '2'), { message })
})

test('the body is what stands under the front matter', () => {
  const file = '---\ntitle: one\n---\n\none ---\n'
  assert.equal(
    inBody(file, (body) => body.replace('one', 'two')),
    '---\ntitle: one\n---\n\ntwo ---\n',
  )
})
