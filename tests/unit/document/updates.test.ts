import assert from 'node:assert/strict'
import { test } from 'node:test'
import { text as textFormat } from '../../../src/formats/text.ts'
import {
  edited,
  plan,
  read,
  release,
  rightFiles,
  writeContent,
  type Files,
} from './made-up-content.ts'
import type { TestContext } from 'node:test'
import { context as ofSpecimens } from '../formats/written.ts'

/* What updates and withdrawals make of the pages that they are about, as plain text. */

const updateFile = (name: string, fields: string): Files => ({
  [`content/updates/${name}.mdx`]: `---\n${fields}\n---\n`,
})
const film =
  'formats: [{ format: Film, href: "https://film.example/", madeBy: Nobody, added: 2020-01-18 }]'
const progress = (on: string, status: string, more = '') =>
  updateFile(
    `progress-${on}`,
    `type: progress\non: ${on}\nplan: made-up-plan\naction: first-action\nstatus: ${status}\nsummary: So it was on ${on}.\nby: { person: second-person }${more}`,
  )

function written(
  context: TestContext,
  address: string,
  changed: Files,
  now = new Date('2030-01-01T12:00:00Z'),
): string {
  const { problems, published } = read(writeContent(context, changed), { now })
  assert.deepEqual(problems, [])
  const publication = published.get(address)
  assert.ok(publication)
  return textFormat.write(publication, ofSpecimens)
}
const thePlan = '/action-plans/made-up-plan/'
const theRelease = '/press-releases/made-up-release/'

/** The part of a plain text under a heading. */
const part = (text: string, heading: string): string =>
  text.split(/\n\n(?=[^\n]+\n[-.]{3,}\n)/).find((each) => each.startsWith(heading)) ?? ''

test('progress moves the status of its action, in the list and in the table, and of no other', (context) => {
  const text = written(context, thePlan, {
    ...progress(
      '2020-03-01',
      'done',
      '\nevidence: [{ label: A film of it, url: https://film.example/ }]',
    ),
    ...progress('2020-02-01', 'in progress'),
  })
  const done = 'Status: Done (1 March 2020): So it was on 2020-03-01.'
  const announced = 'Status: Announced. No update has been published here since 15 January\n2020.'
  const first = part(text, 'Action 1: First action')
  assert.ok(first.includes(done), first)
  assert.ok(first.includes('Evidence: A film of it <https://film.example/>'), first)
  assert.ok(part(text, 'Action 2: Second action').includes(announced))
  const [one = '', two = ''] = part(text, 'The two actions as a table').split('Action: 2.')
  assert.ok(one.includes(done), one)
  assert.ok(two.includes(announced), two)
})

test('progress stands in the timeline, in the order of time, and in the history', (context) => {
  const text = written(context, thePlan, {
    ...progress('2020-03-01', 'done'),
    ...progress('2020-02-01', 'in progress'),
  })
  assert.equal(
    part(text, 'Timeline'),
    `Timeline
--------

15 January 2020
  The plan was announced, with two actions.

1 February 2020
  Action 1: First action: So it was on 2020-02-01.

1 March 2020
  Action 1: First action: So it was on 2020-03-01.

No date stated
  Action 1: First action
  Action 2: Second action`,
  )
  assert.equal(
    part(text, 'What has changed'),
    `What has changed
----------------

Table: What has changed in the plan, in the order of time

Date: 1 February 2020
Action: 1. First action
Status or kind of change: In progress
What changed: So it was on 2020-02-01. Reported by: Second Person.

Date: 1 March 2020
Action: 1. First action
Status or kind of change: Done
What changed: So it was on 2020-03-01. Reported by: Second Person.`,
  )
})

test('a date that was worked out is marked so, in the timeline and at the action', (context) => {
  const due =
    'due: { asStated: on Monday, date: 2020-01-20, inferred: true, basis: the 15th was a Wednesday }'
  const text = written(
    context,
    thePlan,
    edited(plan, 'title: Second action', `title: Second action\n    ${due}`),
  )
  const timeline = part(text, 'Timeline')
  assert.match(
    timeline,
    /Monday 20 January 2020\n {2}Action 2: Second action\n {2}Worked out from “on Monday”: the 15th was a Wednesday\./,
  )
  assert.match(
    part(text, 'Action 2'),
    /Due: “on Monday”: Monday 20 January 2020 \(worked out: the\s15th\swas\sa\sWednesday\)/,
  )
})

test('a date as stated is not called worked out', (context) => {
  const due = 'due: { asStated: by 20 January, date: 2020-01-20 }'
  const text = written(
    context,
    thePlan,
    edited(plan, 'title: Second action', `title: Second action\n    ${due}`),
  )
  assert.match(part(text, 'Action 2'), /Due: by 20 January\n/)
  assert.doesNotMatch(text, /worked out/i)
})

