import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import type { Problem } from '../../../src/document/problems.ts'
import {
  MadeUpHistory,
  mdx,
  note,
  now,
  plan,
  planText,
  release,
  releaseText,
  update,
  type Files,
} from './made-up-history.ts'

const change = (fields: Record<string, string> = {}): Files => ({
  [update]: mdx({ type: 'change', on: '2026-05-01', release: 'made-up', summary: 'x', ...fields }),
})
const silent = 'The words of this public text were changed, and nothing says so: '

/** What is said, without what to do. */
function whats(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, level, what }) => `${file}:${line} ${level} ${what}`)
}

/** A release that is public on main, in a repository without a remote. */
function published(context: TestContext, text = releaseText('Some first words.')): MadeUpHistory {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [release]: text })
  return made
}

test('a public text that is as it was has no problem', (context) => {
  assert.deepEqual(published(context).problems(), [])
})

test('a withdrawal that was public is neither undone nor reworded', (context) => {
  const withdrawal = { state: 'withdrawn', withdrawn: '{ on: 2026-01-02, why: Made up. }' }
  const made = published(context, releaseText('Some words.', withdrawal))
  const said = (text: string) => {
    made.write({ [release]: text })
    return made.problems()
  }
  const [undone, ...others] = said(releaseText('Some words.'))
  assert.deepEqual(others, [])
  assert.equal(
    undone?.what,
    'This text was withdrawn in public, and its withdrawal was changed or taken out.',
  )
  assert.match(
    undone.mend,
    /^Leave it as it was \(`git restore --source [0-9a-f]{12} -- content\/press-releases\/made-up\.mdx`\); to publish again, write a new text\.$/,
  )
  const reworded = { ...withdrawal, withdrawn: '{ on: 2026-01-02, why: Another reason. }' }
  assert.equal(said(releaseText('Some words.', reworded))[0]?.what, undone.what)
  assert.deepEqual(said(releaseText('Some words.', withdrawal)), [])
})

test('a silent edit that is not committed is an error that says what to write', (context) => {
  const made = published(context)
  made.write({ [release]: releaseText('Some second words.') })
  const [problem, ...others] = made.problems()
  assert.deepEqual(others, [])
  assert.deepEqual(problem, {
    level: 'error',
    file: release,
    line: 10,
    column: 1,
    what: `${silent}“first” is now “second”.`,
    mend: `Run \`npm run new -- change --target made-up\`, or \`npm run new -- correction --target made-up\` if the text was wrong; for a change that alters no meaning, write content/updates/2026-06-01-made-up-change.mdx with these lines:
      ---
      type: change
      on: 2026-06-01
      release: made-up
      minor: true
      reason: Why the words mean the same as before
      ---`,
  })
})

test('a fact is named, and more changes are counted', (context) => {
  const made = published(context)
  const text = releaseText('Some second words.\n\nMore.', { title: 'Another made-up release' })
  made.write({ [release]: text })
  assert.deepEqual(whats(made.problems()), [
    `${release}:2 error ${silent}in the title, “A” is now “Another”; and 2 more changes.`,
  ])
})

test('an update of the day of publication must say its time', (context) => {
  const made = published(context, releaseText('Some first words.', { published: '2026-06-01' }))
  made.write({ [release]: releaseText('Some second words.', { published: '2026-06-01' }) })
  assert.match(made.problems()[0]?.mend ?? '', /\n {6}on: 2026-06-01\n {6}at: "13:00"\n/)
})

test('a silent edit on the public branch stays an error once it is committed', (context) => {
  const made = published(context)
  made.commit('2026-02-01', { [release]: releaseText('Some second words.') })
  assert.deepEqual(whats(made.problems()), [
    `${release}:10 error ${silent}“first” is now “second”.`,
  ])
  made.commit('2026-03-01', change())
  assert.deepEqual(made.problems(), [])
})

for (const [name, fields] of Object.entries<Record<string, string>>({
  'a change': {},
  'a minor change': { minor: 'true', reason: 'Made up' },
  'a correction': { type: 'correction', where: 'x', said: 'first', says: 'second' },
})) {
  test(`${name} makes an edit no silent one`, (context) => {
    const made = published(context)
    made.write({ [release]: releaseText('Some second words.'), ...change(fields) })
    assert.deepEqual(made.problems(), [])
  })
}

for (const [name, fields] of Object.entries<Record<string, string>>({
  'an update that is dated to come': { on: '2026-06-02' },
  'an update about another text': { release: 'another' },
  'an added format': { type: 'format-added', format: 'Film' },
})) {
  test(`${name} does not tell of an edit`, (context) => {
    const made = published(context)
    made.write({ [release]: releaseText('Some second words.'), ...change(fields) })
    assert.equal(made.problems()[0]?.what, `${silent}“first” is now “second”.`)
  })
}

