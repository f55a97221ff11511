import assert from 'node:assert/strict'
import { test } from 'node:test'
import { characterProblems, codePoint, everyWords } from '../../../src/formats/characters.ts'
import { addresses, asText, inOneLine, specimen } from './written.ts'

const release = specimen('/press-releases/specimen-release/')

test('all words of the text file are words of the publication, with the titles of its parts', () => {
  for (const address of addresses) {
    const words = [...everyWords(specimen(address))].map(({ words }) => words).join('\n')
    const known = new Set(words.match(/[\p{L}\p{N}]{2,}/gu) ?? [])
    const written = inOneLine(
      asText(specimen(address)).replace(/<(?:https?|mailto|tel):[^\s>]*>/g, ''),
    )
    const ownOfTextFiles =
      /^(?:Table|Picture|in|Welsh|Arabic|Follow|the|action|plan|two|three|four|five|actions?|\d+)$/
    const missing = (written.match(/[\p{L}\p{N}]{2,}/gu) ?? []).filter(
      (word) => !known.has(word) && !ownOfTextFiles.test(word),
    )
    assert.deepEqual(missing, [], address)
  }
})

test('words have their own language, and the place where they stand', () => {
  const found = (part: string) => {
    const words = [...everyWords(release)].find((each) => each.words.includes(part))
    assert.ok(words, part)
    return [words.lang, words.place.line]
  }
  assert.deepEqual(found('Mae’r geiriau'), ['cy', 115])
  assert.deepEqual(found('كلمة عربية'), ['ar', 127])
  assert.deepEqual(found('A made-up tower'), ['en-GB', 1])
  assert.deepEqual(found('Specimens & <samples> by year'), ['en-GB', 86])
})

test('a character that a format lacks is said once, where it first stands', () => {
  const problems = characterProblems(
    release,
    'knotted string',
    (words, lang) => (lang === 'cy' ? (words.match(/[’y]/g) ?? []) : []),
    'Write it otherwise.',
  )
  assert.deepEqual(
    problems.map(({ file, line, what, mend }) => [file, line, what, mend]),
    ['’', 'y'].map((character) => [
      release.file,
      115,
      `“${character}” (${codePoint(character)}) cannot be written as knotted string.`,
      'Write it otherwise.',
    ]),
  )
  assert.equal(codePoint('y'), 'U+0079')
})
