import assert from 'node:assert/strict'
import { test } from 'node:test'
import { progressOf, type Progress } from '../../../src/document/plan-progress.ts'

const progress = (on: string, status: Progress['status'], action = 'first'): Progress => ({
  type: 'progress',
  on,
  plan: 'made-up-plan',
  action,
  status,
  summary: `What was so on ${on}.`,
  evidence: [],
  by: { asStated: 'nobody' },
})

test('without an update an action is announced, and the page says since when nothing came', () => {
  assert.deepEqual(progressOf('first', '2016-11-25', []), {
    status: 'announced',
    words: 'Announced. No update has been published here since 25 November 2016.',
    entries: [],
  })
})

test('updates of another action do not count', () => {
  const others = [progress('2020-01-20', 'done', 'second')]
  assert.equal(progressOf('first', '2020-01-15', others).status, 'announced')
})

test('the newest of several updates gives the status, whatever their order', () => {
  const updates = [
    progress('2020-03-01', 'in progress, with problems'),
    progress('2021-01-01', 'done'),
    progress('2020-02-01', 'in progress'),
    progress('2022-01-01', 'stopped', 'second'),
  ]
  for (const order of [updates, updates.toReversed()]) {
    const { status, words, entries } = progressOf('first', '2020-01-15', order)
    assert.equal(status, 'done')
    assert.equal(words, 'Done (1 January 2021): What was so on 2021-01-01.')
    assert.deepEqual(
      entries.map(({ on }) => on),
      ['2020-02-01', '2020-03-01', '2021-01-01'],
    )
  }
})

test('of two updates of one day the later one in the list counts', () => {
  const updates = [progress('2020-03-01', 'in progress'), progress('2020-03-01', 'done')]
  assert.equal(progressOf('first', '2020-01-15', updates).status, 'done')
})

test('a status of several words begins with a capital', () => {
  const { words } = progressOf('first', '2020-01-15', [progress('2020-03-01', 'done differently')])
  assert.equal(words, 'Done differently (1 March 2020): What was so on 2020-03-01.')
})
