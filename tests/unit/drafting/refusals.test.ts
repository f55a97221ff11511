import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edited, release } from '../document/made-up-content.ts'
import { Desk } from './drafting.ts'

/* What is typed wrongly is said in a sentence, with exit code 2, and nothing is written. */

const releaseFlags = ['--id', 'new-lantern', '--title', 'A lantern', '--summary', 'It is lit.']
const correction = ['--where', 'The title', '--said', 'one', '--says', 'two']

test('what cannot be is refused with what to write instead', async (context) => {
  const desk = new Desk(context)
  for (const [words, message] of [
    [['relaese'], '“relaese” is nothing that can be begun. Did you mean `release`?'],
    [['release', '--titel', 'A'], '“release” has no flag --titel. Did you mean --title?'],
    [
      ['release', '--title', 'A', 'lantern'],
      '“lantern” belongs to no flag. Put quotes round words with spaces: --title "New bus routes".',
    ],
    [
      ['topic', '--id', 'a', '--title', 'A', '--title', 'B', '--summary', 'C'],
      '--title is there twice. Write it once.',
    ],
    [['update', '--type', 'progress', '--minor'], '“progress” has no flag --minor. Known:'],
    [
      ['update', '--type', 'progres'],
      '--type: “progres” is no kind of update. Did you mean `progress`?',
    ],
    [
      ['change', '--target', 'made-up-plan', '--summary', 'A', '--reason', 'B'],
      '--reason does not go with the other flags. Leave it out.',
    ],
    [
      ['correction', '--target', 'made-up-relaese', ...correction],
      '--target: There is no press release or action plan “made-up-relaese”. Did you mean `made-up-release`?',
    ],
    [
      [
        'progress',
        '--action',
        'frist-action',
        '--status',
        'done',
        '--summary',
        'A',
        '--by',
        'nobody',
      ],
      '--action: There is no action “frist-action”. Did you mean `first-action`?',
    ],
    [
      ['progress', '--by', 'made-up-persom'],
      '--by: There is no person or body “made-up-persom”. Did you mean `made-up-person`?',
    ],
    [['progress', '--status', 'finished'], '--status: `status` is not one of its possible values.'],
    [
      ['progress', '--evidence', 'The minutes'],
      '--evidence: “The minutes” is not what it is and its address.',
    ],
    [
      ['progress', '--evidence', 'Minutes: ftp://a.example'],
      '--evidence: `url` is not right: "ftp://a.example".',
    ],
    [['plan', '--announced-in', 'made-up'], '--announced-in: There is no press release “made-up”.'],
    [['plan', '--action', 'No Id: a'], '--action: “No Id: a” is not an id and a title.'],
    [
      ['document', '--by', 'council-of-nowere'],
      '--by: There is no body “council-of-nowere”. Did you mean `council-of-nowhere`?',
    ],
    [['document', '--file', 'none.pdf'], '--file: There is no file content/documents/none.pdf.'],
    [
      ['person', '--lang', 'en_GB'],
      '--lang: `lang` is not right. A language tag (BCP 47), such as en-GB, cy or ar.',
    ],
    [
      ['person', '--id', 'made-up-person'],
      '--id: “made-up-person” is taken by content/people.yaml. Write another one.',
    ],
    [['release', '--text', 'no-such-file.md'], '--text: There is no file '],
  ] as const) {
    const { exitCode, wrong } = await desk.begin(...words)
    assert.equal(exitCode, 2, wrong)
    assert.ok(wrong.includes(message), wrong)
  }
  assert.deepEqual(desk.touched(), [])
})

test('an id that cannot be an address, or is taken, is refused', async (context) => {
  const desk = new Desk(context)
  for (const [id, message] of [
    ['New Lantern', '“New Lantern” cannot be an address. Write small letters, digits and hyphens'],
    ['../lantern', 'cannot be an address'],
    ['2020', 'cannot be an address'],
    ['lantern-large-print', 'the files of formats end in -large-print'],
    ['made-up-release', `“made-up-release” is taken by ${release}.`],
  ] as const) {
    const { exitCode, wrong } = await desk.begin('release', ...releaseFlags.with(1, id))
    assert.equal(exitCode, 2)
    assert.ok(wrong.includes(`--id: `) && wrong.includes(message), wrong)
  }
  assert.deepEqual(desk.touched(), [])
})

