import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { RequestStore } from '../../src/requests/store.ts'
import { Outbox } from '../../src/requests/outbox.ts'
import { startMailServer } from '../unit/requests/mail-server.ts'
import { onEachDatabase } from '../unit/requests/databases.ts'
import { fields, referenceOf, startServer } from './running.ts'

const ROUNDS = 10
/** More than this many are acknowledged in each round before the server is killed. */
const ACKNOWLEDGED = 15

onEachDatabase(
  'kill -9 in a burst, ten times: nothing acknowledged is lost, and all of it is mailed',
  async (t, { env, open }) => {
    const mail = await startMailServer(t)
    const acknowledged = new Set<string>()
    const variables = {
      ...env,
      SMTP_URL: mail.url,
      MAIL_FROM: 'site@made-up.example',
      REQUESTS_TO: 'team@made-up.example',
      // So that each poster has an address of its own to be counted by.
      TRUST_HOPS: '1',
    }
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startServer(t, variables)
      let count = 0
      const burst = Array.from({ length: 6 }, async (_, poster) => {
        for (let index = 0; ; index++) {
          const words = { details: `Made-up request ${round}.${poster}.${index}` }
          const from = { 'X-Forwarded-For': `192.0.${round}.${poster}` }
          const answer = await server.post(fields(words), from).catch(() => undefined)
          // The server is gone, or this poster has had its share.
          if (answer === undefined || answer.status === 429) return
          if (answer.status === 503) {
            t.diagnostic(server.lines.filter((line) => line.includes('not-stored')).join())
            continue
          }
          acknowledged.add(referenceOf(answer))
          count += 1
        }
      })
      const burstOf = { isOver: false }
      const over = Promise.all(burst).finally(() => (burstOf.isOver = true))
      while (count < ACKNOWLEDGED && !burstOf.isOver) await sleep(2)
      await server.end('SIGKILL')
      await over
    }
    assert.ok(acknowledged.size >= ROUNDS * ACKNOWLEDGED)

    await startServer(t, variables)
    const database = await open()
    const stored = (await new RequestStore(database).all()).map(({ reference }) => reference)
    assert.deepEqual(
      [...acknowledged].filter((reference) => !stored.includes(reference)),
      [],
      'acknowledged, and lost',
    )
    // What a killed server had in its hands is taken up when its lease is over: now, for the test.
    const outbox = new Outbox(database)
    await outbox.retryAll(new Date())
    const deadline = Date.now() + 60_000
    while ((await outbox.unsent()).length > 0 && Date.now() < deadline) await sleep(50)
    const ids = mail.received.map(({ messageId }) => messageId)
    assert.deepEqual(
      stored.filter((reference) => !ids.includes(`<request-${reference}@localhost>`)),
      [],
      'stored, and never mailed',
    )
    t.diagnostic(`${acknowledged.size} acknowledged, ${stored.length} stored, ${ids.length} mailed`)
  },
  { timeout: 180_000 },
)
