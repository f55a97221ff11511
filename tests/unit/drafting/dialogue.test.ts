import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Desk } from './drafting.ts'

/* Conversations: each answer is typed when its prompt has come, and the end of them is Ctrl+D. */

test('a release is asked for in plain words, and again until an answer is one', async (context) => {
  const desk = new Desk(context)
  const { exitCode, said } = await desk.converse(
    ['release'],
    [
      ...['New Lantern', 'new-lantern'],
      ...['', 'A lantern is lit'],
      'It is lit.',
      '2',
      ...['council-of-nowere', 'council-of-nowhere', ''],
      ...['tomorrow', '1 July 2020 at 00:01'],
      ...['30 June 2020 at 00:01', ''],
    ],
  )
  assert.equal(exitCode, 0, said)
  const file = 'content/press-releases/new-lantern.mdx'
  assert.deepEqual(desk.touched(), [file])
  assert.deepEqual(desk.front(file), {
    title: 'A lantern is lit',
    summary: 'It is lit.',
    kind: 'statement',
    lang: 'en-GB',
    published: '2020-07-01',
    publishAt: '2020-07-01T00:01:00+01:00',
    embargoUntil: '2020-07-01T00:01:00+01:00',
    state: 'draft',
    from: ['council-of-nowhere'],
  })
  for (const words of [
    'What is it about, in a few words that will not change? They become the address.\n',
    '“New Lantern” cannot be an address.',
    'The address will be https://made-up.example/press-releases/new-lantern/',
    'This cannot be left out.',
    '  The title, at most 110 characters.\n',
    '  2  statement\n',
    '[press-release] > ',
    'Did you mean `council-of-nowhere`?',
    '“tomorrow” is not a day with a time.',
    'That is before the embargo ends.',
    `Written: ${file}\n`,
  ]) {
    assert.ok(said.includes(words), `${words} in:\n${said}`)
  }
  desk.assertRight()
})

test('an update asks which, lists the actions, and asks only what belongs to it', async (context) => {
  const desk = new Desk(context)
  const { exitCode, said } = await desk.converse(
    ['update'],
    ['1', '', '2', '5', 'It is done.', 'the Minister', '', ''],
  )
  assert.equal(exitCode, 0, said)
  assert.ok(said.includes('  2  second-action: Second action\n'), said)
  assert.ok(said.includes('[made-up-plan] > '))
  assert.deepEqual(
    desk.touched().map((file) => desk.front(file)),
    [
      {
        ...{ type: 'progress', on: '2020-02-01', at: '12:00', plan: 'made-up-plan' },
        ...{ action: 'second-action', status: 'done', summary: 'It is done.' },
        by: { asStated: 'the Minister' },
      },
    ],
  )
  const minor = await desk.converse(
    ['update'],
    ['change', 'made-up-plan', 'perhaps', 'yes', 'A letter.', ''],
  )
  assert.equal(minor.exitCode, 0, minor.said)
  assert.ok(minor.said.includes('“perhaps” is neither yes nor no.'))
  assert.ok(!minor.said.includes('Should readers be told'))
})

test('with flags only what is missing is asked', async (context) => {
  const desk = new Desk(context)
  const flags = ['--id', 'light', '--summary', 'What is lit.']
  const { exitCode, said } = await desk.converse(['topic', ...flags], ['Light'])
  assert.equal(exitCode, 0)
  assert.equal(said.match(/> /g)?.length, 1)
  const all = await desk.converse(['person', '--id', 'somebody', '--name', 'Somebody'], [])
  assert.equal(all.exitCode, 0)
  assert.ok(!all.said.includes('> '))
})

test('who stops has written nothing', async (context) => {
  const desk = new Desk(context)
  const { exitCode, wrong } = await desk.converse(['person'], ['somebody'])
  assert.deepEqual([exitCode, wrong], [1, 'Stopped. Nothing was written.\n'])
  assert.deepEqual(desk.touched(), [])
})
