import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emojiInWords } from '../../../src/formats/emoji.ts'

test('an emoji becomes its name, with the tone of the skin', () => {
  assert.equal(emojiInWords('Go 😀!'), 'Go (emoji: grinning face)!')
  assert.equal(emojiInWords('👩‍🔬'), '(emoji: woman scientist)')
  assert.equal(emojiInWords('👩🏽‍🔬'), '(emoji: woman scientist, medium skin tone)')
  assert.equal(emojiInWords('🇬🇧'), '(emoji: flag United Kingdom)')
  assert.equal(emojiInWords('1️⃣❤️'), '(emoji: keycap 1)(emoji: red heart)')
})

test('one that has no name stays, for the format to complain about', () => {
  const twoWomenOfDifferentTones = '👩🏻‍🤝‍👩🏿'
  assert.equal(emojiInWords(twoWomenOfDifferentTones), twoWomenOfDifferentTones)
})

test('what is no picture stays: digits, signs, letters, and a heart that is a sign', () => {
  const words = 'No 1 # * © ™ ❤ 5 % of £1,000, café, نص'
  assert.equal(emojiInWords(words), words)
})