test('an update that told of an earlier edit does not tell of this one', (context) => {
  const made = published(context)
  made.commit('2026-02-01', { [release]: releaseText('Some second words.'), ...change() })
  made.write({ [release]: releaseText('Some third words.') })
  assert.deepEqual(whats(made.problems()), [
    `${release}:10 error ${silent}“second” is now “third”.`,
  ])
})

test('drafts and texts under embargo may be changed freely', (context) => {
  for (const fields of [
    { state: 'draft' },
    { embargoUntil: '2026-06-01T12:00:01+00:00' },
    { published: '2026-06-02' },
  ]) {
    const made = published(context, releaseText('Some first words.', fields))
    made.write({ [release]: releaseText('Some second words.', fields) })
    assert.deepEqual(made.problems(), [])
  }
})

test('a public text cannot become a draft or go out later', (context) => {
  for (const fields of [{ state: 'draft' }, { publishAt: '2026-07-01T09:00:00+01:00' }]) {
    const made = published(context)
    made.write({ [release]: releaseText('Some first words.', fields) })
    assert.deepEqual(whats(made.problems()), [
      `${release}:6 error This text was public, and now it would not be.`,
    ])
  }
  const made = published(context)
  const withdrawn = { state: 'withdrawn', withdrawn: '{ on: 2026-06-01, why: Made up }' }
  made.write({ [release]: releaseText('Some first words.', withdrawn) })
  assert.deepEqual(made.problems(), [])
})

test('a note is about the public texts that carry it', (context) => {
  const made = published(context, releaseText('Some words.', { notes: '[made-up-note]' }))
  made.commit('2026-01-02', { [note]: mdx({ title: 'Note' }, 'Some first words.') })
  made.write({ [note]: mdx({ title: 'Note' }, 'Some second words.') })
  const [problem] = made.problems()
  assert.equal(problem?.what, `${silent}“first” is now “second”.`)
  assert.match(problem.mend, /\n {6}release: made-up\n/)
  made.write(change())
  assert.deepEqual(made.problems(), [])
})

test('a note that no public text carries may be changed freely', (context) => {
  const draft = releaseText('Some words.', { notes: '[made-up-note]', state: 'draft' })
  const made = published(context, draft)
  made.commit('2026-01-02', { [note]: mdx({ title: 'Note' }, 'Some first words.') })
  made.write({ [note]: mdx({ title: 'Note' }, 'Some second words.') })
  assert.deepEqual(made.problems(), [])
})

test('an edit on a branch is held against where the branch began', (context) => {
  const made = published(context)
  made.git('checkout', '--quiet', '-b', 'edit')
  made.commit('2026-02-01', { [release]: releaseText('Some second words.') })
  made.commit('2026-02-02')
  assert.deepEqual(whats(made.problems()), [
    `${release}:10 error ${silent}“first” is now “second”.`,
  ])
  made.commit('2026-02-03', change())
  assert.deepEqual(made.problems(), [])
})

test('a text that is new on a branch may be changed there freely', (context) => {
  const made = published(context)
  const other = 'content/press-releases/other.mdx'
  made.git('checkout', '--quiet', '-b', 'edit')
  made.commit('2026-02-01', { [other]: releaseText('Some first words.') })
  made.commit('2026-02-02', { [other]: releaseText('Some second words.') })
  made.move(other, 'content/press-releases/renamed.mdx').commit('2026-02-03')
  assert.deepEqual(made.problems(), [])
})

test('a clone is held against its remote', (context) => {
  const remote = published(context)
  const made = new MadeUpHistory(context)
  made.git('remote', 'add', 'origin', remote.root)
  made.git('fetch', '--quiet')
  made.git('reset', '--quiet', '--hard', 'origin/main')
  const other = 'content/press-releases/other.mdx'
  made.commit('2026-02-01', { [other]: releaseText('Nobody has seen this.') })
  made.commit('2026-02-02', {
    [release]: releaseText('Some second words.'),
    [other]: releaseText('So it may change.'),
  })
  assert.deepEqual(whats(made.problems()), [
    `${release}:10 error ${silent}“first” is now “second”.`,
  ])
})

test('a revision that is given decides', (context) => {
  const made = published(context)
  made.git('tag', 'made-up-tag')
  made.commit('2026-02-01', { [release]: releaseText('Some second words.'), ...change() })
  assert.deepEqual(made.problems({ base: 'made-up-tag' }), [])
  assert.deepEqual(whats(made.problems({ base: 'nowhere' })), [
    'content:1 error There is no revision nowhere here, so changes of public texts cannot be compared.',
  ])
})

/** What GitHub Actions sets. */
function actions(
  context: TestContext,
  event: unknown,
  variables: Record<string, string>,
): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'made-up-event-'))
  context.after(() => {
    rmSync(folder, { recursive: true })
  })
  const file = join(folder, 'event.json')
  writeFileSync(file, JSON.stringify(event))
  return { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: file, ...variables }
}

