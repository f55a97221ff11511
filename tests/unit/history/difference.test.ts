import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differenceOf, type Difference } from '../../../src/history/difference.ts'
import { wordParts } from '../../../src/history/word-parts.ts'
import { wordsOf } from '../../../src/history/words.ts'
import { releaseText } from './made-up-history.ts'

function between(before: string, after: string, fields: Record<string, string> = {}): Difference[] {
  return differenceOf(wordsOf(releaseText(before)), wordsOf(releaseText(after, fields)))
}
function said(before: string, after: string, fields: Record<string, string> = {}): string[] {
  return between(before, after, fields).map(({ sentence }) => sentence)
}

const first = 'The first paragraph has a number of made-up words.'
const second = 'Another one follows, which nobody has ever changed.'

test('the same words have no difference', () => {
  assert.deepEqual(said(first, `**${first}**`), [])
})

test('a changed fact says what it said and says now', () => {
  assert.deepEqual(said(first, first, { summary: 'Something was announced!' }), [
    'The summary was changed. It said: “Nothing was announced.” It now says: “Something was announced!”',
  ])
})

test('a fact that is new or gone is named', () => {
  const label = { notesLabelAsStated: 'Notes' }
  assert.deepEqual(said(first, first, label), ['The label before the notes was added: “Notes”.'])
  const back = differenceOf(wordsOf(releaseText(first, label)), wordsOf(releaseText(first)))
  assert.deepEqual(
    back.map(({ sentence }) => sentence),
    ['The label before the notes was taken out. It said: “Notes”.'],
  )
})

test('a changed paragraph is one change, in whole words', () => {
  const [change, ...others] = between(
    `${first}\n\n${second}`,
    `${first.replace('number', 'great number').replace('made-up', 'invented')}\n\n${second}`,
  )
  assert.deepEqual(others, [])
  assert.equal(
    change?.sentence,
    'The paragraph that begins “The first paragraph has a number …” was changed: “number of made-up” is now “great number of invented”.',
  )
  assert.deepEqual(change.parts, [
    { kind: 'same', words: 'The first paragraph has a' },
    { kind: 'removed', words: 'number of made-up' },
    { kind: 'added', words: 'great number of invented' },
    { kind: 'same', words: 'words.' },
  ])
})

test('the parts of a line give both versions back', () => {
  const [change] = between(first, 'Now the first paragraph has a larger number of words.')
  const without = (kind: string) =>
    change?.parts
      .filter((part) => part.kind !== kind)
      .map(({ words }) => words)
      .join(' ')
  assert.equal(without('added'), first)
  assert.equal(without('removed'), 'Now the first paragraph has a larger number of words.')
})

test('parts are words with one space between them, whatever the signs', () => {
  const lines = [
    '',
    'One, two.',
    '“One”, two!',
    'One  two',
    'One—two',
    'Two. One, (three) four; five',
  ]
  for (const before of lines) {
    for (const after of lines) {
      const parts = wordParts(before, after)
      const without = (kind: string) =>
        parts.flatMap((part) => (part.kind === kind ? [] : [part.words])).join(' ')
      assert.equal(without('added'), before.replace('  ', ' '))
      assert.equal(without('removed'), after.replace('  ', ' '))
      for (const { words } of parts) assert.match(words, /^\S+( \S+)*$/)
    }
  }
})

test('a paragraph that is new or gone says where', () => {
  assert.deepEqual(said(first, `${first}\n\n${second}`), [
    `A paragraph was added after “The first paragraph has a number …”: “${second}”`,
  ])
  assert.deepEqual(said(first, `${second}\n\n${first}`), [
    `A paragraph was added at the beginning of the text: “${second}”`,
  ])
  assert.deepEqual(said(`${first}\n\n${second}`, first), [
    `A paragraph was taken out after “The first paragraph has a number …”. It said: “${second}”`,
  ])
})

test('a paragraph that was written anew shows both in whole', () => {
  const [change] = between(first, second)
  assert.equal(
    change?.sentence,
    `The paragraph that begins “The first paragraph has a number …” was changed. It said: “${first}” It now says: “${second}”`,
  )
  assert.deepEqual(
    change.parts.map(({ kind }) => kind),
    ['removed', 'added'],
  )
})

test('a paragraph that moved is not one removed and one added', () => {
  const rest = '## A heading\n\nThe last words of the text.'
  assert.deepEqual(said(`${first}\n\n${rest}`, `${rest}\n\n${first}`), [
    'The paragraph that begins “The first paragraph has a number …” was moved. It now stands after “The last words of the text.”.',
  ])
})

test('an item of a list is called one', () => {
  assert.deepEqual(said('- One\n- Two', '- One\n- Two\n- Three'), [
    'A list item was added after “Two”: “Three”.',
  ])
})

test('a row that is gone leaves the others unchanged', () => {
  const rows = (...years: number[]) =>
    `| Year | Number |\n| - | - |\n${years.map((year) => `| ${year} | five hundred |\n`).join('')}`
  assert.deepEqual(said(rows(2018, 2019, 2020, 2021), rows(2018, 2020, 2021)), [
    'A table row was taken out after “2018 | five hundred”. It said: “2019 | five hundred”.',
  ])
})

test('each change says on which line it can be seen', () => {
  const changes = between(`${first}\n\n${second}`, `${first}\n\nNew.\n\n${second}`, {
    title: 'New',
  })
  assert.deepEqual(
    changes.map(({ kind, line }) => [kind, line]),
    [
      ['changed', 2],
      ['added', 12],
    ],
  )
})

test('many changes in one line are told by its old and new words', () => {
  const words = Array.from({ length: 40 }, (_, index) => `word${index}`)
  const after = words.map((word, index) => (index % 8 === 4 ? `${word}-new` : word))
  const [sentence] = said(words.join(' '), after.join(' '))
  assert.match(sentence ?? '', /was changed\. It said: “word0 .*”\. It now says: “word0 /)
  assert.equal(said(words.join(' '), after.slice(0, 32).join(' ')).length, 1)
})
