import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import * as z from 'zod'
import { Outbox } from '../../../src/requests/outbox.ts'
import { onEachDatabase, sqliteDatabase } from './databases.ts'
import { ask, desk, deskHere } from './desks.ts'

const TO = 'team@made-up.example, Other <other@made-up.example>'

async function mailServer(t: TestContext, options: SMTPServerOptions = {}) {
  const taken: { to: string[]; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, { envelope }, done) => {
      let text = ''
      stream.on('data', (data: Buffer) => (text += data.toString()))
      stream.on('end', () => {
        taken.push({ to: envelope.rcptTo.map(({ address }) => address), text })
        done()
      })
    },
    ...options,
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  t.after(() => {
    server.close()
  })
  const { port } = server.server.address() as AddressInfo
  const SMTP_URL = `smtp://127.0.0.1:${port}`
  return { taken, env: { SMTP_URL, MAIL_FROM: 'site@made-up.example', REQUESTS_TO: TO } }
}

test('a test mail goes to the team', async (t) => {
  const { taken, env } = await mailServer(t)
  const sent = await desk(env, 'mail-test', '--json')
  assert.deepEqual([sent.status, sent.stderr], [0, ''])
  const to = ['team@made-up.example', 'other@made-up.example']
  assert.deepEqual(JSON.parse(sent.stdout), { sent: true, to })
  assert.deepEqual(
    taken.map((mail) => mail.to),
    [to],
  )
  assert.match(taken[0]?.text ?? '', /^Subject: Test: requests for formats\r$/m)
})

test('says why a test mail was not sent', async (t) => {
  const reason = Object.assign(new Error('Made-up \u001b[31mreason'), { responseCode: 550 })
  const { env } = await mailServer(t, {
    onRcptTo: (_address, _session, done) => {
      done(reason)
    },
  })
  const refused = await desk(env, 'mail-test')
  assert.deepEqual([refused.status, refused.stdout], [1, ''])
  assert.match(refused.stderr, /^The test mail was not sent: .*550 Made-up .*reason\n$/)
  assert.ok(!refused.stderr.includes('\u001b'))
  const away = await deskHere({ ...env, SMTP_URL: 'smtp://someone:secret-word@127.0.0.1:9' }, [
    'mail-test',
  ])
  assert.deepEqual([away.status, away.stderr.includes('secret-word')], [1, false])
})

test('the doctor speaks to the mail server when asked to', async (t) => {
  const { env } = await mailServer(t)
  const database = sqliteDatabase(t)
  const now = new Date()
  await ask(database, { receivedAt: now, dueOn: '9999-12-31' })
  const set = { ...env, ...database.env, SITE_NOW: '' }
  const well = await desk(set, 'doctor', '--mail')
  assert.match(well.stdout, /^right {2}Mail server: answers/m)
  assert.equal(well.status, 0, well.stdout)
  const ill = await deskHere({ ...set, SMTP_URL: 'smtp://127.0.0.1:9' }, ['doctor', '--mail'])
  assert.match(ill.stdout, /^wrong {2}Mail server: .*ECONNREFUSED/m)
  assert.equal(ill.status, 1)

  const opened = await database.open()
  const old = new Date(now.getTime() - 61 * 60_000).toISOString()
  await opened.run((db) => db.updateTable('outbox').set({ created_at: old }).execute())
  const waiting = await deskHere(set, ['doctor'])
  assert.match(waiting.stdout, /^wrong {2}Unsent mail: 1 e-mail, the oldest for 1 hour/m)
})

onEachDatabase('shows unsent mail, and makes it due at once', async (_t, database) => {
  const [reference = '', sent = ''] = await ask(database, {}, {})
  const outbox = new Outbox(await database.open())
  await outbox.markSent(`request-${sent}`, new Date())
  const later = new Date(Date.now() + 3_600_000)
  await outbox.markFailed(`request-${reference}`, 'Made-up\u001b[2J reason', later)
  const plain = await desk(database.env, 'outbox')
  assert.match(
    plain.stdout,
    new RegExp(`^request\t${reference}\t.*\t0\tin .*\tMade-up reason$`, 'm'),
  )
  assert.ok(!plain.stdout.includes(sent))
  const mails = z.array(z.looseObject({ id: z.string(), attempts: z.int() }))
  const { stdout } = await deskHere(database.env, ['outbox', '--json'])
  assert.deepEqual(
    mails.parse(JSON.parse(stdout)).map(({ id }) => id),
    [`request-${reference}`],
  )

  const retried = await desk(database.env, 'retry', '--json')
  assert.deepEqual(JSON.parse(retried.stdout), { due: 1 })
  assert.equal((await outbox.take(new Date()))?.reference, reference)
})
