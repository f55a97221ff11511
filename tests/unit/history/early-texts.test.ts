import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { MadeUpHistory, release, releaseText } from './made-up-history.ts'

/** What is said of one release, on a branch of the name `work`. */
function said(
  context: TestContext,
  fields: Record<string, string>,
  publicBranches: string[],
  github?: { event: unknown; variables?: Record<string, string> },
): string[] {
  const made = new MadeUpHistory(context)
  made.git('checkout', '--quiet', '-b', 'work')
  made.commit('2026-01-01', { [release]: releaseText('Some made-up words.', fields) })
  const folder = mkdtempSync(join(tmpdir(), 'made-up-event-'))
  context.after(() => {
    rmSync(folder, { recursive: true })
  })
  const file = join(folder, 'event.json')
  writeFileSync(file, JSON.stringify(github?.event ?? {}))
  const environment = github
    ? { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: file, ...github.variables }
    : {}
  return made
    .problems({ publicBranches, environment })
    .map(({ line, level, what }) => `${line} ${level} ${what}`)
}

const embargo = { embargoUntil: '2026-07-01T00:01:00+01:00' }
const leak =
  '8 error This text is under embargo until 1 July 2026 at 00:01, and anybody can read it here now.'

test('an embargo on a public branch is an error', (context) => {
  assert.deepEqual(said(context, embargo, ['work']), [leak])
  assert.deepEqual(said(context, embargo, ['all']), [leak])
  assert.deepEqual(said(context, embargo, ['main']), [])
  assert.deepEqual(said(context, embargo, []), [])
})

test('so is what goes out at a moment, whatever its state', (context) => {
  assert.deepEqual(
    said(context, { state: 'ready', publishAt: '2026-12-01T09:00:00+00:00' }, ['work']),
    ['8 error This text goes out on 1 December 2026 at 09:00, and anybody can read it here now.'],
  )
  assert.deepEqual(said(context, { ...embargo, state: 'draft' }, ['work']), [leak])
})

test('other texts that are not public are remarked on', (context) => {
  const remark = '6 remark Anybody can read this text here, and it is not public yet.'
  assert.deepEqual(said(context, { state: 'draft' }, ['work']), [remark])
  assert.deepEqual(said(context, { published: '2026-06-02' }, ['work']), [remark])
})

test('what is public may be read', (context) => {
  assert.deepEqual(said(context, {}, ['work']), [])
  assert.deepEqual(said(context, { embargoUntil: '2026-06-01T12:00:00Z' }, ['work']), [])
})

test('on GitHub, a repository that is public has public branches only', (context) => {
  for (const repository of [{ private: false }, { visibility: 'public' }]) {
    assert.deepEqual(said(context, embargo, [], { event: { repository } }), [leak])
  }
  const repository = { private: true, visibility: 'private' }
  assert.deepEqual(said(context, embargo, [], { event: { repository } }), [])
})

test('a pull request into a public branch is told before it leaks', (context) => {
  const event = { repository: { private: true } }
  const variables = { GITHUB_HEAD_REF: 'work', GITHUB_BASE_REF: 'main' }
  const found = said(context, embargo, ['main'], { event, variables })
  assert.equal(found[0], leak)
})

test('a shallow clone is looked through too', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01')
  made.commit('2026-01-02', { [release]: releaseText('Some made-up words.', embargo) })
  const root = join(made.top, 'shallow')
  made.git('clone', '--quiet', '--depth=1', `file://${made.root}`, root)
  const levels = made.problems({ root, publicBranches: ['main'] }).map(({ level }) => level)
  assert.deepEqual(levels, ['error', 'remark'])
})
