import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Problem } from '../../../src/document/problems.ts'
import type { NodeOf } from '../../../src/document/vocabulary.ts'
import { everyNode, textOf } from '../../../src/document/walk.ts'
import { edited, plan, read, release, writeContent, type Files } from './made-up-content.ts'

const theRelease = '/press-releases/made-up-release/'
const note = '/notes-to-editors/made-up-note/'

const errorsIn = (problems: readonly Problem[]) => problems.filter(({ level }) => level === 'error')

/** What a preview says at the top of each publication that is not public, as one text. */
function notices(context: TestContext, changed: Files): Map<string, string> {
  const { problems, published } = read(writeContent(context, changed), { preview: true })
  assert.deepEqual(errorsIn(problems), [])
  const said = [...published].flatMap(([address, { tree }]) => {
    const [title, notice] = tree
    assert.equal(title?.type, 'titleBlock', `${address} begins with its title`)
    return notice?.type === 'notice' ? [[address, wordsOf(notice)] as const] : []
  })
  return new Map(said)
}

const wordsOf = ({ heading, children }: NodeOf<'notice'>): string =>
  [
    heading,
    ...[...everyNode(children)].flatMap((node) =>
      node.type === 'paragraph' ? [textOf(node.children)] : [],
    ),
  ].join(' | ')

const both = (states: string): Files => ({
  ...edited(release, 'state: published', states),
  ...edited(plan, 'state: published', states),
})

const states: [states: string, said: string][] = [
  ['state: draft', 'It is a draft. No time is set for it to go out.'],
  ['state: in-review', 'It is in review. No time is set for it to go out.'],
  ['state: ready', 'It is ready, but no time is set for it to go out.'],
  [
    'state: ready\npublishAt: 2020-07-01T00:01:00+01:00',
    'It goes out on Wednesday 1 July 2020 at 00:01 in London.',
  ],
  [
    'state: published\nembargoUntil: 2020-12-01T09:30:00+00:00',
    'It is under embargo. It goes out on Tuesday 1 December 2020 at 09:30 in London.',
  ],
]
for (const [written, said] of states) {
  test(`a preview says of ${JSON.stringify(written)}: ${said}`, (context) => {
    const expected = `Preview: this text is not public | ${said}`
    const found = notices(context, both(written))
    assert.equal(found.get(theRelease), expected)
    assert.equal(found.get('/action-plans/made-up-plan/'), expected)
    assert.equal(found.get(note), expected, 'the note is only in texts that are not public')
  })
}

test('a preview says nothing of what is public', (context) => {
  assert.equal(notices(context, {}).size, 0)
})

test('a preview marks what is not public, for lists', (context) => {
  const root = writeContent(context, both('state: draft'))
  const { published } = read(root, { preview: true })
  assert.equal(published.get(theRelease)?.data.notPublic, true)
  const { published: shown } = read(writeContent(context), { preview: true })
  assert.equal(shown.get(theRelease)?.data.notPublic, undefined)
})

test('a preview shows updates, formats and withdrawals to come, and says so', (context) => {
  const found = notices(context, {
    ...edited(
      release,
      'state: published',
      `state: withdrawn
withdrawn: { on: 2020-03-02, at: "10:00", why: Made up. }
formats:
  - { format: Made-up film, href: "https://films.example/", madeBy: Nobody, added: 2020-03-01 }`,
    ),
    'content/updates/made-up-change.mdx':
      '---\ntype: change\non: 2020-02-28\nrelease: made-up-release\nsignificant: true\nsummary: Later.\n---\n',
  })
  assert.equal(
    found.get(theRelease),
    [
      'Preview: parts are not public',
      'The update of content/updates/made-up-change.mdx becomes public on Friday 28 February 2020 at 00:00 in London.',
      'The withdrawal becomes public on Monday 2 March 2020 at 10:00 in London.',
      'The format “Made-up film” becomes public on Sunday 1 March 2020 at 00:00 in London.',
    ].join(' | '),
  )
})

test('a withdrawal that is dated to come has not happened', (context) => {
  const root = writeContent(
    context,
    edited(
      release,
      'state: published',
      'state: withdrawn\nwithdrawn: { on: 2020-03-02, at: "10:00", why: Made up. }',
    ),
  )
  const at = (now: string) => {
    const { published } = read(root, { now: new Date(now) })
    const found = published.get(theRelease)
    assert.ok(found?.collection === 'press-releases')
    return [found.data.withdrawn, found.tree.some(({ type }) => type === 'notice')]
  }
  assert.deepEqual(at('2020-03-02T09:59:59Z'), [false, false])
  assert.deepEqual(at('2020-03-02T10:00:00Z'), [true, true])
})
