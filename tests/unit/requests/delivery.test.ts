import assert from 'node:assert/strict'
import { once, EventEmitter } from 'node:events'
import type { TestContext } from 'node:test'
import type { MailConfiguration } from '../../../src/configuration.ts'
import {
  MAIL_ALARM,
  startDelivery,
  type Delivery,
  type DeliveryEvent,
} from '../../../src/requests/delivery.ts'
import { createMailer } from '../../../src/requests/mailer.ts'
import { Outbox } from '../../../src/requests/outbox.ts'
import { RequestStore } from '../../../src/requests/store.ts'
import { onEachDatabase, type TestDatabase } from './databases.ts'
import { startMailServer, type Behaviour, type MailServer } from './mail-server.ts'
import { submission, values } from './submissions.ts'

const site = { url: 'https://releases.example', name: 'Made-up Releases' }
const pace = { first: 20, longest: 200, look: 25 }
/** A Friday, before the team is told what is due. */
const EARLY = new Date('2016-11-25T07:00:00Z')

interface Sending {
  readonly store: RequestStore
  readonly outbox: Outbox
  readonly events: DeliveryEvent[]
  readonly delivery: Delivery
  /** Waits until an event is there. */
  readonly until: (isIt: (event: DeliveryEvent) => boolean) => Promise<DeliveryEvent>
  /** Waits for one more event. */
  readonly next: () => Promise<unknown>
}

async function send(
  t: TestContext,
  { open }: TestDatabase,
  { url }: MailServer,
  { now = EARLY, longest = 60_000 } = {},
): Promise<Sending> {
  const database = await open()
  const store = new RequestStore(database)
  const outbox = new Outbox(database)
  const events: DeliveryEvent[] = []
  const heard = new EventEmitter()
  const mail: MailConfiguration = {
    smtpUrl: url,
    from: { name: 'Made-up Site', address: 'site@made-up.example' },
    to: [{ name: 'Team, of two', address: 'team@made-up.example' }],
    copyToPerson: false,
  }
  const delivery = startDelivery({
    store,
    outbox,
    mail,
    site,
    pace,
    now: () => now,
    report: (event) => {
      events.push(event)
      heard.emit('event')
    },
    mailer: createMailer(mail, 'releases.example', longest),
  })
  t.after(() => delivery.stop())
  heard.setMaxListeners(0)
  const next = () => once(heard, 'event', { signal: AbortSignal.timeout(10_000) })
  return {
    next,
    store,
    outbox,
    events,
    delivery,
    until: async (isIt) => {
      for (;;) {
        const found = events.find(isIt)
        if (found) return found
        await next()
      }
    },
  }
}

const isSent = ({ event }: DeliveryEvent) => event === 'mail-sent'
const isFailed = ({ event }: DeliveryEvent) => event === 'mail-failed'

onEachDatabase('the team has a request, once, with a fixed Message-ID', async (t, database) => {
  const server = await startMailServer(t)
  const { store, outbox, delivery, until } = await send(t, database, server)
  const { reference } = await store.submit(submission())
  delivery.wake()
  await until(isSent)
  const [mail, ...others] = server.received
  assert.deepEqual(others, [])
  assert.equal(mail?.messageId, `<request-${reference}@releases.example>`)
  assert.equal(mail.from, 'site@made-up.example')
  // The comma in a name makes no second address of it.
  assert.deepEqual(mail.to, ['team@made-up.example'])
  assert.deepEqual(await outbox.unsent(), [])
})

onEachDatabase('a mail server that is away gets it when it is back', async (t, database) => {
  const server = await startMailServer(t)
  await server.stop()
  const { store, outbox, until } = await send(t, database, server)
  await store.submit(submission())
  const { error } = await until(({ attempts }) => Number(attempts) >= 3)
  assert.equal(error, 'ESOCKET')
  const [unsent] = await outbox.unsent()
  assert.equal(unsent?.last_error, 'ESOCKET')
  await server.start()
  await until(isSent)
  assert.equal(server.received.length, 1)
})

for (const refusal of [450, 550] as const) {
  onEachDatabase(`${refusal} is not the end`, async (t, database) => {
    const server = await startMailServer(t)
    let left = 2
    server.behave = () => (left-- > 0 ? refusal : 'take')
    const { store, until, events } = await send(t, database, server)
    await store.submit(submission())
    await until(isSent)
    const failed = events.filter(isFailed)
    assert.deepEqual(
      failed.map(({ attempts, error }) => ({ attempts, error })),
      [1, 2].map((attempts) => ({ attempts, error: String(refusal) })),
    )
    // A mail server may say whom it refuses.
    assert.doesNotMatch(JSON.stringify(events), /person@/)
  })
}

