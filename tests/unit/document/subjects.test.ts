import assert from 'node:assert/strict'
import { test } from 'node:test'
import { text as textFormat } from '../../../src/formats/text.ts'
import {
  edited,
  plan,
  read,
  release,
  rightFiles,
  someDay,
  writeContent,
  type Files,
} from './made-up-content.ts'
import type { TestContext } from 'node:test'
import { context as ofSpecimens } from '../formats/written.ts'

/* The pages of people, bodies and topics, as plain text. */

function pagesOf(context: TestContext, changed: Files = {}) {
  const { problems, published } = read(writeContent(context, changed))
  assert.deepEqual(problems, [])
  return (address: string): string | undefined => {
    const publication = published.get(address)
    return publication && textFormat.write(publication, ofSpecimens)
  }
}

/** A release as the right one, later and with other fields. */
const another = (name: string, edit: (text: string) => string): Files => ({
  [`content/press-releases/${name}.mdx`]: edit(
    rightFiles[release].replace('announces: [made-up-plan]\n', '').replace(/notes: .*\n/, ''),
  ).replace('<Actions plan="made-up-plan" />', ''),
})

test('a person’s page has roles as stated, publications and quotes with their addresses', (context) => {
  const page = pagesOf(context)('/people/made-up-person/')
  assert.equal(
    page,
    `Made-Up Person
==============

Person

Roles, as stated
----------------

- “the Minister for Made-Up Matters”: as stated on 15 January 2020 in A
  made-up announcement
  <https://made-up.example/press-releases/made-up-release/>

Named in
--------

- A made-up announcement
  <https://made-up.example/press-releases/made-up-release/>, press
  release, 15 January 2020

Quotes
------

    “Nothing was said.”

Quote by Made-Up Person in “A made-up announcement”
<https://made-up.example/press-releases/made-up-release/#quote-made-up-person>,
15 January 2020
`,
  )
})

test('a role that is stated again is said once, with its first and its last day', (context) => {
  const later = another('later', (text) => text.replace('2020-01-15', '2020-01-20'))
  const page = pagesOf(context, later)('/people/made-up-person/') ?? ''
  assert.equal(page.split('“the Minister for Made-Up Matters”').length, 2, page)
  assert.match(page.replace(/\s+/g, ' '), /as stated on 15 January 2020 .*last on 20 January 2020/)
})

test('a body’s page tells what it published from what names it', (context) => {
  const page = pagesOf(
    context,
    another('other', (text) =>
      text
        .replace('from: [ministry-of-made-up-matters]', 'from: [council-of-nowhere]')
        .replace('mentions:', 'mentions:\n  - organisation: ministry-of-made-up-matters')
        .replace('A made-up announcement', 'An announcement by another body'),
    ),
  )
  const [, published = '', named = ''] =
    page('/organisations/ministry-of-made-up-matters/')?.split(/\n-{5,}\n/) ?? []
  assert.match(published, /A made-up announcement/)
  assert.doesNotMatch(published, /another body/)
  assert.match(named, /An announcement by another body/)
})

test('a topic has a page once something public is filed under it', (context) => {
  assert.equal(pagesOf(context)('/topics/'), undefined)
  const page = pagesOf(context, edited(release, 'notes:', 'topics: [made-up-topic]\nnotes:'))
  assert.match(page('/topics/made-up-topic/') ?? '', /A topic that nobody has[^]*A made-up announ/)
  assert.match(page('/topics/') ?? '', /Made-up topic <.*> \(1\)/)
})

test('nobody whom only an unpublished text names has a page or stands in a list', (context) => {
  const secret = another('secret', (text) =>
    text
      .replace('state: published', 'state: draft')
      .replaceAll('made-up-person', 'second-person')
      .replaceAll('Made-Up Person', 'Second Person'),
  )
  const page = pagesOf(context, secret)
  assert.equal(page('/people/second-person/'), undefined)
  assert.doesNotMatch(page('/people/') ?? '', /Second Person/)
})

