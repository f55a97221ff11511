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

test('the content of this site has no problem', () => {
  const { problems, published } = read(join(import.meta.dirname, '../../..'), {
    now: new Date(),
    inspect: compareParsers,
  })
  const announcement =
    'content/press-releases/mayor-to-oversee-change-in-mets-approach-to-keeping-children-safe.mdx'
  assert.deepEqual(problems.map(describeProblem), [])
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

test('a record keeps the quotation marks that it was given', (context) => {
  const { published } = read(writeContent(context, withBody('It said: “nothing".')))
  const { tree } = published.get('/press-releases/made-up-release/') ?? {}
  assert.match(JSON.stringify(tree), /It said: “nothing\\"\./)
})

test('the longest title and summary are right', (context) => {
  const changed = edited(release, 'A made-up announcement', 'T'.repeat(110))
  assert.deepEqual(read(writeContent(context, changed)).problems, [])
})
