import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sameWords, wordsOf } from '../../../src/history/words.ts'
import { mdx, releaseText } from './made-up-history.ts'

function lines(text: string): string[] {
  return wordsOf(text).map(({ line, label, words }) => `${line} ${label}: ${words}`)
}

test('facts and blocks have labels and lines', () => {
  const text = `---
title: Made-up title
summary: >-
  A summary on
  two lines.
kind: media-advisory
published: 2020-01-15
dateLabelAsStated: Made up on
notesLabelAsStated: "Notes:"
state: published
from: [one-body, another-body]
contacts:
  - name: Made-up desk
    purpose: press
    email: desk@nowhere.example
leadImage: { src: /images/a.png, alt: A made-up tower, credit: Nobody }
---

A paragraph with a [link](https://nowhere.example/) and *stress*.

## A heading

- An item
  - A nested one

<Quotation person="nobody" roleAsStated="the Minister">
Nobody, the Minister, said:

“Nothing.”
</Quotation>

<Table caption="Made-up numbers">

| Year | Number |
| ---- | ------ |
| 2020 | 5      |

</Table>

<Figure src="/images/b.png" alt="A bridge" caption="By night" />

<Actions plan="made-up-plan" />

Words with a <NoteMark note="made-up-note">mark</NoteMark> and <DocumentLink document="report">a report</DocumentLink>.
`
  assert.deepEqual(lines(text), [
    '2 title: Made-up title',
    '3 summary: A summary on two lines.',
    '8 label before the date: Made up on',
    '9 label before the notes: Notes:',
    '6 kind of publication: media advisory',
    '7 date of publication: 15 January 2020',
    '11 publisher: one-body, another-body',
    '16 picture at the top: /images/a.png A made-up tower Nobody',
    '13 contact “Made-up desk”: press; desk@nowhere.example',
    '19 paragraph: A paragraph with a link (https://nowhere.example/) and stress.',
    '21 heading: A heading',
    '23 list item: An item',
    '24 list item: A nested one',
    '27 paragraph of a quotation: Nobody, the Minister, said:',
    '29 paragraph of a quotation: “Nothing.”',
    '32 caption of a table: Made-up numbers',
    '34 table row: Year | Number',
    '36 table row: 2020 | 5',
    '40 picture: /images/b.png A bridge By night',
    '42 list of actions: /action-plans/made-up-plan/',
    '44 paragraph: Words with a mark (note) and a report (report).',
  ])
})

test('actions have what is known of them, in words that readers see', () => {
  const actions =
    '[{ id: first, title: First action, owner: { person: nobody, asStated: The Minister }, note: A note, due: { asStated: on Monday, date: 2020-01-20, inferred: true, basis: worked out }, involves: [{ organisation: one-body }] }]'
  const text = mdx({ title: 'A plan', owner: '{ asStated: The Mayor }', actions })
  assert.deepEqual(lines(text), [
    '2 title: A plan',
    '3 owner of the plan: The Mayor',
    '4 title of the action “first”: First action',
    '4 owner of the action “first”: The Minister',
    '4 list of those involved in the action “first”: one-body',
    '4 due date of the action “first”: on Monday (20 January 2020, worked out)',
    '4 note on the action “first”: A note',
  ])
})

const body = 'Some *made-up* words\nwith a [link](/a/).'
const same: [name: string, text: string][] = [
  ['Markdown’s marks', releaseText('Some **made-up** words with a [link](/a/).')],
  ['white space', releaseText('Some *made-up*   words\n\nwith a [link](/a/).')],
  ['line ends and a final empty line', `${releaseText(body)}\n`],
  ['state and moments', releaseText(body, { state: 'ready', publishAt: '2020-01-15T09:00:00Z' })],
  [
    'topics, and who is named without a role',
    releaseText(body, { topics: '[a]', mentions: '[{ person: somebody }]' }),
  ],
  [
    'formats, translations and source',
    releaseText(body, { formats: '[]', translations: '{ cy: a }' }),
  ],
  ['a label that is there anyway', releaseText(body, { dateLabelAsStated: 'Published' })],
  ['quotes round a value', releaseText(body, { title: '"A made-up release"' })],
]
for (const [name, text] of same) {
  test(`${name} change no words`, () => {
    assert.equal(sameWords(wordsOf(releaseText(body)), wordsOf(text)), true)
  })
}

const others: [name: string, text: string][] = [
  ['another word', releaseText(body.replace('Some', 'All'))],
  ['the address of a link', releaseText(body.replace('/a/', '/b/'))],
  ['a quotation mark', releaseText(body, { summary: 'Nothing was “announced”.' })],
  ['the date', releaseText(body, { published: '2020-01-16' })],
  ['the kind', releaseText(body, { kind: 'statement' })],
  ['a publisher', releaseText(body, { from: '[another-body]' })],
  [
    'a role as stated',
    releaseText(body, { mentions: '[{ person: somebody, roleAsStated: the Minister }]' }),
  ],
  ['a document that is named', releaseText(body, { documents: '[report]' })],
  ['the file of a picture', releaseText(body, { leadImage: '{ src: /images/b.png, alt: A }' })],
]
for (const [name, text] of others) {
  test(`${name} is a change of words`, () => {
    assert.equal(sameWords(wordsOf(releaseText(body)), wordsOf(text)), false)
  })
}

test('what cannot be parsed still has its words', () => {
  const broken =
    '---\ntitle: Made-up title\nwrong: [\n---\n\nFirst {words\nand more.\n\n<Second>.\n'
  assert.deepEqual(lines(broken), [
    '2 title: Made-up title',
    '6 paragraph: First {words and more.',
    '9 paragraph: <Second>.',
  ])
  assert.deepEqual(lines('No front matter.\r\n'), ['1 paragraph: No front matter.'])
  assert.deepEqual(lines(''), [])
})