test('a withdrawn release is on no page of those that it names', (context) => {
  const withdrawn = another('withdrawn', (text) =>
    text
      .replace('state: published', 'state: withdrawn\nwithdrawn: { on: 2020-01-16, why: Wrong. }')
      .replace('A made-up announcement', 'A withdrawn one'),
  )
  const page = pagesOf(context, withdrawn)
  for (const address of [
    '/people/made-up-person/',
    '/organisations/ministry-of-made-up-matters/',
  ]) {
    assert.doesNotMatch(page(address) ?? '', /A withdrawn one/)
  }
  assert.match(page('/updates/') ?? '', /16 January 2020: A withdrawn one[^]*Withdrawn\. Wrong\./)
})

test('more than 25 publications are listed by year as well, and none is lost', (context) => {
  const many = Object.assign(
    {},
    ...Array.from({ length: 30 }, (_, index) =>
      another(`number-${index}`, (text) =>
        text
          .replace('2020-01-15', `201${index % 5}-03-${String(index + 1).padStart(2, '0')}`)
          .replace('A made-up announcement', `Announcement ${index};`),
      ),
    ),
  ) as Files
  const page = pagesOf(context, many)
  const address = '/organisations/ministry-of-made-up-matters/'
  const first = page(address) ?? ''
  const count = (text: string) => text.match(/Announcement \d+;/g)?.length ?? 0
  assert.equal(count(first), 24)
  assert.match(first, /Ministry of Made-Up Matters in 2014/)
  const years = ['2010', '2011', '2012', '2013', '2014'].map((year) => page(`${address}${year}/`))
  assert.equal(
    years.map((year) => count(year ?? '')).reduce((sum, each) => sum + each),
    30,
  )
})

test('an update must be later than what it is about', (context) => {
  const change = (time: string): Files => ({
    'content/updates/change.mdx': `---\ntype: change\non: 2020-01-15${time}\nrelease: made-up-release\nsignificant: true\nsummary: New words.\n---\n`,
  })
  const says = (files: Files) =>
    read(writeContent(context, files)).problems.map(({ file, line, what }) => [file, line, what])
  assert.deepEqual(says(change('')), [
    [
      'content/updates/change.mdx',
      3,
      'The update is not later than the publication that it is about.',
    ],
  ])
  assert.deepEqual(says(change('\nat: "09:30"')), [])
  assert.equal(says(change('\nat: "25:00"')).length, 1)
})

test('an update with a time of day is kept back until then', (context) => {
  const at = someDay.toISOString().slice(0, 10)
  const files: Files = {
    'content/updates/change.mdx': `---\ntype: change\non: ${at}\nat: "12:30"\nplan: made-up-plan\nsignificant: true\nsummary: New words.\n---\n`,
  }
  const root = writeContent(context, files)
  const shown = (now: string) =>
    JSON.stringify([...read(root, { now: new Date(now) }).published]).includes('New words.')
  assert.equal(shown('2020-02-01T12:29:59Z'), false)
  assert.equal(shown('2020-02-01T12:30:00Z'), true)
})

test('a page of content cannot take the place of one that the site makes', (context) => {
  const files = { 'content/pages/people.mdx': rightFiles['content/pages/made-up-page.mdx'] }
  assert.deepEqual(
    read(writeContent(context, files)).problems.map(({ what }) => what),
    ['The site makes the page /people/ itself.'],
  )
})

test('bodies and people that a plan names are on its page and it on theirs', (context) => {
  const page = pagesOf(
    context,
    edited(
      plan,
      'title: First action\n',
      'title: First action\n    involves: [{ person: second-person, organisation: council-of-nowhere }]\n',
    ),
  )
  assert.match(page('/people/second-person/') ?? '', /A made-up plan/)
  assert.match(page('/organisations/council-of-nowhere/') ?? '', /A made-up plan/)
  const words = (page('/action-plans/made-up-plan/') ?? '').replace(/\s+/g, ' ')
  assert.match(words, /People: Second Person <https:\/\/made-up\.example\/people\/second-person\/>/)
})
