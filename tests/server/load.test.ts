import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measureLoad } from '../../scripts/load.ts'

test('fifty forms a second for twenty seconds: all stored', { timeout: 120_000 }, async (t) => {
  const { sent, statuses, lost, milliseconds } = await measureLoad(50, 20)
  t.diagnostic(JSON.stringify(milliseconds))
  assert.equal(sent, 1_000)
  assert.deepEqual(statuses, { 303: 1_000 })
  assert.equal(lost, 0)
})
