import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { hasCells, toBraille, typeforms } from '../../../src/formats/braille/liblouis.ts'

const contracted = 'en-ueb-g2.ctb'
const uncontracted = 'en-ueb-g1.ctb'

/* What The Rules of Unified English Braille and its examples have for each. */
for (const [words, grade2, grade1] of [
  ['knowledge', '⠅', '⠅⠝⠕⠺⠇⠑⠙⠛⠑'],
  ['the Mayor’s people', '⠮⠀⠠⠍⠁⠽⠕⠗⠄⠎⠀⠏', '⠞⠓⠑⠀⠠⠍⠁⠽⠕⠗⠄⠎⠀⠏⠑⠕⠏⠇⠑'],
  ['“No”', '⠦⠠⠝⠕⠴', '⠦⠠⠝⠕⠴'],
  ['£1,234.56', '⠈⠇⠼⠁⠂⠃⠉⠙⠲⠑⠋', '⠈⠇⠼⠁⠂⠃⠉⠙⠲⠑⠋'],
  ['20%', '⠼⠃⠚⠨⠴', '⠼⠃⠚⠨⠴'],
  ['9.30am', '⠼⠊⠲⠉⠚⠰⠁⠍', '⠼⠊⠲⠉⠚⠰⠁⠍'],
  ['HMIC', '⠠⠠⠓⠍⠊⠉', '⠠⠠⠓⠍⠊⠉'],
  ['a – b', '⠁⠀⠠⠤⠀⠰⠃', '⠁⠀⠠⠤⠀⠃'],
  ['A@b.uk', '⠠⠁⠈⠁⠃⠲⠥⠅', '⠠⠁⠈⠁⠃⠲⠥⠅'],
] as const) {
  test(`“${words}” is written as Unified English Braille has it`, () => {
    assert.equal(toBraille(contracted, words), grade2)
    assert.equal(toBraille(uncontracted, words), grade1)
  })
}

test('emphasis is marked on a word, on a passage, and within a word', () => {
  const marked = (words: string, from: number, to: number, form: number) =>
    toBraille(
      uncontracted,
      words,
      Array.from(words, (_, at) => (at >= from && at < to ? form : typeforms.none)),
    )
  assert.equal(marked('a bad b', 2, 5, typeforms.italic), '⠁⠀⠨⠂⠃⠁⠙⠀⠃')
  assert.equal(marked('a bad b', 2, 5, typeforms.bold), '⠁⠀⠘⠂⠃⠁⠙⠀⠃')
  assert.equal(marked('ab cd ef g', 0, 8, typeforms.italic), '⠨⠶⠁⠃⠀⠉⠙⠀⠑⠋⠨⠄⠀⠛')
  assert.equal(marked('un-bad', 3, 6, typeforms.italic), '⠥⠝⠤⠨⠂⠃⠁⠙')
})

test('a paragraph of any length is translated to its end', () => {
  const sentence = 'The quick brown fox knows 25 children’s dogs, and more. '
  for (const times of [90, 3200]) {
    const words = sentence.repeat(times).trim()
    const once = `${toBraille(contracted, sentence.trim())}⠀`
    assert.equal(toBraille(contracted, words), once.repeat(times).slice(0, -1))
  }
})

test('a character that becomes many cells has room', () => {
  const once = toBraille('pt-pt-g1.utb', 'a© ')
  assert.ok(once.length > 9)
  assert.equal(toBraille('pt-pt-g1.utb', 'a© '.repeat(500)), once.repeat(500))
  assert.equal(toBraille(contracted, '中'.repeat(500)), toBraille(contracted, '中').repeat(500))
})

test('a character that a table does not know is known to be so', () => {
  const tables = [contracted, uncontracted, 'cy-cy-g2.ctb', 'ar-ar-g1.utb', 'es-g1.ctb']
  for (const table of [...tables, 'de-de-g0.utb']) {
    for (const character of ['中', '👩', '\uE000', '₂']) {
      assert.ok(!hasCells(table, character), `${character} in ${table}`)
    }
    for (const character of ['a', '5', '.', ' ', "'", '(']) {
      assert.ok(hasCells(table, character), `${character} in ${table}`)
    }
  }
  assert.ok(hasCells('ar-ar-g1.utb', 'ك') && !hasCells(contracted, 'ك'))
  assert.ok(hasCells(contracted, '“') && !hasCells('it-it-comp6.utb', '“'))
  // Its capitals have eight dots.
  assert.ok(!hasCells('ro.ctb', 'A'))
  // It writes blanks in their place.
  assert.ok(!hasCells('ur-pk-g1.utb', '2'))
})

test('a table that there is none of is an error, and so is a second try', () => {
  assert.throws(() => toBraille('none.ctb', 'a'))
  assert.throws(() => toBraille('none.ctb', 'a'))
  assert.equal(toBraille(contracted, 'a'), '⠁')
})

test('it writes nothing to the console, and leaves exceptions and the global scope alone', () => {
  const program = `
    const before = Object.keys(globalThis).length
    const { toBraille } = await import(${JSON.stringify(import.meta.resolve('../../../src/formats/braille/liblouis.ts'))})
    toBraille('en-ueb-g2.ctb', 'words')
    try { toBraille('none.ctb', 'words') } catch {}
    if (process.listenerCount('uncaughtException') > 0) console.log('It catches exceptions.')
    if (Object.keys(globalThis).length !== before) console.log('It has globals.')`
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', `${program}\n`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  assert.equal(said, '')
})
