import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import * as z from 'zod'
import { formatRequests } from '../../../src/document/schemas.ts'
import { dueOn } from '../../../src/requests/due-date.ts'
import { onEachDatabase, sqliteDatabase } from './databases.ts'
import { ask, desk, deskHere } from './desks.ts'
import { test } from 'node:test'
import { values } from './submissions.ts'

const listed = z.array(
  z.looseObject({
    reference: z.string().length(8),
    due_on: z.iso.date(),
    state: z.enum(['overdue', 'due today', 'due next', 'waiting', 'answered', 'answered late']),
    signals: z.array(z.string()),
  }),
)
const shown = z.looseObject({
  reference: z.string(),
  answered_at: z.string().nullable(),
  state: z.string(),
  notes: z.array(z.strictObject({ written_at: z.string(), text: z.string() })),
  mail: z.array(z.looseObject({ kind: z.string(), sent_at: z.null() })),
})
const failed = z.strictObject({ error: z.string().min(10) })

/** The JSON of a command: one value, with nothing after it. */
const read = <T>(schema: z.ZodType<T>, stdout: string): T => schema.parse(JSON.parse(stdout))
const received = (moment: string) => {
  const receivedAt = new Date(moment)
  return { receivedAt, dueOn: dueOn(receivedAt) }
}

onEachDatabase('lists what is asked for, and no more', async (_t, database) => {
  const [late = '', today = '', next = '', later = '', spam = ''] = await ask(
    database,
    received('2016-11-24T10:00:00Z'),
    received('2016-11-25T10:00:00Z'),
    // Due on a Monday, which is the working day after Friday the 2nd.
    received('2016-11-28T10:00:00Z'),
    received('2016-11-29T10:00:00Z'),
    { ...received('2016-11-29T11:00:00Z'), signals: ['trap'] },
  )
  const wanted: [typed: string[], references: string[]][] = [
    [[], [late, today, next, later, spam]],
    [['--due'], [today, next]],
    [['--overdue'], [late]],
    [
      ['--due', '--overdue'],
      [late, today, next],
    ],
    [['--suspect'], [spam]],
    [['--answered'], []],
    [['--all'], [late, today, next, later, spam]],
  ]
  for (const [typed, references] of wanted) {
    const { stdout, status } = await deskHere(database.env, ['list', '--json', ...typed])
    assert.equal(status, 0)
    const found = read(listed, stdout).map(({ reference }) => reference)
    assert.deepEqual(found, references, typed.join(' '))
  }

  const plain = await desk(database.env, 'list')
  assert.equal(plain.status, 0)
  assert.match(plain.stdout, new RegExp(`^${late}\t2016-12-01\toverdue\t`, 'm'))
  assert.match(plain.stdout, new RegExp(`^${spam}\t2016-12-06\twaiting, possible spam\t`, 'm'))
})

onEachDatabase('follows a request from its note to its answer', async (_t, database) => {
  const { env } = database
  const [reference = '', other = ''] = await ask(
    database,
    { values: values({ details: 'First line\nSecond line' }), signals: ['many-links'] },
    {},
  )
  const typed = `${reference.slice(0, 4).toLowerCase()}-${reference.slice(4)}`
  assert.equal((await deskHere(env, ['note', typed, 'Asked', 'the printer'])).status, 0)
  assert.equal((await desk(env, 'note', typed, '--', '--not an option')).status, 0)
  assert.equal((await deskHere(env, ['not-spam', typed])).status, 0)

  const before = read(shown, (await desk(env, 'show', typed, '--json')).stdout)
  assert.deepEqual(
    before.notes.map(({ text }) => text),
    ['Asked the printer', '--not an option'],
  )
  assert.deepEqual([before.state, before.signals], ['due today', []])
  assert.equal(before.mail.length, 1)

  const answered = await desk(env, 'answered', reference, '--on', '2016-11-28')
  assert.match(answered.stdout, /is answered, on 28 November 2016/)
  const again = await deskHere(env, ['answered', reference])
  assert.deepEqual([again.status, again.stdout.includes('28 November 2016 already')], [0, true])
  const after = read(shown, (await deskHere(env, ['show', reference, '--json'])).stdout)
  assert.deepEqual([after.state, after.answered_at], ['answered', '2016-11-28T12:00:00.000Z'])
  const open = await deskHere(env, ['list', '--json'])
  assert.deepEqual(
    read(listed, open.stdout).map((each) => each.reference),
    [other],
  )
  assert.equal((await deskHere(env, ['answered', reference, '--undo'])).status, 0)
  assert.equal(read(listed, (await deskHere(env, ['list', '--json'])).stdout).length, 2)

  const { stdout } = await deskHere(env, ['show', reference])
  assert.match(stdout, /^Details {15}First line\n {22}Second line$/m)
  assert.match(stdout, /^Mail to the team {6}not sent, not tried yet$/m)
})

