import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPublic } from '../../../src/document/states.ts'
import {
  edited,
  plan,
  read,
  release,
  rightFiles,
  unchangingPages,
  writeContent,
} from './made-up-content.ts'

type States = Parameters<typeof isPublic>[0]

/** The moment at which a publication goes out: it is not public a millisecond earlier. */
function assertPublicFrom(states: Partial<States>, moment: string): void {
  const publication: States = { state: 'published', published: '2020-01-01', ...states }
  const time = Date.parse(moment)
  assert.equal(isPublic(publication, new Date(time)), true, `public at ${moment}`)
  assert.equal(isPublic(publication, new Date(time - 1)), false, `not public before ${moment}`)
}

test('a publication goes out when its day begins in London, in winter', () => {
  assertPublicFrom({ published: '2020-01-15' }, '2020-01-15T00:00:00Z')
})

test('a publication goes out when its day begins in London, in summer', () => {
  assertPublicFrom({ published: '2020-07-15' }, '2020-07-14T23:00:00Z')
})

test('the days on which the clocks change begin at midnight too', () => {
  assertPublicFrom({ published: '2020-03-29' }, '2020-03-29T00:00:00Z')
  assertPublicFrom({ published: '2020-03-30' }, '2020-03-29T23:00:00Z')
  assertPublicFrom({ published: '2020-10-25' }, '2020-10-24T23:00:00Z')
  assertPublicFrom({ published: '2020-10-26' }, '2020-10-26T00:00:00Z')
})

test('an embargo holds to its moment, whatever its offset', () => {
  assertPublicFrom({ embargoUntil: '2020-07-15T00:01:00+01:00' }, '2020-07-14T23:01:00Z')
  assertPublicFrom({ embargoUntil: '2020-07-15T00:01:00Z' }, '2020-07-15T00:01:00Z')
})

test('a moment to publish holds for what is published already', () => {
  assertPublicFrom({ publishAt: '2020-07-15T09:30:00+01:00' }, '2020-07-15T08:30:00Z')
})

test('what is ready goes out at its moment', () => {
  assertPublicFrom(
    { state: 'ready', publishAt: '2020-07-15T09:30:00+01:00' },
    '2020-07-15T08:30:00Z',
  )
})

test('the last of day, moment and embargo decides', () => {
  const states = { published: '2020-07-15', publishAt: '2020-07-15T00:00:00+01:00' }
  assertPublicFrom({ ...states, embargoUntil: '2020-07-16T00:00:00Z' }, '2020-07-16T00:00:00Z')
  assertPublicFrom({ ...states, published: '2020-07-17' }, '2020-07-16T23:00:00Z')
})

test('what was withdrawn stays public, with its notice', () => {
  assertPublicFrom({ state: 'withdrawn', published: '2020-01-15' }, '2020-01-15T00:00:00Z')
})

const never: Partial<States>[] = [
  { state: 'draft' },
  { state: 'in-review' },
  { state: 'ready' },
  { state: 'draft', publishAt: '2020-01-02T00:00:00Z' },
  { state: 'in-review', publishAt: '2020-01-02T00:00:00Z' },
]
for (const states of never) {
  test(`${JSON.stringify(states)} never goes out by itself`, () => {
    const publication: States = { state: 'draft', published: '2020-01-01', ...states }
    assert.equal(isPublic(publication, new Date('2999-01-01T00:00:00Z')), false)
  })
}

const hidden: [name: string, state: string][] = [
  ['a draft', 'state: draft'],
  ['in review', 'state: in-review'],
  ['ready without a moment', 'state: ready'],
  ['ready too early', 'state: ready\npublishAt: 2020-02-01T12:00:01Z'],
  ['under embargo', 'state: published\nembargoUntil: 2020-02-01T12:00:01Z'],
]
for (const [name, state] of hidden) {
  test(`no word of a release and its plan is published while they are ${name}`, (context) => {
    const root = writeContent(context, {
      ...edited(release, 'state: published', state),
      ...edited(plan, 'state: published', state),
    })
    const { problems, published } = read(root, { now: new Date('2020-02-01T12:00:00Z') })
    assert.ok(problems.every(({ level }) => level === 'remark'))
    assert.deepEqual([...published.keys()].toSorted(), unchangingPages)
    assert.doesNotMatch(JSON.stringify([...published]), /Made-Up Person|Ministry/)
  })
}

test('a release of tomorrow is not published today', (context) => {
  const root = writeContent(context, {
    ...edited(release, 'published: 2020-01-15', 'published: 2020-07-15'),
    ...edited(plan, 'published: 2020-01-15', 'published: 2020-07-15'),
  })
  const isThere = (now: string) =>
    read(root, { now: new Date(now) }).published.has('/press-releases/made-up-release/')
  assert.equal(isThere('2020-07-14T22:59:59Z'), false)
  assert.equal(isThere('2020-07-14T23:00:00Z'), true)
})

test('a draft that says nothing of a plan leaves the rest as it is', (context) => {
  const draft = rightFiles[release]
    .replace('state: published', 'state: draft')
    .replace('A made-up announcement', 'A secret')
  const root = writeContent(context, { 'content/press-releases/secret.mdx': draft })
  const { problems, published } = read(root)
  assert.deepEqual(problems, [])
  assert.doesNotMatch(JSON.stringify([...published]), /secret/i)
  assert.deepEqual([...published.keys()], [...read(writeContent(context)).published.keys()])
})
