import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { describeProblem } from '../../../src/document/problems.ts'
import { compareParsers } from '../../../src/document/second-parser.ts'
import {
  edited,
  read,
  release,
  unchangingPages,
  withBody,
  writeContent,
} from './made-up-content.ts'

const remark = [
  'remark: A curly quotation mark (“) is closed by a straight one (").',
  '    Write ” in a new text; leave a public record as it was published.',
].join('\n')

test('the content of this site has no errors, and one remark on its oldest record', () => {
  const { problems, published } = read(join(import.meta.dirname, '../../..'), {
    now: new Date(),
    inspect: compareParsers,
  })
  const announcement =
    'content/press-releases/mayor-to-oversee-change-in-mets-approach-to-keeping-children-safe.mdx'
  assert.deepEqual(
    problems
      .filter(({ file, level }) => level === 'error' || file === announcement)
      .map(describeProblem),
    [`${announcement}:53:1: ${remark}`],
  )
  assert.equal(
    published.get(announcement.replace(/^content(.*)\.mdx$/, '$1/'))?.data.title,
    'Mayor to oversee change in Met’s approach to keeping children safe',
  )
})

test('a right tree has no problem at all', (context) => {
  assert.deepEqual(read(writeContent(context), { inspect: compareParsers }).problems, [])
})

test('a right tree is published whole', (context) => {
  const { published } = read(writeContent(context))
  assert.deepEqual(
    [...published.keys()].toSorted(),
    [
      ...unchangingPages,
      '/action-plans/made-up-plan/',
      '/notes-to-editors/made-up-note/',
      '/organisations/ministry-of-made-up-matters/',
      '/people/made-up-person/',
      '/press-releases/made-up-release/',
    ].toSorted(),
  )
})

test('a straight mark that closes a curly one is remarked on and changes nothing', (context) => {
  const root = writeContent(context, withBody('It said: “nothing".'))
  const { problems, published } = read(root)
  assert.deepEqual(problems.map(describeProblem), [`${release}:15:1: ${remark}`])
  const { tree } = published.get('/press-releases/made-up-release/') ?? {}
  assert.match(JSON.stringify(tree), /It said: “nothing\\"\./)
})

test('marks of one form are not remarked on', (context) => {
  for (const body of ['“Nothing”, it said, of 6" pipes.', '"Nothing"', 'An ‘odd” thing']) {
    assert.deepEqual(read(writeContent(context, withBody(body))).problems, [])
  }
})

test('the longest title and summary are right', (context) => {
  const changed = edited(release, 'A made-up announcement', 'T'.repeat(110))
  assert.deepEqual(read(writeContent(context, changed)).problems, [])
})
