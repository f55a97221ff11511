import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  addressOf,
  isEmpty,
  phraseIn,
  readQuestion,
  wordsForIndex,
  type Question,
} from '../../../src/search/question.ts'

const nothing: Question = { words: '', filters: {}, newest: false, asTyped: false }

test('an address and its question are the same thing', () => {
  const questions: Question[] = [
    nothing,
    { ...nothing, words: 'made up & “quoted” 100% +' },
    { ...nothing, words: 'الأطفال', newest: true },
    { ...nothing, filters: { kind: 'press-release', year: '2016', body: 'council-of-nowhere' } },
    { words: 'x', filters: { topic: 'a', person: 'b' }, newest: true, asTyped: true },
  ]
  for (const question of questions) {
    assert.deepEqual(readQuestion(new URL(addressOf(question), 'http://x').search), question)
  }
  assert.equal(addressOf(nothing), '/search/')
  assert.equal(addressOf({ ...nothing, words: 'a b' }), '/search/?q=a+b')
})

test('reads what a form sends', () => {
  assert.deepEqual(readQuestion('?q=++made%0Aup+&kind=&topic=&sort='), {
    ...nothing,
    words: 'made up',
  })
  assert.ok(isEmpty(readQuestion('?q=+&kind=&unknown=1&sort=newest')))
  assert.ok(!isEmpty(readQuestion('?year=2016')))
})

test('words go to the index without signs, phrases as they are', () => {
  assert.equal(wordsForIndex('child-protection, crime/damage'), 'child protection, crime damage')
  assert.equal(wordsForIndex('one "two three" four'), 'one two three four')
  assert.equal(wordsForIndex('“at-risk children”'), '"at-risk children"')
  assert.equal(phraseIn('"made up"'), 'made up')
  assert.equal(phraseIn('made "up"'), undefined)
})
