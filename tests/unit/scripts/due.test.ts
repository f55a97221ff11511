import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { writeMadeUpReleases } from '../../../scripts/made-up-releases.ts'
import { readSchedule } from '../../../src/document/schedule.ts'
import { edited, plan, release, writeContent, type Files } from '../document/made-up-content.ts'

const project = join(import.meta.dirname, '..', '..', '..')
const program = join(project, 'scripts', 'due.ts')

function due(parameters: readonly string[], now = '2020-11-30T10:00:00Z') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...parameters], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, SITE_NOW: now },
  })
  return { status, stdout, stderr }
}

const scheduled = (context: TestContext, more: Files = {}): string =>
  writeContent(context, {
    ...edited(
      release,
      'state: published',
      'state: ready\npublishAt: 2020-12-01T00:01:00+00:00\nreviewOn: 2021-01-01',
    ),
    'content/press-releases/waiting.mdx': String(
      edited(release, 'state: published', 'state: ready')[release],
    ),
    ...more,
  })

test('it says what goes out when, what waits, and what is to be read again', (context) => {
  const root = scheduled(context)
  const { status, stdout, stderr } = due([root])
  assert.deepEqual([status, stderr], [0, ''])
  assert.equal(
    stdout,
    `It is Monday 30 November 2020 at 10:00 in London; all times are London’s.

Goes out next:
  Tuesday 1 December 2020 at 00:01: press release “A made-up announcement” goes out (${release})

Does not go out by itself:
  “A made-up announcement”: It is ready, and \`publishAt\` is missing. (content/press-releases/waiting.mdx)

Nothing is overdue for review.
`,
  )
  assert.match(
    due([root], '2021-07-01T10:00:00Z').stdout,
    /at 11:00 in London.*\n\nNothing goes out by itself\.\n[^]*To be read through again:\n {2}since Friday 1 January 2021: “A made-up announcement”/,
  )
})

test('it says what has become due since a moment, for a timetable that skips the rest', (context) => {
  const root = scheduled(context)
  const since = (moment: string, now: string) => {
    const { status, stdout } = due([root, '--json', '--since', moment], now)
    assert.equal(status, 0)
    const found = JSON.parse(stdout) as { since: { moment: string; file: string }[] }
    return found.since.map(({ moment, file }) => [moment, file])
  }
  const minute = '2020-12-01T00:01:00Z'
  const releaseIsDue = [['2020-12-01T00:01:00.000Z', release]]
  assert.deepEqual(since('2020-12-01T00:00:00Z', minute), releaseIsDue)
  assert.deepEqual(since('2020-12-01T00:50:00+01:00', '2020-12-01T00:01:01Z'), releaseIsDue)
  assert.deepEqual(since('2020-12-01T00:00:00Z', '2020-12-01T00:00:59Z'), [])
  assert.deepEqual(since(minute, '2021-06-01T00:00:00Z'), [], 'a review changes nothing in public')
  assert.match(
    due([root, '--since', minute]).stdout,
    /^Nothing has become due since Tuesday 1 December 2020 at 00:01\./,
  )
})

test('for programs, all of it is JSON', (context) => {
  const { stdout } = due([scheduled(context), '--json'], '2021-01-02T00:00:00Z')
  const all = JSON.parse(stdout) as Record<string, unknown[]>
  assert.deepEqual(Object.keys(all), ['now', 'next', 'waiting', 'overdue', 'leftOut'])
  assert.deepEqual([all.next?.length, all.waiting?.length, all.overdue?.length], [0, 1, 1])
})

test('the report of plans names what was promised and has not come', (context) => {
  const root = writeContent(
    context,
    edited(
      plan,
      '    title: First action',
      '    title: First action\n    due: { asStated: on Monday, date: 2020-01-20, inferred: true, basis: Made up. }',
    ),
  )
  const { stdout } = due([root, '--plans'])
  const silence = 'No update has been published since 15 January 2020, 320 days ago.'
  assert.equal(
    stdout,
    `What this site has published of each plan:

Action plan “A made-up plan” (${plan})
  ${silence}
  Action 1, First action: announced. ${silence} It was due “on Monday” (Monday 20 January 2020, worked out): that day has passed.
  Action 2, Second action: announced. ${silence}
`,
  )
  const { plans } = JSON.parse(due([root, '--plans', '--json']).stdout) as { plans: unknown[] }
  assert.equal(plans.length, 1)
})

test('of the real plan it says since when there has been no update', () => {
  const { stdout } = due(['--plans'], '2026-11-26T12:00:00Z')
  assert.match(
    stdout,
    /“Keeping children safe”.*\n {2}No update has been published since 25 November 2016, 3,653 days ago\./,
  )
})

test('files with errors are named, and nothing fails for them', (context) => {
  const { status, stdout, stderr } = due([
    scheduled(context, { 'content/updates/broken.mdx': 'broken' }),
  ])
  assert.equal(status, 0)
  assert.match(stdout, /Goes out next/)
  assert.equal(
    stderr,
    'Left out, because of errors that "npm run check" explains: content/updates/broken.mdx.\n',
  )
})

test('a wrong parameter or variable is one sentence', () => {
  for (const [parameters, now, said] of [
    [['--since', 'yesterday'], undefined, /^"yesterday" is no moment with an offset/],
    [['--since', '2020-01-01T00:00:00'], undefined, /no moment with an offset/],
    [['--until', 'x'], undefined, /^Known are --json/],
    [[], 'now', /^SITE_NOW is "now"/],
  ] as const) {
    const { status, stdout, stderr } = due(parameters, now)
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, said)
    assert.match(stderr, /^[^\n]+\n$/)
  }
})

test('a thousand releases take less than three seconds', (context) => {
  const root = writeContent(context)
  writeMadeUpReleases(root, 1000)
  // Of processor time: other tests run beside this one.
  const before = process.cpuUsage()
  const { due } = readSchedule(root)
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  assert.equal(due.length, 1002)
  context.diagnostic(`${seconds.toFixed(2)} s`)
  assert.ok(seconds < 3, `${seconds} s`)
})