onEachDatabase('drafts an answer', async (_t, database) => {
  const [named = '', nameless = ''] = await ask(
    database,
    {},
    {
      values: values({ name: '', email: '', telephone: '01632 960000', postal_address: 'A\nB' }),
      pageTitle: '',
      ...received('2016-11-10T10:00:00Z'),
    },
  )
  const first = await desk(database.env, 'reply', named)
  assert.match(first.stdout, /^E-mail: person@made-up\.example\nSubject: .*Large print/)
  assert.match(first.stdout, new RegExp(`\nHello A Made-up Person,\n[^]*Reference: ${named}\n`))
  assert.match(first.stdout, /Address: http:\/\/localhost:4321\/press-releases\/made-up\/\n/)
  assert.match(first.stdout, /\[Your name\]/)
  assert.match(first.stderr, new RegExp(`answered ${named}`))
  assert.doesNotMatch(first.stdout, /late/)
  const second = await deskHere(database.env, ['reply', nameless])
  assert.match(second.stdout, /^Telephone: 01632 960000\nPost: A, B\n[^]*\nHello,\n/)
  assert.match(second.stdout, /sorry that this is late/)
})

onEachDatabase('counts for the team and for the public', async (_t, database) => {
  const asked = [...Array<object>(6).fill({}), { values: values({ format: 'bsl' }) }]
  const references = await ask(database, ...asked, { signals: ['trap'] })
  for (const reference of references.slice(0, 5)) {
    assert.equal((await deskHere(database.env, ['answered', reference])).status, 0)
  }
  const counts = z.looseObject({ byFormat: z.record(z.string(), z.unknown()), inAll: z.unknown() })
  const { byFormat, inAll } = read(counts, (await desk(database.env, 'stats', '--json')).stdout)
  assert.deepEqual(inAll, { asked: 7, answered: 5, inTime: 5 })
  assert.deepEqual(byFormat.bsl, { asked: 'under 5', answered: 'under 5', inTime: 'under 5' })
  assert.match((await deskHere(database.env, ['stats'])).stdout, /^7\t5\t5\tIn all$/m)

  const printed = await desk(database.env, 'ledger', '--stdout', '--json')
  const data = read(formatRequests, printed.stdout)
  assert.deepEqual([data.counted, data.from, data.to], ['2016-12-02', '2016-11', '2016-11'])
  assert.ok(!printed.stdout.includes('made-up') && !printed.stdout.includes(references[0] ?? ''))
})

onEachDatabase('says what it cannot do, and exits with the right number', async (_t, database) => {
  const [reference = ''] = await ask(database, {})
  const cases: [typed: string[], status: number, message: RegExp][] = [
    [['lsit'], 2, /Did you mean "list"\?/],
    [['list', '--overdeu'], 2, /no option "--overdeu"\. Did you mean --overdue\?/],
    [['show'], 2, /REF is missing/],
    [['show', reference, 'more'], 2, /takes REF and not "more"/],
    [['show', 'CCCCCCCC'], 1, /no request CCCCCCCC/],
    [['note', 'CCCCCCCC', 'text'], 1, /no request/],
    [['show', 'O0'], 1, /not a reference/],
    [['answered', reference, '--on', '2016-02-30'], 2, /not a day/],
    [['answered', reference, '--on', '2016-12-03'], 2, /still to come/],
    [['answered', reference, '--on', '2016-11-24'], 2, /before it was asked/],
    [['list', '--json', '--csv'], 2, /not both/],
    [['erase', reference], 2, /--yes/],
    [['erase'], 2, /--email/],
    [['erase', '--yes', '--email', 'nobody@made-up.example'], 1, /Nobody gave/],
    [['mail-test'], 1, /SMTP_URL/],
    [['restore', 'x'], 2, /--check/],
  ]
  for (const [typed, status, message] of cases) {
    if (!typed.includes('--json')) {
      const { stdout, ...plain } = await deskHere(database.env, typed)
      assert.deepEqual([plain.status, stdout], [status, ''], typed.join(' '))
      assert.match(plain.stderr, message)
    }
    const json = await deskHere(database.env, [...typed, '--json'])
    assert.equal(json.status, status)
    assert.match(read(failed, json.stdout).error, message)
  }
})

test('help needs no database and no configuration', async () => {
  const all = await desk({ PORT: 'none' })
  assert.equal(all.status, 0)
  for (const name of ['list', 'purge', 'restore']) assert.ok(all.stdout.includes(`\n  ${name} `))
  assert.ok(all.stdout.split('\n').every((line) => line.length <= 80))
  const one = await desk({ PORT: 'none' }, 'purge', '--help', '--json')
  assert.equal(read(z.looseObject({ name: z.string() }), one.stdout).name, 'purge')
})

test('a configuration that is wrong, and a database that is not there', async (t) => {
  const wrong = await desk({ PORT: 'none' }, 'list')
  assert.deepEqual([wrong.status, wrong.stdout], [2, ''])
  assert.match(wrong.stderr, /^PORT is "none".*\n$/)

  const { env, address } = sqliteDatabase(t)
  const missing = await desk(env, 'list', '--json')
  assert.equal(missing.status, 3)
  assert.match(read(failed, missing.stdout).error, /no database at .*DATABASE_FILE/)
  assert.ok('file' in address)
  writeFileSync(address.file, randomUUID().repeat(100))
  const damaged = await desk(env, 'list')
  assert.equal(damaged.status, 3)
  assert.match(damaged.stderr, /^The database cannot be used: .*not a database\n$/)

  const url = 'postgres://someone:secret-word@127.0.0.1:9/requests'
  const away = await desk({ DATABASE_URL: url }, 'list')
  assert.equal(away.status, 3)
  assert.doesNotMatch(away.stderr, /secret-word|\n.+\n/)
})