onEachDatabase(
  'a mail that was taken without a word comes again as the same',
  async (t, database) => {
    const server = await startMailServer(t)
    const behaviours: Behaviour[] = ['cut']
    server.behave = () => behaviours.pop() ?? 'take'
    const { store, until } = await send(t, database, server)
    const { reference } = await store.submit(submission())
    await until(isSent)
    const id = `<request-${reference}@releases.example>`
    assert.deepEqual(
      server.received.map(({ messageId }) => messageId),
      [id, id],
    )
    const [first, second] = server.received.map(({ parsed }) => [parsed.date, parsed.text])
    assert.deepEqual(first, second)
  },
)

onEachDatabase('a tarpit for one mail holds up no other', async (t, database) => {
  const server = await startMailServer(t)
  const stuck = new Set<string>()
  server.behave = (id) => {
    if (stuck.size === 0) stuck.add(id)
    return stuck.has(id) ? 'tarpit' : 'take'
  }
  const { store, until } = await send(t, database, server, { longest: 500 })
  for (const details of ['one', 'two', 'three', 'four']) {
    await store.submit(submission({ values: values({ details }) }))
  }
  const { error } = await until(isFailed)
  assert.equal(error, 'Error')
  assert.equal(server.received.length, 3)
})

onEachDatabase('two servers on one database send each mail once', async (t, database) => {
  const mailServer = await startMailServer(t)
  const one = await send(t, database, mailServer)
  const other = await send(t, database, mailServer)
  const references: string[] = []
  for (let index = 0; index < 30; index++) {
    const words = values({ details: `Made-up request ${index}` })
    references.push((await one.store.submit(submission({ values: words }))).reference)
  }
  while ([...one.events, ...other.events].filter(isSent).length < references.length) {
    await Promise.race([one, other].map(({ next }) => next()))
  }
  assert.deepEqual(
    mailServer.received.map(({ messageId }) => messageId).toSorted(),
    references.map((reference) => `<request-${reference}@releases.example>`).toSorted(),
  )
})

onEachDatabase(
  'what a killed server had taken is sent when its lease is over',
  async (t, database) => {
    const mailServer = await startMailServer(t)
    const db = await database.open()
    const { reference } = await new RequestStore(db).submit(submission())
    // Taken long ago, and never heard of again.
    const taken = await new Outbox(db).take(new Date(Date.now() + 1))
    assert.equal(taken?.reference, reference)
    const { until, outbox } = await send(t, database, mailServer)
    assert.equal(await outbox.take(new Date(Date.now() + 1)), undefined)
    await db.run((tables) =>
      tables
        .updateTable('outbox')
        .set({ leased_until: new Date(0).toISOString() })
        .execute(),
    )
    await until(isSent)
  },
)

onEachDatabase(
  'after days without a mail server it still tries, and raises an alarm',
  async (t, database) => {
    const mailServer = await startMailServer(t)
    mailServer.behave = () => 450
    const db = await database.open()
    await new RequestStore(db).submit(submission())
    const threeDaysAgo = new Date(Date.now() - 72 * MAIL_ALARM).toISOString()
    await db.run((tables) =>
      tables.updateTable('outbox').set({ created_at: threeDaysAgo, attempts: 90 }).execute(),
    )
    const { until, events } = await send(t, database, mailServer)
    const { minutes } = await until(({ event }) => event === 'mail-overdue')
    assert.ok(Number(minutes) >= 72 * 60)
    const { attempts } = await until(isFailed)
    assert.equal(attempts, 91)
    mailServer.behave = () => 'take'
    await until(isSent)
    assert.equal(events.filter(({ event }) => event === 'mail-overdue').length, 1, 'once an hour')
  },
)

onEachDatabase('the digest comes once, in the morning of a working day', async (t, database) => {
  const mailServer = await startMailServer(t)
  const store = new RequestStore(await database.open())
  // Due on Friday 2 December.
  await store.submit(submission())
  const days = {
    'a Saturday': new Date('2016-12-03T10:00:00Z'),
    'before eight': new Date('2016-12-02T07:59:00Z'),
    'a bank holiday': new Date('2016-12-27T10:00:00Z'),
    'the day itself': new Date('2016-12-02T08:00:00Z'),
  }
  for (const [name, now] of Object.entries(days)) {
    const servers = [
      await send(t, database, mailServer, { now }),
      await send(t, database, mailServer, { now }),
    ]
    await store.submit(
      submission({ values: values({ details: name }), receivedAt: now, dueOn: '2017-01-31' }),
    )
    // The mail of the new request comes after the digest, if there is one.
    const isLast = ({ id }: DeliveryEvent) => String(id).startsWith('request-')
    for (const { delivery } of servers) delivery.wake()
    await Promise.race(servers.map(({ until }) => until(isLast)))
    for (const { delivery } of servers) await delivery.stop()
  }
  const digests = mailServer.received.filter(({ messageId }) => messageId.includes('digest'))
  assert.deepEqual(
    digests.map(({ messageId, parsed }) => [messageId, parsed.subject]),
    [['<digest-2016-12-02@releases.example>', 'Format requests: 1 due today']],
  )
})
