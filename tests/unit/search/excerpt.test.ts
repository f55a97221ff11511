import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partEnd, textEnd } from '../../../src/formats/search-marks.ts'
import { excerpt, foundWords, lengthOf, parts, type Found } from '../../../src/search/excerpt.ts'

const filler = (name: string) => Array.from({ length: 40 }, (_, at) => `${name}${at}`).join(' ')
/** Title, text, two parts with text behind them, and the words round every text. */
const content = `A title. ${filler('a')} Part one. (<b>needle</b>), then. ${filler('b')} Part two. needle needle ${filler('c')} About needle.`
const words = content.split(' ')
const at = (word: string) => words.flatMap((each, place) => (each.includes(word) ? [place] : []))
const place = (word: string) => words.indexOf(word)
const found: Found = {
  content,
  locations: at('needle'),
  anchors: [
    { id: 'one', text: 'Part one:', location: place('Part') },
    { id: partEnd, text: '', location: place('b0') },
    { id: 'two', text: 'Part two', location: place('two.') - 1 },
    { id: 'empty', text: ' ', location: place('two.') + 1 },
    { id: textEnd, text: '', location: place('About') },
  ],
}

test('shows the words where most was found, and marks letters only', () => {
  const pieces = excerpt(found, lengthOf('A title'))
  const shown = pieces.map(({ words }) => words).join('')
  assert.match(shown, /^… .*Part two\. needle needle c0 .* …$/)
  assert.deepEqual(
    pieces.filter(({ marked }) => marked).map(({ words }) => words),
    ['needle', 'needle'],
  )
  const [first] = excerpt({ ...found, locations: found.locations.slice(0, 1) }, 2).filter(
    ({ marked }) => marked,
  )
  assert.equal(first?.words, 'b>needle</b')
})

test('shows the words round every text only when nothing else was found', () => {
  const last = found.locations.slice(-1)
  assert.match(
    excerpt({ ...found, locations: last }, 2)
      .map(({ words }) => words)
      .join(''),
    /About needle\.$/,
  )
  assert.deepEqual(excerpt({ ...found, locations: [1, ...last] }, 2), [])
  assert.deepEqual(excerpt({ ...found, locations: [] }, 2), [])
})

test('leads to the parts that have what was found, and to no other', () => {
  assert.deepEqual(parts(found), [
    { id: 'one', title: 'Part one' },
    { id: 'two', title: 'Part two' },
  ])
  assert.deepEqual(parts({ ...found, locations: [place('b3'), place('a3')] }), [])
  assert.deepEqual(foundWords({ ...found, locations: [place('c1'), place('c1')] }), ['c1'])
})
