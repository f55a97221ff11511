import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  capitalised,
  counted,
  date,
  inWords,
  link,
  list,
  paragraph,
  section,
  text,
} from '../../../src/document/nodes.ts'

test('counts up to ten are in words', () => {
  assert.equal(counted(0, 'action'), 'no actions')
  assert.equal(counted(1, 'action'), 'one action')
  assert.equal(counted(2, 'action'), 'two actions')
  assert.equal(counted(10, 'minute'), 'ten minutes')
  assert.equal(counted(11, 'minute'), '11 minutes')
})

test('a plural of its own', () => {
  assert.equal(counted(1, 'copy', 'copies'), 'one copy')
  assert.equal(counted(3, 'copy', 'copies'), 'three copies')
})

test('items in words, without a comma before “and”', () => {
  assert.equal(inWords([]), '')
  assert.equal(inWords(['a']), 'a')
  assert.equal(inWords(['a', 'b']), 'a and b')
  assert.equal(inWords(['a', 'b', 'c']), 'a, b and c')
})

test('capitals', () => {
  assert.equal(capitalised('five actions'), 'Five actions')
  assert.equal(capitalised('éclair'), 'Éclair')
  assert.equal(capitalised(''), '')
})

test('nodes for words of the site', () => {
  assert.deepEqual(date('2016-11-25'), {
    type: 'date',
    date: '2016-11-25',
    value: '25 November 2016',
  })
  assert.deepEqual(date('2016-11-25', 'that day'), {
    type: 'date',
    date: '2016-11-25',
    value: 'that day',
  })
  assert.deepEqual(list([[text('one')], [link('/two/', 'two')]]), {
    type: 'list',
    ordered: false,
    start: 1,
    children: [
      {
        type: 'listItem',
        children: [{ type: 'paragraph', children: [{ type: 'text', value: 'one' }] }],
      },
      {
        type: 'listItem',
        children: [
          {
            type: 'paragraph',
            children: [
              { type: 'link', address: '/two/', children: [{ type: 'text', value: 'two' }] },
            ],
          },
        ],
      },
    ],
  })
  assert.deepEqual(section('id', 'Words', [paragraph(text('x'))]), {
    type: 'section',
    id: 'id',
    depth: 2,
    variant: 'plain',
    heading: [{ type: 'text', value: 'Words' }],
    children: [{ type: 'paragraph', children: [{ type: 'text', value: 'x' }] }],
  })
})
