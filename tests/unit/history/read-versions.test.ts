import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readVersions } from '../../../src/history/read-versions.ts'
import { MadeUpHistory, mdx, note, now, release, releaseText, told } from './made-up-history.ts'

const address = '/press-releases/made-up/'

test('a text that never changed has no list of versions', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [release]: releaseText('First words.') })
  assert.equal(readVersions({ root: made.root, now })?.size, 0)
})

test('each edit of a public text is a version, newest first, with what changed', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [release]: releaseText('Some first words.') })
  made.commit('2026-02-01', { [release]: releaseText('Some second words.') })
  const versions = made.versions(address)
  assert.deepEqual(told(versions), [
    ['2026-02-01T12:00', 'Some second words.'],
    ['2026-01-01T12:00', 'Some first words.'],
  ])
  assert.deepEqual(
    versions.map(({ difference }) => difference.map(({ sentence }) => sentence)),
    [['The paragraph that begins “Some first words.” was changed: “first” is now “second”.'], []],
  )
})

test('a version is plain data', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [release]: releaseText('Some first words.') })
  made.commit('2026-02-01', { [release]: releaseText('Some second words.') })
  const versions = made.versions(address)
  assert.deepEqual(
    JSON.parse(JSON.stringify(versions)),
    versions.map((version) => ({ ...version, since: version.since.toISOString() })),
  )
})

test('what was edited while it was a draft or under embargo is no version', (context) => {
  const made = new MadeUpHistory(context)
  const embargo = { embargoUntil: '2026-03-01T09:00:00+00:00' }
  made.commit('2026-01-01', { [release]: releaseText('Draft.', { state: 'draft' }) })
  made.commit('2026-02-01', { [release]: releaseText('Under embargo.', embargo) })
  made.commit('2026-02-02', { [release]: releaseText('Edited under embargo.', embargo) })
  made.commit('2026-04-01', { [release]: releaseText('Edited in public.', embargo) })
  assert.deepEqual(told(made.versions(address)), [
    ['2026-04-01T12:00', 'Edited in public.'],
    ['2026-03-01T09:00', 'Edited under embargo.'],
  ])
})

test('what is still under embargo is no version, and is one at its moment', (context) => {
  const made = new MadeUpHistory(context)
  const embargo = { embargoUntil: '2026-06-01T12:00:00+00:00' }
  made.commit('2026-01-01', { [release]: releaseText('Open.') })
  made.commit('2026-02-01', { [release]: releaseText('To come.', embargo) })
  assert.equal(made.versions(address, { now: new Date('2026-06-01T11:59:59Z') }).length, 0)
  assert.deepEqual(told(made.versions(address, { now })), [
    ['2026-06-01T12:00', 'To come.'],
    ['2026-01-01T12:00', 'Open.'],
  ])
})

test('a change of marks, white space or state is no version', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [release]: releaseText('Some *first* words.') })
  made.commit('2026-02-01', { [release]: releaseText('Some **first**\nwords.', { topics: '[a]' }) })
  made.commit('2026-03-01', {
    [release]: releaseText('Some first words.', {
      state: 'withdrawn',
      withdrawn: '{ on: 2026-03-01, why: Made up }',
    }),
  })
  assert.deepEqual(made.versions(address), [])
})

test('a text that moves into the folder of its year keeps its versions', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [release]: releaseText('First words.') })
  made.move(release, 'content/press-releases/2020/made-up.mdx').commit('2026-02-01')
  made.commit('2026-03-01', {
    'content/press-releases/2020/made-up.mdx': releaseText('Second words.'),
  })
  assert.deepEqual(told(made.versions(address)), [
    ['2026-03-01T12:00', 'Second words.'],
    ['2026-01-01T12:00', 'First words.'],
  ])
})

test('without a redirect, a text with another id is another publication', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [release]: releaseText('First words.') })
  made.commit('2026-01-02', { [release]: releaseText('Second words.') })
  const other = 'content/press-releases/renamed.mdx'
  made.move(release, other).commit('2026-02-01')
  made.commit('2026-03-01', { [other]: releaseText('Third words.') })
  assert.deepEqual(told(made.versions('/press-releases/renamed/')), [
    ['2026-03-01T12:00', 'Third words.'],
    ['2026-02-01T12:00', 'Second words.'],
  ])
})

test('of a merged branch, the public saw what was merged, when it was', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [release]: releaseText('First words.') })
  made.git('checkout', '--quiet', '-b', 'edit')
  made.commit('2026-02-01', { [release]: releaseText('Tried words.') })
  made.commit('2026-02-02', { [release]: releaseText('Second words.') })
  made.git('checkout', '--quiet', 'main')
  made.commit('2026-02-03', { 'content/updates/.gitkeep': '' })
  made.gitAt('2026-03-01T12:00:00Z', 'merge', '--quiet', '--no-ff', '--message=Merge', 'edit')
  assert.deepEqual(told(made.versions(address)), [
    ['2026-03-01T12:00', 'Second words.'],
    ['2026-01-01T12:00', 'First words.'],
  ])
})

