import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { edited, plan, release, rightFiles } from '../document/made-up-content.ts'
import { Desk } from './drafting.ts'

/* Each kind of draft by its flags: the file, what it says, and that every check takes it. */

const releaseFlags = ['--id', 'new-lantern', '--title', 'A lantern: lit', '--summary', 'It is lit.']
const newRelease = 'content/press-releases/new-lantern.mdx'

test('a release is a draft of today, from the body that has published before', async (context) => {
  const desk = new Desk(context)
  const { exitCode, said, wrong } = await desk.begin('release', ...releaseFlags)
  assert.deepEqual([exitCode, wrong], [0, ''])
  assert.deepEqual(desk.touched(), [newRelease])
  assert.deepEqual(desk.front(newRelease), {
    title: 'A lantern: lit',
    summary: 'It is lit.',
    kind: 'press-release',
    lang: 'en-GB',
    published: '2020-02-01',
    state: 'draft',
    from: ['ministry-of-made-up-matters'],
  })
  assert.ok(desk.text(newRelease).endsWith('---\n\n[Write the announcement here.]\n'))
  assert.ok(said.includes('https://made-up.example/press-releases/new-lantern/'))
  desk.assertRight()
})

test('the fields that a release shows as comments are fields that it can have', async (context) => {
  const desk = new Desk(context)
  await desk.begin('release', ...releaseFlags)
  const commented = desk.text(newRelease)
  const uncommented = commented
    .replaceAll(/^#(?! )/gm, '')
    .replace('topics: [its-id]', 'topics: [made-up-topic]')
    .replace('documents: [its-id]', 'documents: [made-up-report]')
    .replace('person: their-id', 'person: made-up-person')
  assert.equal(commented.match(/^#(?! )/gm)?.length, 4)
  writeFileSync(join(desk.root, newRelease), uncommented)
  desk.assertRight()
})

test('an embargo is also when a release goes out, and the date on it', async (context) => {
  const desk = new Desk(context)
  await desk.begin('release', ...releaseFlags, '--embargo', '1 April 2020 at 00:01')
  const { publishAt, embargoUntil, published, state } = desk.front(newRelease)
  assert.deepEqual(
    { publishAt, embargoUntil, published, state },
    {
      publishAt: '2020-04-01T00:01:00+01:00',
      embargoUntil: '2020-04-01T00:01:00+01:00',
      published: '2020-04-01',
      state: 'draft',
    },
  )
  desk.assertRight()
})

test('a release is ready only with its text and its moment', async (context) => {
  const desk = new Desk(context)
  const text = join(desk.root, 'text.md')
  writeFileSync(text, 'Words of *the* text.\r\n')
  const ready = ['release', ...releaseFlags, '--ready']
  for (const missing of [['--text', text], ['--publish-at', '2020-03-01 09:30'], []]) {
    assert.equal((await desk.begin(...ready, ...missing)).exitCode, 2)
  }
  assert.deepEqual(desk.touched(), [])
  await desk.begin(...ready, '--text', text, '--publish-at', '2020-03-01 09:30')
  assert.equal(desk.front(newRelease).state, 'ready')
  assert.ok(desk.text(newRelease).endsWith('---\n\nWords of *the* text.\n'))
  desk.assertRight()
})

test('a text with an error is taken back', async (context) => {
  const desk = new Desk(context)
  const text = join(desk.root, 'text.md')
  writeFileSync(text, 'See [the plan](/action-plans/no-such-plan/).\n')
  const { exitCode, wrong } = await desk.begin('release', ...releaseFlags, '--text', text)
  assert.equal(exitCode, 1)
  assert.match(wrong, /new-lantern\.mdx:\d+:\d+: error: .*no-such-plan/)
  assert.match(wrong, /Nothing was written\.\n$/)
  assert.deepEqual(desk.touched(), [])
})

const planFlags = ['plan', '--id', 'lantern-plan', '--title', 'Light', '--summary', 'Two actions.']
const actions = ['--action', 'oil: Buy oil: much', '--action', 'wick: Trim the wick']
const newPlan = 'content/action-plans/lantern-plan.mdx'

test('a plan goes out with its release, and is added to it', async (context) => {
  const desk = new Desk(context)
  await desk.begin('release', ...releaseFlags, '--publish-at', '2020-03-01 09:30')
  const before = desk.text(newRelease)
  const owner = ['--owner', 'council-of-nowhere: the Council']
  const { exitCode } = await desk.begin(
    ...planFlags,
    '--announced-in',
    'new-lantern',
    ...owner,
    ...actions,
  )
  assert.equal(exitCode, 0)
  assert.deepEqual(desk.touched(), [newPlan, newRelease])
  assert.equal(desk.text(newRelease).replace('announces: [lantern-plan]\n', ''), before)
  assert.deepEqual(desk.front(newPlan), {
    title: 'Light',
    summary: 'Two actions.',
    lang: 'en-GB',
    published: '2020-03-01',
    publishAt: '2020-03-01T09:30:00+00:00',
    state: 'draft',
    announcedIn: 'new-lantern',
    owner: { organisation: 'council-of-nowhere', asStated: 'the Council' },
    actions: [
      { id: 'oil', title: 'Buy oil: much' },
      { id: 'wick', title: 'Trim the wick' },
    ],
  })
  desk.assertRight()
  writeFileSync(join(desk.root, newPlan), desk.text(newPlan).replaceAll(/^#(?! )/gm, ''))
  desk.assertRight()
})

test('a plan is not added to a release that is out already', async (context) => {
  const desk = new Desk(context)
  const about = ['--announced-in', 'made-up-release', '--owner', 'the Minister', ...actions]
  const { exitCode, said } = await desk.begin(...planFlags, ...about)
  assert.equal(exitCode, 0)
  assert.ok(said.includes(`add it to \`announces\` in ${release}`), said)
  assert.deepEqual(desk.touched(), [newPlan])
  assert.deepEqual(desk.front(newPlan).owner, { asStated: 'the Minister' })
  desk.assertRight()
})

test('progress has the present time today, and none on another day', async (context) => {
  const desk = new Desk(context)
  const flags = ['--action', 'first-action', '--status', 'in progress', '--summary', 'It goes on.']
  const by = ['--by', 'made-up-person', '--evidence', 'The minutes: https://minutes.example/1']
  await desk.begin('progress', ...flags, ...by)
  const file = 'content/updates/2020-02-01-made-up-plan-progress.mdx'
  assert.deepEqual(desk.front(file), {
    type: 'progress',
    on: '2020-02-01',
    at: '12:00',
    plan: 'made-up-plan',
    action: 'first-action',
    status: 'in progress',
    summary: 'It goes on.',
    evidence: [{ label: 'The minutes', url: 'https://minutes.example/1' }],
    by: { person: 'made-up-person' },
  })
  assert.ok(desk.text(file).includes('at: "12:00"\n'))
  await desk.begin('update', '--type', 'progress', ...flags, ...by)
  await desk.begin('update', '--type', 'progress', ...flags, ...by, '--on', '31 January 2020')
  const second = 'content/updates/2020-02-01-made-up-plan-progress-2.mdx'
  const earlier = 'content/updates/2020-01-31-made-up-plan-progress.mdx'
  assert.deepEqual(desk.touched(), [earlier, second, file])
  assert.equal(desk.front(earlier).at, undefined)
  desk.assertRight()
})

test('a change is told to readers, or is minor and has a reason', async (context) => {
  const desk = new Desk(context)
  const told = ['--target', 'made-up-release', '--summary', 'A name was added.']
  await desk.begin('change', ...told)
  await desk.begin('update', '--type', 'change', ...told, '--no-significant')
  await desk.begin(
    'change',
    '--target',
    'made-up-plan',
    '--minor',
    '--reason',
    'A letter was wrong.',
  )
  const when = { type: 'change', on: '2020-02-01', at: '12:00' }
  const about = { ...when, release: 'made-up-release', summary: 'A name was added.' }
  assert.deepEqual(
    desk.touched().map((file) => desk.front(file)),
    [
      { ...when, plan: 'made-up-plan', minor: true, reason: 'A letter was wrong.' },
      { ...about, significant: false },
      { ...about, significant: true },
    ],
  )
  desk.assertRight()
})

test('a correction says what was wrong, what it said and what it says', async (context) => {
  const desk = new Desk(context)
  const words = ['--where', 'The title', '--said', '* 5: all', '--says', '6', '--why', 'A slip.']
  const { said } = await desk.begin('correction', '--target', 'made-up-release', ...words)
  const [file = ''] = desk.touched()
  assert.equal(file, 'content/updates/2020-02-01-made-up-release-correction.mdx')
  assert.deepEqual(desk.front(file), {
    ...{ type: 'correction', on: '2020-02-01', at: '12:00', release: 'made-up-release' },
    ...{ where: 'The title', said: '* 5: all', says: '6', why: 'A slip.' },
  })
  assert.ok(said.includes(`Correct the words in ${release} too.`))
  desk.assertRight()
})

test('a withdrawal changes the state and says why, and no other byte', async (context) => {
  const desk = new Desk(context, edited(release, 'state: published', 'state:  published # yes'))
  const why = ['--why', 'It was not so.', '--replaced-by', '/action-plans/made-up-plan/']
  await desk.begin('withdrawal', '--target', 'made-up-release', ...why)
  assert.deepEqual(desk.touched(), [release])
  assert.equal(
    desk.text(release),
    desk.before
      .get(release)
      ?.replace(
        'published # yes\n',
        'withdrawn # yes\nwithdrawn:\n  on: 2020-02-01\n  at: "12:00"\n  why: It was not so.\n  replacedBy: /action-plans/made-up-plan/\n',
      ),
  )
  desk.assertRight()
  const again = await desk.begin('withdrawal', '--target', 'made-up-release', ...why)
  assert.match(again.wrong, /is withdrawn already/)
})

test('formats that people made are listed one after another', async (context) => {
  const desk = new Desk(context)
  const film = ['--format', 'Film', '--href', 'https://film.example/', '--made-by', 'Nobody']
  await desk.begin('format', '--target', 'made-up-plan', ...film)
  await desk.begin('format', '--target', 'made-up-plan', ...film, '--checked-how', 'watched')
  assert.deepEqual(desk.touched(), [plan])
  const made = {
    format: 'Film',
    href: 'https://film.example/',
    madeBy: 'Nobody',
    added: '2020-02-01',
  }
  assert.deepEqual(desk.front(plan).formats, [
    made,
    { ...made, checked: { on: '2020-02-01', how: 'watched' } },
  ])
  desk.assertRight()
})

const noteFlags = ['note', '--id', 'new-note', '--title', 'It', '--summary', 'What it is.']
const newNote = 'content/notes-to-editors/new-note.mdx'

test('a note alone says how to set its mark', async (context) => {
  const desk = new Desk(context)
  const { said } = await desk.begin(...noteFlags, '--refers-to', 'some words')
  assert.deepEqual(desk.touched(), [newNote])
  assert.ok(said.includes('put <NoteMark note="new-note"> and </NoteMark> round “some words”'))
  desk.assertRight()
})

test('a note sets its mark in a plan, and is listed there and where the plan is shown', async (context) => {
  const desk = new Desk(context)
  const words = ['--refers-to', 'do it again', '--words', 'Twice.', '--in', 'made-up-plan']
  const { exitCode, wrong } = await desk.begin(...noteFlags, ...words, '--mark', '†')
  assert.deepEqual([exitCode, wrong], [0, ''])
  assert.deepEqual(desk.touched(), [plan, newNote, release])
  for (const file of [plan, release]) {
    const undone = desk
      .text(file)
      .replace('[made-up-note, new-note]', '[made-up-note]')
      .replace('<NoteMark note="new-note">do it again</NoteMark>', 'do it again')
    assert.equal(undone, desk.before.get(file))
  }
  assert.ok(desk.text(plan).includes('<NoteMark note="new-note">do it again</NoteMark>'))
  desk.assertRight()
})

test('a note without words, or whose words are nowhere or twice, goes into no public text', async (context) => {
  const desk = new Desk(context)
  const into = ['--in', 'made-up-plan']
  for (const [words, message] of [
    [['--refers-to', 'do it again', ...into], /the note has no words yet/],
    [['--refers-to', 'do it never', '--words', 'So.', ...into], /“do it never” stands nowhere/],
    [['--refers-to', 'To do', '--words', 'So.', ...into], /“To do” stands 2 times/],
  ] as const) {
    const { exitCode, wrong } = await desk.begin(...noteFlags, ...words)
    assert.equal(exitCode, 2)
    assert.match(wrong, message)
  }
  assert.deepEqual(desk.touched(), [])
})

test('people, bodies, topics and documents go to the end of their registers', async (context) => {
  const desk = new Desk(context, {
    'content/topics.yaml': '# None yet.\n{}\n',
    'content/documents/a-table.csv': 'Lantern,Oil\nOne,2\n',
  })
  const name = ['--id', 'new-name', '--name', 'New: Name']
  await desk.begin('person', ...name, '--lang', 'cy', '--pronunciation', 'noo')
  await desk.begin('organisation', ...name, '--short', 'NN', '--expansion-given')
  await desk.begin('topic', '--id', 'light', '--title', 'Light', '--summary', 'What is lit.')
  const document = (id: string, ...more: string[]) =>
    desk.begin('document', '--id', id, '--title', 'A document', ...more)
  await document('one', '--file', 'a-table.csv', '--lang', 'en-GB')
  await document('two', '--elsewhere', 'https://elsewhere.example/a.pdf')
  await document('three', '--by', 'council-of-nowhere')
  const added = (register: string): unknown => {
    const file = `content/${register}.yaml` as keyof typeof rightFiles
    const before = desk.before.get(file)?.replace('{}\n', '') ?? ''
    assert.ok(desk.text(file).startsWith(before))
    return parse(desk.text(file).slice(before.length))
  }
  assert.deepEqual(added('people'), {
    'new-name': { name: 'New: Name', lang: 'cy', pronunciation: 'noo' },
  })
  assert.deepEqual(added('organisations'), {
    'new-name': { name: 'New: Name', shortAsStated: 'NN', expansionGiven: true },
  })
  assert.deepEqual(added('topics'), { light: { title: 'Light', summary: 'What is lit.' } })
  const here = { availability: 'on-this-site', href: '/documents/a-table.csv', lang: 'en-GB' }
  assert.deepEqual(added('documents'), {
    one: { title: 'A document', ...here },
    two: {
      title: 'A document',
      availability: 'elsewhere',
      href: 'https://elsewhere.example/a.pdf',
    },
    three: { title: 'A document', by: 'council-of-nowhere', availability: 'mentioned-only' },
  })
  desk.assertRight()
})
