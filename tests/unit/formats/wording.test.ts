import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentence, shortened } from '../../../src/formats/wording.ts'

test('a title that fits the foot of a page stays, a longer one ends after a whole word', () => {
  const seventy = `${'Long '.repeat(13)}title`
  assert.equal(seventy.length, 70)
  assert.equal(shortened(seventy), seventy)
  assert.equal(shortened(`${seventy} more`), `${seventy} …`)
  assert.equal(shortened(`${seventy}s`), `${'Long '.repeat(13)}…`)
})

test('no comma stands before what was left out', () => {
  assert.equal(shortened('Words, '.repeat(20)), `${'Words, '.repeat(10).slice(0, -2)} …`)
})

test('a title without spaces is cut, but no character in two', () => {
  assert.equal(shortened('標'.repeat(80)), `${'標'.repeat(70)} …`)
  assert.equal(shortened('🗼'.repeat(80)), `${'🗼'.repeat(70)} …`)
})

test('a sentence gets the stop that it lacks', () => {
  assert.equal(sentence('Is it so?'), 'Is it so?')
  assert.equal(sentence('It is'), 'It is.')
})
