import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { readLibrary } from '../../../src/document/library.ts'
import { Problems } from '../../../src/document/problems.ts'
import { compareParsers } from '../../../src/document/second-parser.ts'
import { parseMdx } from '../../../src/document/syntax.ts'
import { assertErrors, withBody } from './made-up-content.ts'

const differently = [
  'Our two Markdown parsers read this block differently.',
  'Write it more simply: an empty line round each block, each element closed; then look at the page.',
] as const

for (const folder of ['../../..', '../../specimens']) {
  test(`both parsers read every file of ${join(folder, 'content')} alike`, () => {
    const root = join(import.meta.dirname, folder)
    const differences = new Problems()
    let compared = 0
    readLibrary({
      root,
      siteUrl: 'https://made-up.example',
      now: new Date(),
      inspect: (file) => {
        compared += 1
        compareParsers(file, differences)
      },
    })
    assert.deepEqual(differences.all, [])
    assert.ok(compared >= 5)
  })
}

// Found by feeding both parsers random pieces of Markdown. Sätteri sees no letter in the emoji and
// makes a link of what follows; remark makes none.
test('a text that the parsers read differently is reported', (context) => {
  assertErrors(context, withBody('Words.\n\n😀www.made-up.example'), [['17:1', ...differently]])
})

test('a text that only one parser can read is reported', (context) => {
  assertErrors(context, withBody('## Less <\t'), [
    [
      '15:10',
      'A < stands before something that is no element.',
      'Write \\< for a “less than” sign; check the name of an element.',
    ],
  ])
})

/** Compares a text with what a broken parser could have made of it. */
function compare(
  tamper: (body: NonNullable<ReturnType<typeof parseMdx>>['body']) => void,
): Problems {
  const problems = new Problems()
  const text =
    '---\ntitle: T\n---\n\nOne *two*.\n\n- Three\n\n<Passage lang="cy">Pedwar</Passage>\n'
  const parsed = parseMdx(text, 'made-up.mdx', problems)
  assert.ok(parsed)
  tamper(parsed.body)
  compareParsers({ ...parsed, id: 'made-up' }, problems)
  return problems
}

const at = (line: number) => [
  {
    level: 'error',
    file: 'made-up.mdx',
    line,
    column: 1,
    what: differently[0],
    mend: differently[1],
  },
]

test('what has not been tampered with is not reported', () => {
  assert.deepEqual(compare(() => undefined).all, [])
})

test('a block that is lost is reported', () => {
  assert.deepEqual(compare((body) => void body.pop()).all, at(9))
  assert.deepEqual(compare((body) => void body.shift()).all, at(7))
})

test('a word that is changed is reported', () => {
  const { all } = compare(([first]) => {
    const text = first?.type === 'paragraph' ? first.children[0] : undefined
    if (text?.type === 'text') text.value = 'On '
  })
  assert.deepEqual(all, at(5))
})

test('an attribute that is changed is reported', () => {
  const { all } = compare(([, , element]) => {
    if (element?.type !== 'mdxJsxFlowElement') return
    const [attribute] = element.attributes
    if (attribute) attribute.value = 'ar'
  })
  assert.deepEqual(all, at(9))
})

test('a list that has become a numbered one is reported', () => {
  const { all } = compare(([, list]) => {
    if (list?.type === 'list') list.ordered = true
  })
  assert.deepEqual(all, at(7))
})
