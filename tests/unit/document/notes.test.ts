import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraph, section, text } from '../../../src/document/nodes.ts'
import { findMarks } from '../../../src/document/notes.ts'
import type { Block, NodeOf } from '../../../src/document/vocabulary.ts'
import { edited, plan, read, release, withBody, writeContent } from './made-up-content.ts'

const mark = (id: string, noteId = 'n'): NodeOf<'noteMark'> => ({
  type: 'noteMark',
  id,
  noteId,
  mark: '*',
  about: 'some words',
  children: [text('some words')],
})
const labels = (blocks: Block[], noteId = 'n') =>
  findMarks(blocks)
    .get(noteId)
    ?.map(({ markId, label }) => [markId, label])

test('a text without marks has none', () => {
  assert.equal(findMarks([paragraph(text('words'))]).size, 0)
})

test('a mark in the text', () => {
  assert.deepEqual(labels([paragraph(mark('m'))]), [['m', 'Back to “some words” in the text']])
})

test('a mark in an action that a release shows', () => {
  const commitments: NodeOf<'commitments'> = {
    type: 'commitments',
    plan: 'p',
    planTitle: 'P',
    children: ['a', 'b', 'c'].map((id) => ({
      type: 'commitment',
      id,
      children: [paragraph(id === 'c' ? mark('m') : text('words'))],
    })),
  }
  assert.deepEqual(labels([paragraph(text('words')), commitments]), [
    ['m', 'Back to “some words” in action 3'],
  ])
})

test('a mark in an action of a plan', () => {
  const action = (id: string, child: Block) => section(id, id, [child], 'action', 3)
  const blocks = [
    section('actions', 'The actions', [
      action('a', paragraph(text('words'))),
      action('b', paragraph(mark('m'))),
    ]),
  ]
  assert.deepEqual(labels(blocks), [['m', 'Back to “some words” in action 2']])
})

test('several marks of several notes, each with its own way back', () => {
  const blocks = [
    paragraph(mark('m1'), mark('m2', 'other')),
    section('a', 'A', [paragraph(mark('m3'))], 'action', 3),
  ]
  assert.deepEqual(labels(blocks), [
    ['m3', 'Back to “some words” in action 1'],
    ['m1', 'Back to “some words” in the text'],
  ])
  assert.deepEqual(labels(blocks, 'other'), [['m2', 'Back to “some words” in the text']])
})

test('the ids of marks tell actions and repetitions apart; all pages agree on them', (context) => {
  const again = 'On <NoteMark note="made-up-note">imaginary numbers</NoteMark>.'
  const root = writeContent(context, {
    ...withBody(`${again}\n\n${again}`),
    ...edited(plan, 'To do it again.', again),
  })
  const { problems, published } = read(root)
  assert.deepEqual(problems, [])
  const ids = (address: string) => {
    const marks = [...findMarks(published.get(address)?.tree ?? []).values()].flat()
    return marks.map(({ markId, label }) => `${markId}: ${label}`)
  }
  const inActions = [
    'mark-made-up-note-first-action: Back to “imaginary numbers” in action 1',
    'mark-made-up-note-second-action: Back to “imaginary numbers” in action 2',
  ]
  assert.deepEqual(ids('/press-releases/made-up-release/'), [
    ...inActions,
    'mark-made-up-note: Back to “imaginary numbers” in the text',
    'mark-made-up-note-2: Back to “imaginary numbers” in the text',
  ])
  assert.deepEqual(ids('/action-plans/made-up-plan/'), inActions)

  const where = JSON.stringify(published.get('/notes-to-editors/made-up-note/')?.tree)
  assert.match(where, /“imaginary numbers” in action 2 of A made-up plan/)
  assert.match(where, /made-up-release\/#mark-made-up-note-2"/)
  assert.equal(release.includes('made-up-release'), true)
})