test('a correction stands before the text, and in the history', (context) => {
  const text = written(
    context,
    theRelease,
    updateFile(
      'correction',
      'type: correction\non: 2020-01-16\nrelease: made-up-release\nwhere: First paragraph\nsaid: All words\nsays: Some words',
    ),
  )
  const notice = `Corrected on 16 January 2020
----------------------------

First paragraph. It said: “All words”. It now says: “Some words”.`
  assert.ok(text.includes(notice), text)
  assert.ok(text.indexOf(notice) < text.indexOf('Some words that open'))
  assert.match(part(text, 'What has changed'), /- 16 January 2020: Corrected: First paragraph/)
})

test('a change and an added format stand in the history of their publication alone', (context) => {
  const updates = {
    ...updateFile(
      'change',
      'type: change\non: 2020-01-17\nrelease: made-up-release\nsignificant: false\nsummary: A comma was moved.',
    ),
    ...edited(plan, 'state: published', `state: published\n${film}`),
    ...updateFile(
      'format',
      'type: format-added\non: 2020-01-18\nplan: made-up-plan\nformat: Film\nsummary: It has subtitles.',
    ),
  }
  const history = part(written(context, theRelease, updates), 'What has changed')
  assert.match(history, /- 17 January 2020: A comma was moved\.$/)
  const ofThePlan = part(written(context, thePlan, updates), 'What has changed')
  assert.match(
    ofThePlan,
    /Date: 18 January 2020\nAction: The whole plan\nStatus or kind of change: Format added\nWhat changed: New format: Film\. It has subtitles\.$/,
  )
  assert.doesNotMatch(ofThePlan, /comma/)
})

test('a format that people made later is an update by itself, from its day on', (context) => {
  const changed = edited(release, 'state: published', `state: published\n${film}`)
  const changes = (day: string) => {
    const now = new Date(`${day}T12:00:00Z`)
    const { problems, published } = read(writeContent(context, changed), { now })
    assert.deepEqual(problems, [])
    const updates = published.get('/updates/')
    const { data } = published.get(theRelease) ?? {}
    assert.ok(updates && data && 'formats' in data)
    return { data, updates: textFormat.write(updates, ofSpecimens) }
  }
  const before = changes('2020-01-17')
  assert.deepEqual([before.data.formats, before.data.changes], [[], []])
  assert.match(before.updates, /There is no update yet/)

  const { data, updates } = changes('2020-01-18')
  assert.deepEqual(
    data.formats.map(({ format }) => format),
    ['Film'],
  )
  assert.equal(data.updatedAt, '2020-01-18T00:00:00Z')
  assert.deepEqual(data.changes, [
    { at: '2020-01-18T00:00:00Z', what: 'New format: Film. Made by Nobody.' },
  ])
  assert.match(updates, /- 18 January 2020: .*New format:\s+Film\.\s+Made\s+by\s+Nobody\./s)
})

test('a format that was there from the first is no update', (context) => {
  const there = film.replace('2020-01-18', '2020-01-15')
  const changed = edited(release, 'state: published', `state: published\n${there}`)
  const { published } = read(writeContent(context, changed))
  const { data } = published.get(theRelease) ?? {}
  assert.ok(data && 'formats' in data)
  assert.deepEqual([data.formats.length, data.changes], [1, []])
})

test('a withdrawn release says so before its text, and stays', (context) => {
  const text = written(
    context,
    theRelease,
    edited(
      release,
      'state: published',
      'state: withdrawn\nwithdrawn: { on: 2020-01-20, why: It was made up., replacedBy: /made-up-page/ }',
    ),
  )
  const notice = `Withdrawn
---------

Withdrawn on 20 January 2020. It was made up.

Read what replaces it <https://made-up.example/made-up-page/>`
  assert.ok(text.includes(notice), text)
  assert.ok(text.indexOf(notice) < text.indexOf('Some words that open'))
})

test('without updates no history and no notice is shown', (context) => {
  const text = written(context, theRelease, {})
  assert.doesNotMatch(text, /What has changed|Corrected|Withdrawn/)
  assert.ok(text.includes('Some words that open the announcement.'))
})

test('a short form is explained where it is used, also at the end of a paragraph', (context) => {
  const glossary = 'Short forms\n-----------\n\nMUM: the Ministry of Made-Up Matters'
  const body = (words: string) => ({ [release]: rightFiles[release].replace('Some words', words) })
  assert.equal(part(written(context, theRelease, body('The MUM’s words')), 'Short forms'), glossary)
  const atTheEnd = {
    [release]: rightFiles[release].replace(
      'Some words that open the announcement.',
      '## The MUM\n\nHas words.',
    ),
  }
  assert.equal(part(written(context, theRelease, atTheEnd), 'Short forms'), glossary)
  assert.equal(part(written(context, theRelease, body('MUMBLED words')), 'Short forms'), '')
})

test('an update is public when its day begins in London, and not before', (context) => {
  const files = progress('2020-07-15', 'done')
  const words = 'So it was on 2020-07-15.'
  const before = written(context, thePlan, files, new Date('2020-07-14T22:59:59Z'))
  assert.ok(!before.includes(words), before)
  assert.ok(before.includes('Status: Announced.'), before)
  const after = written(context, thePlan, files, new Date('2020-07-14T23:00:00Z'))
  assert.ok(after.includes(words), after)
})
