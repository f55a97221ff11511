import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTests, runSpecimens } from './specimens.ts'
import { everySpeech, speechOf, type Spoken } from './spoken.ts'

process.chdir(`${import.meta.dirname}/../../..`)
const { places, sentences } = everySpeech()

const howMany = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
const listed = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join('\n')
const link = ({ file, line }: Spoken): string => `${file}:${line}`

test('every way to say something is seen, with the sentences of tables and functions', () => {
  const code = `
    const table = { a: ['A first sentence.', 'Mend the first.'] }
    const other = 'Nobody says this sentence.'
    const ending = (word: string) => \`Did you mean \${word}?\`
    function check(problems: Problems) {
      problems.error(place, ...table.a)
      this.#problems.remark(place, \`A \${word} sentence\`, ending(word))
      console.error(error)
      return [{ level: 'error', ...place, what, mend: 'Mend it.' }]
    }
    const finding = { passed: false, words: 'It is old.', mend: 'Make it new.' }
    const good = { passed: true, words: 'It is new.' }
    const schema = z.string().refine(isRight, { error: 'It is wrong.', params: { mend: 'Right it.' } })
    const field = z.string().describe('A field.')
    const refused = () => new CannotCheck('It is locked.', 'Unlock it, please.')
  `
  const { places, sentences } = speechOf('made-up.ts', code)
  assert.deepEqual(
    places.map(({ line }) => line),
    [6, 7, 9, 11, 13, 14, 15],
  )
  assert.deepEqual(sentences.map(({ parts }) => parts.join('…')).toSorted(), [
    'A field.',
    'A first sentence.',
    'A … sentence',
    'Did you mean …?',
    'It is locked.',
    'It is old.',
    'It is wrong.',
    'Make it new.',
    'Mend it.',
    'Mend the first.',
    'Right it.',
    'Unlock it, please.',
  ])
})

test('each place that says something to a writer is reached by a specimen', () => {
  const isReached = runSpecimens()
  const without = places.filter((place) => !isReached(place))
  assert.ok(
    without.length === 0,
    `${howMany(without.length, 'place')} of ${places.length} without a specimen:
${listed(without.map(link))}
Write for each a test in which something is wrong in this way, such as those in
tests/unit/document/problems-in-text.test.ts. If it can never happen, take the place out.`,
  )
})

test('each sentence for a writer stands in a test', () => {
  const isShown = readTests()
  const without = sentences.filter((sentence) => !isShown(sentence))
  assert.ok(
    without.length === 0,
    `${howMany(without.length, 'sentence')} of ${sentences.length} that no test shows:
${listed(without.map((each) => `${link(each)} ${each.parts.join('…')}`))}
Write the whole sentence into the test of its place.`,
  )
})
