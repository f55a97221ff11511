import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { readSchedule, type Due } from '../../../src/document/schedule.ts'
import { readStalePlans } from '../../../src/document/stale-plans.ts'
import { edited, plan, release, writeContent, type Files } from './made-up-content.ts'

/* Read from front matter alone; what the library makes public when is tested with the library. */

const updateFile = (name: string, fields: string): Files => ({
  [`content/updates/${name}.mdx`]: `---\n${fields}\n---\n`,
})
const progress = (on: string, action: string, status: string): Files =>
  updateFile(
    `${action}-${on}`,
    `type: progress\non: ${on}\nplan: made-up-plan\naction: ${action}\nstatus: ${status}\nsummary: Made up.\nby: { person: second-person }`,
  )
const withState = (fields: string) => edited(release, 'state: published', fields)
const schedule = (context: TestContext, changed: Files = {}) =>
  readSchedule(writeContent(context, changed))
const times = (due: readonly Due[]) =>
  due.map(({ moment, what, file, why }) => [moment.toISOString(), what, file, why])

const planGoesOut = [
  '2020-01-15T00:00:00.000Z',
  'action plan “A made-up plan” goes out',
  plan,
  'its day of publication',
]
const releaseAt = (moment: string, why: string) => [
  moment,
  'press release “A made-up announcement” goes out',
  release,
  why,
]

for (const [name, fields, moment, why] of [
  [
    'published, at the beginning of its day',
    'state: published',
    '2020-01-15T00:00:00.000Z',
    'its day of publication',
  ],
  [
    'ready, at its time',
    'state: ready\npublishAt: 2020-07-01T00:01:00+01:00',
    '2020-06-30T23:01:00.000Z',
    'its time of publication',
  ],
  [
    'published under embargo, at its end',
    'state: published\nembargoUntil: 2020-12-01T00:01:00+00:00',
    '2020-12-01T00:01:00.000Z',
    'the end of its embargo',
  ],
] as const) {
  test(`what is ${name}, goes out`, (context) => {
    const { due, waiting, leftOut } = schedule(context, withState(fields))
    assert.deepEqual(times(due), [planGoesOut, releaseAt(moment, why)])
    assert.deepEqual([waiting, leftOut], [[], []])
    assert.deepEqual(
      due.map(({ title, address }) => [title, address]),
      [
        ['A made-up plan', '/action-plans/made-up-plan/'],
        ['A made-up announcement', '/press-releases/made-up-release/'],
      ],
    )
  })
}

test('what is ready without a time waits, and so does what has a time and is not ready', (context) => {
  const at = 'publishAt: 2999-01-01T00:00:00+00:00'
  for (const [fields, why] of [
    ['state: ready', 'It is ready, and `publishAt` is missing.'],
    [`state: in-review\n${at}`, 'It has a time, but its state is in-review.'],
    [`state: draft\n${at}`, 'It has a time, but its state is draft.'],
  ] as const) {
    const { due, waiting } = schedule(context, withState(fields))
    assert.deepEqual(times(due), [planGoesOut])
    assert.deepEqual(
      waiting.map((each) => [each.file, each.why]),
      [[release, why]],
    )
  }
  assert.deepEqual(schedule(context, withState('state: draft')).waiting, [])
})

test('a withdrawal, formats and updates that come later have moments of their own', (context) => {
  const { due } = schedule(context, {
    ...withState(
      `state: withdrawn
withdrawn: { on: 2020-04-01, at: "09:30", why: It is made up. }
formats:
  - { format: Made-up film, href: "https://film.example/", madeBy: Nobody, added: 2020-02-01 }
  - { format: Earlier film, href: "https://film.example/2", madeBy: Nobody, added: 2020-01-15 }`,
    ),
    ...progress('2020-03-01', 'first-action', 'done'),
    ...updateFile(
      'correction',
      'type: correction\non: 2020-03-02\nat: "14:05"\nrelease: made-up-release\nwhere: Here\nsaid: One\nsays: Two',
    ),
  })
  assert.deepEqual(
    due.slice(2).map(({ moment, kind, what }) => [moment.toISOString(), kind, what]),
    [
      ['2020-02-01T00:00:00.000Z', 'format', 'Made-up film of “A made-up announcement” can be had'],
      ['2020-03-01T00:00:00.000Z', 'update', 'progress on “A made-up plan” goes out'],
      ['2020-03-02T14:05:00.000Z', 'update', 'correction of “A made-up announcement” goes out'],
      [
        '2020-04-01T08:30:00.000Z',
        'withdrawal',
        'press release “A made-up announcement” is withdrawn',
      ],
    ],
  )
})

test('what belongs to a text that does not go out is not promised', (context) => {
  const { due } = schedule(context, {
    ...withState(
      'state: draft\nformats: [{ format: Film, href: "https://film.example/", madeBy: Nobody, added: 2999-02-01 }]',
    ),
    ...updateFile(
      'change',
      'type: change\non: 2999-03-02\nrelease: made-up-release\nsignificant: true\nsummary: Made up.',
    ),
  })
  assert.deepEqual(times(due), [planGoesOut])
})