test('in a pull request, the merge is held against its target', (context) => {
  const made = published(context)
  made.git('checkout', '--quiet', '-b', 'edit')
  made.commit('2026-02-01', { [release]: releaseText('Some second words.') })
  made.git('update-ref', 'refs/remotes/origin/live', 'main')
  made.git('checkout', '--quiet', '--detach', 'main')
  made.gitAt('2026-03-01T12:00:00Z', 'merge', '--quiet', '--no-ff', '--message=Merge', 'edit')
  made.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  const environment = actions(context, {}, { GITHUB_BASE_REF: 'live', GITHUB_HEAD_REF: 'edit' })
  assert.deepEqual(whats(made.problems({ environment })), [
    `${release}:10 error ${silent}“first” is now “second”.`,
  ])
})

test('a push is held against what was there before, and against words before that', (context) => {
  const made = published(context)
  const before = made.git('rev-parse', 'HEAD')
  made.commit('2026-02-01', { [release]: releaseText('Some second words.') })
  made.git('update-ref', 'refs/remotes/origin/main', 'main')
  const pushed = actions(context, { before }, { GITHUB_REF_NAME: 'main' })
  const silence = [`${release}:10 error ${silent}“first” is now “second”.`]
  assert.deepEqual(whats(made.problems({ environment: pushed })), silence)
  const after = made.git('rev-parse', 'HEAD')
  made.commit('2026-02-02')
  made.git('update-ref', 'refs/remotes/origin/main', 'main')
  const again = actions(context, { before: after }, { GITHUB_REF_NAME: 'main' })
  assert.deepEqual(whats(made.problems({ environment: again })), silence)
})

test('a push of a new branch is held against where it began', (context) => {
  const made = published(context)
  made.git('update-ref', 'refs/remotes/origin/main', 'main')
  made.git('checkout', '--quiet', '-b', 'edit')
  made.commit('2026-02-01', { [release]: releaseText('Some second words.') })
  const event = { before: '0'.repeat(40), repository: { default_branch: 'main' } }
  const environment = actions(context, event, { GITHUB_REF_NAME: 'edit' })
  assert.deepEqual(whats(made.problems({ environment })), [
    `${release}:10 error ${silent}“first” is now “second”.`,
  ])
})

test('an update that was public may not be changed or taken away', (context) => {
  const made = published(context)
  made.commit('2026-05-02', change())
  made.write(change({ summary: 'y' }))
  assert.deepEqual(whats(made.problems()), [
    `${update}:5 error This update was public, and it was changed.`,
  ])
  made.write({ [update]: undefined })
  const [problem] = made.problems()
  assert.equal(problem?.what, 'This update was public, and it is gone.')
  assert.match(problem.mend, /^Leave it as it was \(`git restore --source \w+ -- content\/updates/)
})

test('an update may move, and be changed before its day', (context) => {
  const made = published(context)
  made.commit('2026-05-02', change())
  made.move(update, 'content/updates/2026/made-up-update.mdx')
  assert.deepEqual(made.problems(), [])
  const other = published(context)
  other.commit('2026-05-02', change({ on: '2026-07-01' }))
  other.write(change({ on: '2026-07-02' }))
  assert.deepEqual(other.problems(), [])
})

test('an action of a public plan cannot go', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [plan]: planText(['first', 'second']) })
  made.write({
    [plan]: planText(['first']),
    [update]: mdx({ type: 'change', on: '2026-05-01', plan: 'made-up-plan' }),
  })
  assert.deepEqual(whats(made.problems()), [
    `${plan}:5 error The action “second” of this public plan is gone: links lead to /action-plans/made-up-plan/#second.`,
  ])
})

test('without history there is one remark and no error', (context) => {
  const made = new MadeUpHistory(context)
  made.write({ [release]: releaseText('Some words.') })
  assert.deepEqual(whats(made.problems()), [
    'content:1 remark There is no git history here, so changes of public texts cannot be compared.',
  ])
  made.commit('2026-01-01')
  made.commit('2026-02-01', { [release]: releaseText('Other words.') })
  const shallow = join(made.top, 'shallow')
  made.git('clone', '--quiet', '--depth=1', `file://${made.root}`, shallow)
  const [problem, ...others] = made.problems({ root: shallow })
  assert.deepEqual(others, [])
  assert.equal(problem?.level, 'remark')
  assert.match(problem.mend, /fetch-depth: 0/)
})

test('without git there is one remark and no error', (context) => {
  const made = published(context)
  const { PATH } = process.env
  context.after(() => {
    process.env.PATH = PATH
  })
  process.env.PATH = made.top
  assert.deepEqual(whats(made.problems({ now })), [
    'content:1 remark There is no git history here, so changes of public texts cannot be compared.',
  ])
})
