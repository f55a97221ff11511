import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError } from '../../../src/requests/database.ts'
import { RequestStore } from '../../../src/requests/store.ts'
import { onEachDatabase } from './databases.ts'
import { startProgram } from './programs.ts'
import { submission } from './submissions.ts'

describe('a database that another process holds for six seconds', { concurrency: 2 }, () => {
  onEachDatabase(
    'requests wait for it for five seconds, and others are served meanwhile',
    async (t, database) => {
      const store = new RequestStore(await database.open())
      const submit = () => store.submit(submission({ formId: randomUUID() }))
      const before = await submit()
      const { hasPrinted, goOn, ended } = startProgram(t, database, 'hold-database.ts')
      await hasPrinted(1)
      const pauses = measurePauses()
      const start = performance.now()

      const early = Promise.allSettled(Array.from({ length: 20 }, submit))
      await sleep(4_000)
      let isStored = false
      const late = submit().finally(() => (isStored = true))
      for (const outcome of await early) {
        assert.ok(outcome.status === 'rejected' && outcome.reason instanceof DatabaseError)
      }
      const waited = performance.now() - start
      assert.ok(waited > 4_500 && waited < 8_000, `${waited} ms`)

      await sleep(1_000)
      assert.equal(isStored, false)
      const longest = pauses.stop()
      assert.ok(longest < 500, `the longest pause was ${longest} ms`)
      goOn()
      const { reference, isNew } = await late
      await ended
      assert.ok(isNew)
      const stored = (await store.all()).map((request) => request.reference)
      assert.deepEqual(stored.toSorted(), [before.reference, reference].toSorted())
    },
    { timeout: 30_000 },
  )
})

/** Follows the event loop: as long as its timer is late, nobody is served. */
function measurePauses(): { stop(): number } {
  let longest = 0
  let last = performance.now()
  const measure = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(measure, 10)
  return {
    stop: () => {
      clearInterval(timer)
      measure()
      return longest
    },
  }
}