test('what is not committed counts when it is asked for', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [release]: releaseText('First words.') })
  made.write({ [release]: releaseText('Second words.') })
  assert.deepEqual(made.versions(address), [])
  assert.deepEqual(told(made.versions(address, { withUncommitted: true })), [
    ['2026-06-01T12:00', 'Second words.'],
    ['2026-01-01T12:00', 'First words.'],
  ])
})

test('a note has versions, and so has a project further down in a repository', (context) => {
  const made = new MadeUpHistory(context, 'sites/made-up')
  made.commit('2026-01-01', {
    [release]: releaseText('Words.', { notes: '[made-up-note]' }),
    [note]: mdx({ title: 'A note', mark: '"*"' }, 'First.'),
  })
  made.commit('2026-02-01', { [note]: mdx({ title: 'A note', mark: '"*"' }, 'Second.') })
  assert.deepEqual(told(made.versions('/notes-to-editors/made-up-note/')), [
    ['2026-02-01T12:00', 'Second.'],
    ['2026-01-01T12:00', 'First.'],
  ])
})

test('of a note the public knows no version from before a public text carried it', (context) => {
  const made = new MadeUpHistory(context)
  const saying = (words: string) => ({ [note]: mdx({ title: 'A note', mark: '"*"' }, words) })
  made.commit('2026-01-01', {
    [release]: releaseText('Words.', {
      notes: '[made-up-note]',
      embargoUntil: '2026-03-01T12:00:00+00:00',
    }),
    ...saying('A secret draft.'),
  })
  made.commit('2026-02-01', saying('Approved.'))
  assert.deepEqual(told(made.versions('/notes-to-editors/made-up-note/')), [])
  made.commit('2026-04-01', saying('Changed.'))
  assert.deepEqual(told(made.versions('/notes-to-editors/made-up-note/')), [
    ['2026-04-01T12:00', 'Changed.'],
    ['2026-03-01T12:00', 'Approved.'],
  ])
})

test('an old version that today’s checks would refuse still has its words', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [release]: releaseText('<!-- Old --> Old words {here}.') })
  made.commit('2026-02-01', { [release]: releaseText('New words.') })
  assert.deepEqual(told(made.versions(address)), [
    ['2026-02-01T12:00', 'New words.'],
    ['2026-01-01T12:00', '<!-- Old --> Old words {here}.'],
  ])
})

test('a clock that was wrong makes nothing older than what came before', (context) => {
  const made = new MadeUpHistory(context)
  made.commit('2026-02-01', { [release]: releaseText('First words.') })
  made.commit('1999-01-01', { [release]: releaseText('Second words.') })
  made.commit('2026-03-01', { [release]: releaseText('Third words.') })
  assert.deepEqual(
    told(made.versions(address)).map(([day]) => day),
    ['2026-03-01T12:00', '2026-02-01T12:00', '2026-02-01T12:00'],
  )
})

test('outside a checkout, before the first commit and in a shallow one there is no history', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'made-up-history-'))
  context.after(() => {
    rmSync(folder, { recursive: true })
  })
  assert.equal(readVersions({ root: folder, now }), undefined)
  const made = new MadeUpHistory(context)
  assert.equal(readVersions({ root: made.root, now }), undefined)
  made.commit('2026-01-01', { [release]: releaseText('First words.') })
  made.commit('2026-02-01', { [release]: releaseText('Second words.') })
  const shallow = join(folder, 'shallow')
  made.git('clone', '--quiet', '--depth=1', `file://${made.root}`, shallow)
  assert.equal(readVersions({ root: shallow, now }), undefined)
})

test('ten thousand files over a thousand commits are read in seconds', (context) => {
  const made = new MadeUpHistory(context)
  made.import(fastImport(1000, 10))
  const began = performance.now()
  const versions = readVersions({ root: made.root, now })
  const took = performance.now() - began
  assert.equal(versions?.size, 100)
  // One second on a quiet machine.
  assert.ok(took < 6000, `${took} ms`)
})

/** The commits of a thousand days: each adds releases, every tenth changes the first one of a day. */
function* fastImport(commits: number, each: number): Generator<string> {
  const file = (day: number, number: number) =>
    `content/press-releases/${2000 + Math.floor(day / 50)}/made-up-${day}-${number}.mdx`
  for (let day = 0; day < commits; day++) {
    const seconds = 1_600_000_000 + day * 86_400
    yield `commit refs/heads/main\ncommitter Nobody <nobody@nowhere.example> ${seconds} +0000\ndata 0\n`
    const files = Array.from(
      { length: each },
      (_, number) =>
        [file(day, number), releaseText(`Made-up words, ${day} and ${number}.`)] as const,
    )
    if (day % 10 === 9) files.push([file(day - 9, 0), releaseText(`Changed on day ${day}.`)])
    for (const [path, text] of files) {
      yield `M 644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`
    }
  }
}
