import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answers, nearest, plainWord, wordsIn } from '../../../src/search/spelling.ts'

test('a word is the same with any apostrophe, case and mark', () => {
  for (const word of ['Met’s', "Met's", 'METS', 'mets']) assert.equal(plainWord(word), 'mets')
  assert.equal(plainWord('Café'), 'cafe')
  assert.deepEqual(wordsIn('Met’s at-risk; 2016'), ['mets', 'at', 'risk', '2016'])
})

test('what begins so, or differs in its ending, is what was asked for', () => {
  for (const [found, asked] of [
    ['protection', 'protec'],
    ['policing', 'police'],
    ['protect', 'protects'],
    ['families', 'family'],
  ] as const) {
    assert.ok(answers(found, asked), `${found} answers ${asked}`)
  }
  for (const [found, asked] of [
    ['protection', 'protecton'],
    ['mayor', 'major'],
    ['car', 'cat'],
  ] as const) {
    assert.ok(!answers(found, asked), `${found} does not answer ${asked}`)
  }
})

test('the nearest word is the one with the fewest wrong letters, then the most used', () => {
  const known = ['children', 'protection', 'production', 'mayor', 'manor', 'met']
  assert.equal(nearest('protecton', known), 'protection')
  assert.equal(nearest('maior', known), 'mayor')
  assert.equal(nearest('protec', known), 'protec')
  assert.equal(nearest('zebra', known), undefined)
  assert.equal(nearest('mxt', known), undefined)
  assert.equal(nearest('2017', ['2016']), undefined)
})
