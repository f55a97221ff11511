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
} from './made-up-history.ts'

const other = 'content/press-releases/renamed.mdx'
const page = 'content/pages/made-up-page.mdx'
const body = 'Some made-up words that are long enough for git to know them again.'

function published(context: TestContext, text = releaseText(body)): MadeUpHistory {
  const made = new MadeUpHistory(context)
  made.commit('2026-01-01', { [release]: text })
  return made
}

function said(made: MadeUpHistory, ...moved: [string, string][]): string[] {
  const current = { addresses: new Set(['/made-by-the-site/']), redirects: new Map(moved) }
  return made.problems({ current }).map(({ file, what, mend }) => `${file} ${what} ${mend}`)
}

const whereTo = `${other} The address /press-releases/made-up/ was public, and now it leads nowhere. Add this line to content/redirects.yaml: \`/press-releases/made-up/: /press-releases/renamed/\`.`

test('a renamed text needs a redirect, whether git has been told of it or not', (context) => {
  const made = published(context).move(release, other)
  assert.deepEqual(said(made), [whereTo])
  made.git('add', '--all')
  assert.deepEqual(said(made), [whereTo])
  made.commit('2026-02-01')
  assert.deepEqual(said(made), [whereTo])
  assert.deepEqual(said(made, ['/press-releases/made-up/', '/press-releases/renamed/']), [])
})

test('a text that was renamed on a branch needs a redirect there', (context) => {
  const made = published(context)
  made.git('checkout', '--quiet', '-b', 'rename')
  made.move(release, other).commit('2026-02-01')
  assert.deepEqual(said(made), [whereTo])
})

test('each address of a text that was renamed twice leads to the last', (context) => {
  const made = published(context)
  made.move(release, 'content/press-releases/between.mdx').commit('2026-02-01')
  made.move('content/press-releases/between.mdx', other).commit('2026-03-01')
  assert.deepEqual(said(made), [whereTo, whereTo.replaceAll('made-up/', 'between/')])
})

test('a text that is gone comes back withdrawn, or leads elsewhere', (context) => {
  const made = published(context).write({ [release]: undefined })
  const what =
    'The address /press-releases/made-up/ was public, and now it leads nowhere. Bring content/press-releases/made-up.mdx back with `state: withdrawn`, or add a line to content/redirects.yaml that says where its words are now: `/press-releases/made-up/: /the/new/address/`.'
  assert.deepEqual(said(made), [`${release} ${what}`])
  made.commit('2026-02-01')
  made.commit('2026-03-01', { [plan]: planText(['first']) })
  assert.deepEqual(said(made), [`${release} ${what}`])
})

test('a plan and a page of the site have addresses for ever too', (context) => {
  const made = published(context)
  made.commit('2026-02-01', { [plan]: planText(['first']), [page]: mdx({ title: 'A page' }, body) })
  made.commit('2026-03-01', { [plan]: undefined, [page]: undefined })
  assert.deepEqual(
    said(made).map((each) => each.replace(/,.*/, '')),
    [
      `${plan} The address /action-plans/made-up-plan/ was public`,
      `${page} The address /made-up-page/ was public`,
    ],
  )
})

test('a page that the site makes itself now is not gone', (context) => {
  const made = published(context)
  const own = 'content/pages/made-by-the-site.mdx'
  made.commit('2026-02-01', { [own]: mdx({ title: 'A page' }, body) })
  made.commit('2026-03-01', { [own]: undefined })
  assert.deepEqual(said(made), [])
})

test('what never was public goes freely', (context) => {
  for (const fields of [{ state: 'draft' }, { embargoUntil: '2026-06-01T12:00:01+00:00' }]) {
    const made = published(context, releaseText(body, { ...fields, notes: '[made-up-note]' }))
    made.commit('2026-01-02', { [note]: mdx({ title: 'A note' }, body) })
    made.write({ [release]: undefined, [note]: undefined })
    assert.deepEqual(said(made), [])
    made.commit('2026-02-01')
    assert.deepEqual(said(made), [])
  }
})

test('a note that a public text carried once cannot go', (context) => {
  const made = published(context, releaseText(body, { notes: '[made-up-note]' }))
  made.commit('2026-01-02', { [note]: mdx({ title: 'A note' }, body) })
  made.commit('2026-02-01', { [release]: releaseText(body), [note]: undefined })
  assert.match(
    said(made)[0] ?? '',
    /^\S+ The address \/notes-to-editors\/made-up-note\/ was public/,
  )
})

test('a text that moves into the folder of its year keeps its address', (context) => {
  const made = published(context).move(release, 'content/press-releases/2020/made-up.mdx')
  assert.deepEqual(said(made), [])
  made.commit('2026-02-01')
  assert.deepEqual(said(made), [])
})
