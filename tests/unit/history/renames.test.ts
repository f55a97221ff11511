import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import {
  MadeUpHistory,
  mdx,
  note,
  plan,
  planText,
  release,
  releaseText,
  told,
  update,
  type Files,
} from './made-up-history.ts'

const renamed = 'content/press-releases/renamed.mdx'
const renamedPlan = 'content/action-plans/renamed-plan.mdx'
const renamedNote = 'content/notes-to-editors/renamed-note.mdx'
const redirects = new Map([
  ['/press-releases/made-up/', '/press-releases/renamed/'],
  ['/press-releases/other/', '/press-releases/renamed/'],
  ['/action-plans/made-up-plan/', '/action-plans/renamed-plan/'],
  ['/notes-to-editors/made-up-note/', '/notes-to-editors/renamed-note/'],
])
const silent = 'The words of this public text were changed, and nothing says so: '
const change = (fields: Record<string, string>): Files => ({
  [update]: mdx({ type: 'change', on: '2026-05-01', summary: 'x', ...fields }),
})

function said(made: MadeUpHistory, moved: ReadonlyMap<string, string> = redirects): string[] {
  return made
    .problems({ current: { addresses: new Set(), redirects: moved } })
    .map(({ file, line, what }) => `${file}:${line} ${what}`)
}

/** Some texts that are public on main. */
function published(context: TestContext, files: Files = first): MadeUpHistory {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', files)
  return made
}
const first = { [release]: releaseText('Some first words.') }

test('a rename alone is no silent edit', (context) => {
  const made = published(context).move(release, renamed)
  assert.deepEqual(said(made), [])
  made.commit('2026-02-01')
  assert.deepEqual(said(made), [])
})