test('an update from before its publication goes out with it', (context) => {
  const { due } = schedule(context, {
    ...withState('state: published\nembargoUntil: 2020-12-01T00:01:00+00:00'),
    ...updateFile(
      'early',
      'type: change\non: 2020-11-30\nrelease: made-up-release\nsignificant: true\nsummary: Made up.',
    ),
  })
  assert.deepEqual(times(due), [
    planGoesOut,
    releaseAt('2020-12-01T00:01:00.000Z', 'the end of its embargo'),
  ])
})

test('texts to be read again are told apart; a withdrawn one is not among them', (context) => {
  const { due, reviews } = schedule(context, withState('state: published\nreviewOn: 2020-07-01'))
  assert.equal(due.length, 2)
  assert.deepEqual(times(reviews), [
    [
      '2020-06-30T23:00:00.000Z',
      'press release “A made-up announcement” is to be read through again',
      release,
      'its `reviewOn`',
    ],
  ])
  const withdrawn =
    'state: withdrawn\nwithdrawn: { on: 2020-04-01, why: Made up. }\nreviewOn: 2020-07-01'
  assert.deepEqual(schedule(context, withState(withdrawn)).reviews, [])
})

test('files with errors are left out, and named', (context) => {
  const { due, leftOut } = schedule(context, {
    ...withState('state: publishd'),
    'content/action-plans/unread.mdx': 'no front matter',
  })
  assert.deepEqual(times(due), [planGoesOut])
  assert.deepEqual(leftOut, [release, 'content/action-plans/unread.mdx'])
})

const now = new Date('2020-06-01T12:00:00Z')
const plans = (context: TestContext, changed: Files = {}) => {
  const leftOut: string[] = []
  const found = readStalePlans(writeContent(context, changed), now, leftOut)
  assert.deepEqual(leftOut, [])
  return found
}
const due = (text: string) =>
  edited(
    plan,
    '    title: First action',
    `    title: First action\n    due: { asStated: soon, ${text} }`,
  )

test('an action without news counts its days from the publication of its plan', (context) => {
  const [report] = plans(context)
  assert.ok(report)
  assert.deepEqual(
    [report.lastUpdate, report.daysSince, report.isUpdateLate],
    [undefined, 138, false],
  )
  assert.deepEqual(
    report.actions.map(({ number, status, daysSince }) => [number, status, daysSince]),
    [
      [1, 'announced', 138],
      [2, 'announced', 138],
    ],
  )
})

test('the most neglected action stands first, and what is done last', (context) => {
  const [report] = plans(context, {
    ...progress('2020-05-30', 'first-action', 'in progress'),
    ...progress('2020-03-01', 'second-action', 'in progress'),
    // It is not public yet.
    ...progress('2020-07-01', 'second-action', 'done'),
  })
  const order = report?.actions.map(({ id, status, daysSince }) => [id, status, daysSince])
  assert.deepEqual(order, [
    ['second-action', 'in progress', 92],
    ['first-action', 'in progress', 2],
  ])
  assert.deepEqual([report?.lastUpdate, report?.daysSince], ['2020-05-30', 2])

  // Longer ago, and nobody waits for it.
  const [done] = plans(context, {
    ...progress('2020-02-01', 'first-action', 'done'),
    ...progress('2020-05-30', 'second-action', 'in progress'),
  })
  assert.deepEqual(
    done?.actions.map(({ id }) => id),
    ['second-action', 'first-action'],
  )
})

test('an action is late after its day, unless it is done, stopped or goes on', (context) => {
  for (const [fields, status, isLate] of [
    ['date: 2020-05-31', undefined, true],
    ['date: 2020-05-31', 'in progress, with problems', true],
    ['date: 2020-05-31', 'done differently', false],
    ['date: 2020-05-31', 'ongoing', false],
    ['date: 2020-06-01', undefined, false],
    ['inferred: false', undefined, false],
  ] as const) {
    const news = status === undefined ? {} : progress('2020-05-01', 'first-action', status)
    const action = plans(context, { ...due(fields), ...news })[0]?.actions.find(
      ({ id }) => id === 'first-action',
    )
    assert.equal(action?.isLate, isLate, `${fields}, ${status ?? 'announced'}`)
  }
})

test('a plan is late when the day of its next update has passed without one', (context) => {
  const next = (date: string) =>
    edited(
      plan,
      'announcedIn:',
      `nextUpdateDue: { asStated: in spring, date: ${date} }\nannouncedIn:`,
    )
  const isLate = (changed: Files) => plans(context, changed)[0]?.isUpdateLate
  assert.equal(isLate(next('2020-05-01')), true)
  assert.equal(
    isLate({ ...next('2020-05-01'), ...progress('2020-05-02', 'first-action', 'done') }),
    false,
  )
  assert.equal(isLate(next('2020-06-02')), false)
})

test('only plans that are public are reported, the most neglected first', (context) => {
  const text = (published: string, more = 'state: published') =>
    edited(plan, 'published: 2020-01-15\nstate: published', `published: ${published}\n${more}`)[
      plan
    ]
  const found = plans(context, {
    'content/action-plans/older.mdx': text('2019-01-15'),
    'content/action-plans/draft.mdx': text('2020-01-15', 'state: draft'),
    'content/action-plans/later.mdx': text('2020-06-02'),
    'content/action-plans/gone.mdx': text(
      '2020-01-15',
      'state: withdrawn\nwithdrawn: { on: 2020-02-01, why: Made up. }',
    ),
  })
  assert.deepEqual(
    found.map(({ id }) => id),
    ['older', 'made-up-plan'],
  )
})
