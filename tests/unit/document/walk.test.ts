import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, link, list, paragraph, section, text } from '../../../src/document/nodes.ts'
import type { Block, NodeOf } from '../../../src/document/vocabulary.ts'
import { countWords, everyNode, textOf } from '../../../src/document/walk.ts'

const table: NodeOf<'table'> = {
  type: 'table',
  caption: 'Numbers',
  rowHeaders: true,
  header: [{ children: [text('Year')] }, { children: [text('Number')] }],
  rows: [[{ children: [date('2020-01-15')] }, { children: [text('one')] }]],
}
const quotation: NodeOf<'quotation'> = {
  type: 'quotation',
  id: 'quote',
  attribution: { words: [text('She said:')], personId: 'p', name: 'She', roleAsStated: 'none' },
  children: [paragraph(text('Nothing.'))],
}

test('the text of nodes is their words in reading order', () => {
  const nodes: Block[] = [
    section('s', 'Part ', [
      paragraph(
        text('One '),
        {
          type: 'emphasis',
          children: [text('two '), { type: 'strong', children: [text('three')] }],
        },
        { type: 'break' },
        { type: 'inlineCode', value: 'four' },
        link('/five/', ' five '),
        { type: 'phrase', lang: 'cy', children: [text('chwech ')] },
        {
          type: 'noteMark',
          id: 'm',
          noteId: 'n',
          mark: '*',
          about: 'seven',
          children: [text('seven ')],
        },
        { type: 'documentLink', address: '/8.pdf', details: 'PDF', children: [text('eight ')] },
      ),
      { type: 'facts', items: [{ term: 'Term', description: [text('nine ')] }] },
      { type: 'code', value: 'ten ' },
    ]),
  ]
  assert.equal(textOf(nodes), 'Part One two three four five chwech seven eight nine ten ')
})

test('the text of a table, a quotation and a timeline', () => {
  assert.equal(textOf([table]), 'YearNumber15 January 2020one')
  assert.equal(textOf([quotation]), 'She said:Nothing.')
  const timeline: NodeOf<'timeline'> = {
    type: 'timeline',
    children: [
      {
        type: 'timelineStep',
        when: [text('Soon: ')],
        workedOut: false,
        children: [paragraph(text('an end'))],
      },
    ],
  }
  assert.equal(textOf([timeline]), 'Soon: an end')
})

test('every node is met once, parents first', () => {
  const types = [...everyNode([list([[text('a')], [text('b')]]), quotation])].map(
    ({ type }) => type,
  )
  assert.deepEqual(types, [
    'list',
    'listItem',
    'paragraph',
    'text',
    'listItem',
    'paragraph',
    'text',
    'quotation',
    'text',
    'paragraph',
    'text',
  ])
})

const counts: [words: string, count: number][] = [
  ['', 0],
  ['One two  three.', 3],
  ['the Mayor’s "well-known" plan', 4],
  ['20 per cent – or 1/2', 6],
  ['caf\u00e9 cafe\u0301s', 2],
  ['Geiriau’n Gymraeg', 2],
  ['أرقام خيالية', 2],
  ['– “” …', 0],
]
for (const [words, count] of counts) {
  test(`“${words}” has ${count} words`, () => {
    assert.equal(countWords([paragraph(text(words))]), count)
  })
}

test('words of neighbouring blocks are counted apart', () => {
  assert.equal(countWords([paragraph(text('one')), paragraph(text('two'))]), 2)
  assert.equal(countWords([table]), 6)
})