test('words that are changed with the id need an entry about the new one', (context) => {
  const made = published(context).move(release, renamed)
  made.write({ [renamed]: releaseText('Some second words.') })
  const edit = [`${renamed}:10 ${silent}“first” is now “second”.`]
  assert.deepEqual(said(made), edit)
  const [problem] = made.problems({ current: { addresses: new Set(), redirects } })
  assert.match(problem?.mend ?? '', /--target renamed`.*\n {6}release: renamed\n/s)
  made.commit('2026-02-01')
  assert.deepEqual(said(made), edit)
  made.write(change({ release: 'renamed' }))
  assert.deepEqual(said(made), [])
  assert.deepEqual(said(made, new Map()), [
    `${renamed}:1 The address /press-releases/made-up/ was public, and now it leads nowhere.`,
  ])
})

test('an edit before the rename is still held against the text', (context) => {
  const made = published(context)
  made.commit('2026-02-01', { [release]: releaseText('Some second words.') })
  made.move(release, renamed).commit('2026-03-01')
  assert.deepEqual(said(made), [`${renamed}:10 ${silent}“first” is now “second”.`])
  made.write(change({ release: 'renamed' }))
  assert.deepEqual(said(made), [])
})

test('an entry about the old id goes on to count under the new one', (context) => {
  const made = published(context)
  const second = { [release]: releaseText('Some second words.') }
  made.commit('2026-02-01', { ...second, ...change({ release: 'made-up' }) })
  made.move(release, renamed).write(change({ release: 'renamed' }))
  assert.deepEqual(said(made), [])
  made.commit('2026-03-01')
  assert.deepEqual(said(made), [])
  made.write(change({ release: 'made-up' }))
  assert.deepEqual(said(made), [])
})

test('a public text cannot be taken away by a rename', (context) => {
  const made = published(context).write({ [release]: undefined })
  made.write({ [renamed]: releaseText('Some first words.', { state: 'draft' }) })
  assert.deepEqual(said(made), [`${renamed}:6 This text was public, and now it would not be.`])
})

test('a text that becomes a part of another one is no longer what it was', (context) => {
  const other = releaseText('Some other words.')
  const made = published(context, { ...first, [renamed]: other })
  made.write({ [release]: undefined })
  assert.deepEqual(said(made), [`${renamed}:10 ${silent}“first” is now “other”.`])
  made.write(change({ release: 'renamed' }))
  assert.deepEqual(said(made), [])
})

test('a public update may follow its publication to the new id, and change nothing else', (context) => {
  const about = { release: 'made-up', type: 'format-added' }
  const made = published(context, { ...first, ...change(about) }).move(release, renamed)
  made.write(change({ ...about, release: 'renamed' }))
  assert.deepEqual(said(made), [])
  const wrong = (line: number) => [`${update}:${line} This update was public, and it was changed.`]
  made.write(change({ ...about, release: 'another' }))
  assert.deepEqual(said(made), wrong(5))
  made.write(change({ ...about, release: 'renamed', summary: 'y' }))
  assert.deepEqual(said(made), wrong(4))
  made.write(change({ ...about, release: 'renamed', where: 'z' }))
  assert.deepEqual(said(made), wrong(6))
  made.write(change(about)).commit('2026-02-01')
  made.write(change({ ...about, release: 'renamed', summary: 'y' }))
  assert.deepEqual(said(made), wrong(4))
})

test('a plan keeps its actions and its updates under a new id', (context) => {
  const about = { plan: 'made-up-plan' }
  const made = published(context, { [plan]: planText(['first', 'second']), ...change(about) })
  made.write({ [plan]: undefined, ...change({ plan: 'renamed-plan' }) })
  made.write({ [renamedPlan]: planText(['first', 'second']) })
  assert.deepEqual(said(made), [])
  made.write({ [renamedPlan]: planText(['first']) })
  made.write({
    'content/updates/gone.mdx': mdx({ type: 'change', on: '2026-05-02', plan: 'renamed-plan' }),
  })
  const gone = `${renamedPlan}:5 The action “second” of this public plan is gone: links lead to /action-plans/renamed-plan/#second.`
  assert.deepEqual(said(made), [gone])
  made.commit('2026-02-01')
  assert.deepEqual(said(made), [gone])
})

test('a renamed note is about the texts that carry it, renamed or not', (context) => {
  const carrying = (id: string) => releaseText('Some words.', { notes: `[${id}]` })
  const made = published(context, {
    [release]: carrying('made-up-note'),
    [note]: mdx({ title: 'Note' }, 'Some first words.'),
  })
  made
    .move(note, renamedNote)
    .move(release, renamed)
    .write({ [renamed]: carrying('renamed-note') })
  assert.deepEqual(said(made), [])
  made.write({ [renamedNote]: mdx({ title: 'Note' }, 'Some second words.') })
  assert.deepEqual(said(made), [`${renamedNote}:5 ${silent}“first” is now “second”.`])
  made.write(change({ release: 'renamed' }))
  assert.deepEqual(said(made), [])
})

test('links and lists that follow a rename change no words', (context) => {
  const moved = new Map([['/action-plans/made-up-plan/', '/action-plans/renamed-plan/']])
  const leading = (id: string) =>
    releaseText(`Words with [a link](/action-plans/${id}/#first).\n\n<Actions plan="${id}" />`)
  const made = published(context, {
    [release]: leading('made-up-plan'),
    [plan]: planText(['first']),
  })
  made.move(plan, renamedPlan).commit('2026-02-01', { [release]: leading('renamed-plan') })
  assert.deepEqual(said(made, moved), [])
  assert.equal(made.versions('/press-releases/made-up/').length, 2)
  assert.deepEqual(made.versions('/press-releases/made-up/', { redirects: moved }), [])
  made.write({ [release]: leading('another-plan') })
  assert.deepEqual(said(made, moved), [
    `${release}:10 ${silent}“(/action-plans/renamed-plan/#first).” is now “(/action-plans/another-plan/#first).”; and 1 more change.`,
  ])
})

test('a text keeps its versions under a new id, and a new id alone makes none', (context) => {
  const made = published(context)
  made.commit('2026-02-01', { [release]: releaseText('Some second words.') })
  made.move(release, renamed).commit('2026-03-01')
  const versions = () => made.versions('/press-releases/renamed/', { redirects })
  const old = [
    ['2026-02-01T12:00', 'Some second words.'],
    ['2026-01-01T12:00', 'Some first words.'],
  ]
  assert.deepEqual(told(versions()), old)
  assert.deepEqual(made.versions('/press-releases/made-up/', { redirects }), [])
  made.commit('2026-04-01', { [renamed]: releaseText('Some third words.') })
  assert.deepEqual(told(versions()), [['2026-04-01T12:00', 'Some third words.'], ...old])
  assert.equal(
    versions()[0]?.difference[0]?.sentence,
    'The paragraph that begins “Some second words.” was changed: “second” is now “third”.',
  )
})

test('words that are changed with the id are the next version, committed or not', (context) => {
  const made = published(context).write({ [release]: undefined })
  made.write({ [renamed]: releaseText('Some second words.') })
  const address = '/press-releases/renamed/'
  assert.deepEqual(made.versions(address, { redirects }), [])
  const days = (withUncommitted: boolean) =>
    made.versions(address, { redirects, withUncommitted }).map(({ since }) => since.toISOString())
  assert.deepEqual(days(true), ['2026-06-01T12:00:00.000Z', '2026-01-01T12:00:00.000Z'])
  made.commit('2026-02-01')
  assert.deepEqual(days(false), ['2026-02-01T12:00:00.000Z', '2026-01-01T12:00:00.000Z'])
})

test('a text that goes back to its first id has its versions in order of time', (context) => {
  const made = published(context)
  made.move(release, renamed).commit('2026-02-01', { [renamed]: releaseText('Second words.') })
  made.move(renamed, release).commit('2026-03-01', first)
  const back = new Map([['/press-releases/renamed/', '/press-releases/made-up/']])
  assert.deepEqual(told(made.versions('/press-releases/made-up/', { redirects: back })), [
    ['2026-03-01T12:00', 'Some first words.'],
    ['2026-02-01T12:00', 'Second words.'],
    ['2026-01-01T12:00', 'Some first words.'],
  ])
})

test('of texts that became one, the newest version is what that one says', (context) => {
  const other = 'content/press-releases/other.mdx'
  const made = published(context)
  made.commit('2026-02-01', { [other]: releaseText('Other words.') })
  made.commit('2026-03-01', { [renamed]: releaseText('Words for all.') })
  made.commit('2026-04-01', { [release]: releaseText('Some second words.') })
  made.commit('2026-05-01', { [release]: undefined, [other]: undefined })
  assert.deepEqual(told(made.versions('/press-releases/renamed/', { redirects })), [
    ['2026-05-01T12:00', 'Words for all.'],
    ['2026-04-01T12:00', 'Some second words.'],
    ['2026-03-01T12:00', 'Words for all.'],
    ['2026-02-01T12:00', 'Other words.'],
    ['2026-01-01T12:00', 'Some first words.'],
  ])
})

test('a redirect to another kind of page is no new id', (context) => {
  const made = published(context, { ...first, [plan]: planText(['first']) })
  made.write({ [release]: undefined })
  const elsewhere = new Map([['/press-releases/made-up/', '/action-plans/made-up-plan/']])
  assert.deepEqual(said(made, elsewhere), [])
})
