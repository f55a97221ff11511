import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withContents } from '../../../src/document/contents.ts'
import { paragraph, section, text } from '../../../src/document/nodes.ts'
import type { Block } from '../../../src/document/vocabulary.ts'

const words = (count: number): Block => paragraph(text('made-up '.repeat(count)))
const titleBlock: Block = { type: 'titleBlock', title: 'Made up', kind: '', details: [] }
const notice: Block = { type: 'notice', heading: 'Corrected', children: [words(3)] }
const heading: Block = {
  type: 'heading',
  depth: 2,
  id: 'one',
  children: [
    { type: 'link', address: '/', children: [text('Some ')] },
    { type: 'phrase', lang: 'cy', children: [text('geiriau')] },
  ],
}
const actions = section('actions', 'The action', [
  section('first', 'Action 1', [words(10)], 'action', 3),
])
const aside = section('about', 'About this page', [words(10)], 'aside')

test('a long publication has its contents after the title and what must be read first', () => {
  const end = section('end', 'The end', [words(400)])
  const tree = [titleBlock, notice, words(20), heading, actions, aside, end]
  assert.deepEqual(withContents(tree), [
    titleBlock,
    notice,
    {
      type: 'contents',
      id: 'contents',
      items: [
        {
          id: 'one',
          // The link would stand inside another; the language must not be lost.
          words: [text('Some '), { type: 'phrase', lang: 'cy', children: [text('geiriau')] }],
          items: [],
        },
        {
          id: 'actions',
          words: [text('The action')],
          items: [{ id: 'first', words: [text('Action 1')], items: [] }],
        },
        { id: 'end', words: [text('The end')], items: [] },
      ],
    },
    words(20),
    heading,
    actions,
    aside,
    end,
  ])
})

test('a short one, and one of few parts, has none', () => {
  const short = [titleBlock, heading, actions, section('end', 'The end', [words(5)])]
  assert.equal(withContents(short), short)
  const undivided = [titleBlock, heading, aside, section('end', 'The end', [words(500)])]
  assert.equal(withContents(undivided), undivided)
})
