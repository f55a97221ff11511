import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fit } from '../../../src/pictures/lines.ts'

/** A type in which every character is one em wide. */
const measure = (words: string) => words.length
const room = { width: 100, height: 40, lineHeight: 1 }

test('words are set at the largest size at which they fit', () => {
  assert.deepEqual(fit('ab cd', room, [20, 10, 5], measure), { lines: ['ab cd'], size: 20 })
  assert.deepEqual(fit('abcdef gh', room, [20, 10, 5], measure), { lines: ['abcdef gh'], size: 10 })
  assert.equal(fit('ab cd ef gh', room, [20, 10, 5], measure)?.size, 20)
})

test('lines are of nearly the same length', () => {
  assert.deepEqual(fit('aaaa bb cc dd', room, [10], measure)?.lines, ['aaaa bb', 'cc dd'])
  assert.deepEqual(fit('aa bb c', room, [20], measure)?.lines, ['aa', 'bb c'])
})

test('as many lines are set as there is room for', () => {
  assert.deepEqual(fit('aaaaaaaaaa b c d', room, [10], measure)?.lines, ['aaaaaaaaaa', 'b c d'])
  assert.equal(fit('a b c d e f g h i j k l m n o p q r s t u v', room, [20], measure), undefined)
})

test('a word is broken only where no size is small enough for it', () => {
  assert.deepEqual(fit('aaaaaaaaaaaa', room, [20, 5], measure), {
    lines: ['aaaaaaaaaaaa'],
    size: 5,
  })
  assert.deepEqual(
    fit('aaaaaaaaaaaa b', room, [20, 10], measure)?.lines.join('|'),
    'aaaaaaaaaa|aa b',
  )
})

test('a sign of several characters is not broken', () => {
  const family = '👩🏽‍🔬'
  const lines = fit(family.repeat(4), { ...room, height: 1000 }, [10], measure)?.lines ?? []
  assert.equal(lines.join(''), family.repeat(4))
  for (const line of lines) assert.equal(line.replaceAll(family, ''), '')
})

test('a space that joins is no place to break a line', () => {
  assert.deepEqual(fit('aaaa 25\u00a0000 b', room, [10], measure)?.lines, ['aaaa', '25\u00a0000 b'])
})
