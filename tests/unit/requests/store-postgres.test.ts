import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { Database, DatabaseError } from '../../../src/requests/database.ts'
import { RequestStore } from '../../../src/requests/store.ts'
import { programs, startPostgres } from './databases.ts'
import { submission } from './submissions.ts'

const skip = programs === undefined && 'PostgreSQL is not installed on this machine'

test(
  'PostgreSQL may stop and start again while requests come',
  { skip, timeout: 60_000 },
  async (t) => {
    const server = await startPostgres()
    const url = `postgres://postgres@127.0.0.1:${server.port}/postgres`
    const database = await Database.open({ url })
    t.after(() => database.close())
    const store = new RequestStore(database)
    const submit = async () => store.submit(submission({ formId: randomUUID() }))

    server.stop()
    await assert.rejects(submit(), DatabaseError, 'it is down at the first use')
    server.start()
    const acknowledged = [(await submit()).reference]

    for (let time = 0; time < 2; time += 1) {
      await Promise.all(Array.from({ length: 10 }, submit))
      const burst = Array.from({ length: 200 }, submit)
      // When the first is stored, the others are on their way.
      await Promise.any(burst)
      server.stop()
      const start = performance.now()
      for (const outcome of await Promise.allSettled(burst)) {
        if (outcome.status === 'fulfilled') acknowledged.push(outcome.value.reference)
        else assert.ok(outcome.reason instanceof DatabaseError)
      }
      await assert.rejects(submit(), DatabaseError)
      assert.ok(performance.now() - start < 6_000)
      server.start()
      acknowledged.push((await submit()).reference)
    }
    const stored = new Set((await store.all()).map(({ reference }) => reference))
    assert.deepEqual(
      acknowledged.filter((reference) => !stored.has(reference)),
      [],
    )
  },
)