test('a moment that is past, has no offset or does not exist is refused', async (context) => {
  const desk = new Desk(context)
  for (const [moments, message] of [
    [['--embargo', '2020-02-01 11:59'], '--embargo: 2020-02-01T11:59:00+00:00 is past.'],
    [['--embargo', '2020-03-01T09:30'], '--embargo: 2020-03-01T09:30 has no offset from UTC.'],
    [['--publish-at', '2020-03-29 01:00'], 'clocks in London go forward, and none shows 01:00'],
    [['--publish-at', '2020-13-01T09:30:00Z'], '--publish-at: `publishAt` is not right'],
    [
      ['--embargo', '2020-03-02 09:30', '--publish-at', '2020-03-01 09:30'],
      '--publish-at: That is before the embargo ends.',
    ],
  ] as const) {
    const { exitCode, wrong } = await desk.begin('release', ...releaseFlags, ...moments)
    assert.equal(exitCode, 2)
    assert.ok(wrong.includes(message), wrong)
  }
  assert.deepEqual(desk.touched(), [])
})

test('without a terminal, all that is missing is said at once', async (context) => {
  const desk = new Desk(
    context,
    edited(release, 'from: [ministry', 'from: [council-of-nowhere, ministry'),
  )
  const { exitCode, wrong } = await desk.begin('release', '--title', 'A'.repeat(111))
  assert.equal(exitCode, 2)
  assert.deepEqual(
    wrong.split('\n').map((line) => line.replace(/[.:] .*/, '')),
    ['--id is missing', '--title', '--summary is missing', '--from is missing', ''],
  )
})

test('what nobody has seen is changed and not corrected, told of or withdrawn', async (context) => {
  const desk = new Desk(context)
  await desk.begin('release', ...releaseFlags)
  const before = desk.files()
  const target = ['--target', 'new-lantern']
  for (const words of [
    ['withdrawal', ...target, '--why', 'A'],
    ['correction', ...target, ...correction],
    ['change', ...target, '--summary', 'A'],
  ]) {
    const { exitCode, wrong } = await desk.begin(...words)
    assert.equal(exitCode, 2)
    assert.match(wrong, /“new-lantern” is not public yet, so there is nothing to \w+/)
  }
  assert.deepEqual(desk.files(), before)
})

test('an update that is not later than its publication is taken back', async (context) => {
  const desk = new Desk(context)
  const { exitCode, wrong } = await desk.begin(
    ...['correction', '--target', 'made-up-release', ...correction, '--on', '2020-01-15'],
  )
  assert.equal(exitCode, 1)
  assert.match(wrong, /The update is not later than the publication that it is about\./)
  assert.deepEqual(desk.touched(), [])
})

test('a changed file gets its bytes back when the check finds an error', async (context) => {
  const desk = new Desk(context)
  const film = ['--format', 'Film', '--href', '/documents/no-such.pdf', '--made-by', 'Nobody']
  const { exitCode } = await desk.begin('format', '--target', 'made-up-release', ...film)
  assert.equal(exitCode, 1)
  assert.deepEqual(desk.touched(), [])
})

test('errors that were there before keep nobody from writing, except those of the registers', async (context) => {
  const wrongText = edited(
    release,
    'Some words that open',
    'See [here](/no-such-page/): some words that open',
  )
  const desk = new Desk(context, wrongText)
  const { exitCode } = await desk.begin('topic', '--id', 'a', '--title', 'A', '--summary', 'B')
  assert.equal(exitCode, 0)
  const broken = new Desk(context, { 'content/people.yaml': 'made-up-person:\n  nam: A\n' })
  const refused = await broken.begin('topic', '--id', 'a', '--title', 'A', '--summary', 'B')
  assert.equal(refused.exitCode, 1)
  assert.match(refused.wrong, /^content\/people\.yaml:\d+:\d+: error: .*\n.*Mend this first\.\n$/s)
})

test('an id of a release and of a plan needs its folder', async (context) => {
  const desk = new Desk(context)
  await desk.begin('release', ...releaseFlags.with(1, 'made-up-plan'))
  const film = ['format', '--format', 'Film', '--href', 'https://film.example/', '--made-by', 'Me']
  const either = await desk.begin(...film, '--target', 'made-up-plan')
  assert.match(either.wrong, /Write press-releases\/made-up-plan or action-plans\/made-up-plan\./)
  const one = await desk.begin(...film, '--target', '/action-plans/made-up-plan/')
  assert.equal(one.exitCode, 0, one.wrong)
  desk.assertRight()
})

test('help lists what there is, and the flags of each with their sentences', async (context) => {
  const desk = new Desk(context)
  const all = await desk.begin('help')
  const kinds = [...all.said.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, kind]) => kind ?? '')
  assert.equal(kinds.length, 13)
  for (const kind of kinds) {
    const { exitCode, said } = await desk.begin(kind, '--help')
    assert.equal(exitCode, 0)
    assert.match(said, /^ {2}--[a-z-]+ …\n {6}\S.+\.$/m)
    assert.ok(!said.includes('--root'))
    assert.ok(!/^ {6}(Required\.)?$/m.test(said), said)
  }
  assert.ok(
    (await desk.begin('plan', '--help')).said.includes(
      'The id of the release that announced the plan.',
    ),
  )
})
