import assert from 'node:assert/strict'
import { RequestStore } from '../../../src/requests/store.ts'
import { onEachDatabase } from './databases.ts'
import { submission } from './submissions.ts'

onEachDatabase('the same form sent twelve times at once is one request', async (_t, { open }) => {
  const one = new RequestStore(await open())
  const other = new RequestStore(await open())
  const receipts = await Promise.all(
    Array.from({ length: 12 }, (_, index) => (index % 2 ? one : other).submit(submission())),
  )
  assert.equal(new Set(receipts.map(({ reference }) => reference)).size, 1)
  assert.equal(receipts.filter(({ isNew }) => isNew).length, 1)
  assert.equal((await one.all()).length, 1)
})
