import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { mendDraft, mendDrafts } from '../../../src/subeditor/mend-drafts.ts'
import { someDay, writeContent } from '../document/made-up-content.ts'
import { draft, draftWith, remarksOn } from './reading.ts'

/** A body, mended, without what was done. */
function bodyOf(body: string): string | undefined {
  const { mended } = mendDraft(draftWith(body), draft, someDay)
  return mended?.slice(draftWith('').length - 1, -1)
}

/** What was done to a text, as line and words. */
const doneTo = (text: string) =>
  mendDraft(text, draft, someDay).done?.map(({ line, what }) => `${line} ${what}`)

const doubled = 'doubled spaces became one.'
const ends = 'spaces at the end of the line were taken out.'
const nothing = 'a character that shows nothing was taken out.'
const curly = 'a straight mark that closed a curly one became a curly one.'

const mends: Record<string, [before: string, after: string, done: string[]]> = {
  'doubled spaces': ['One  two *three*   four.', 'One two *three* four.', [`10 ${doubled}`]],
  'spaces at the end': [
    'One. \n\nTwo.   \n\nThree\t',
    'One.\n\nTwo.\n\nThree',
    [`10 ${ends}`, `12 ${ends}`, `14 ${ends}`],
  ],
  'a straight mark': ['It: “one **two**".', 'It: “one **two**”.', [`10 ${curly}`]],
  'what shows nothing': ['Ca\u00ADre\u200Bful\uFEFF.', 'Careful.', [`10 ${nothing}`]],
  'what is doubled without it': ['One \u200B two.', 'One two.', [`10 ${nothing}`, `10 ${doubled}`]],
}
for (const [about, [before, after, done]] of Object.entries(mends)) {
  test(`${about} is mended, and then nothing is left to mend`, () => {
    assert.equal(bodyOf(before), after)
    assert.deepEqual(doneTo(draftWith(before)), done)
    assert.equal(bodyOf(after), after)
    assert.deepEqual(doneTo(draftWith(after)), [])
  })
}

const kept = {
  'a line break of two spaces': 'One  \ntwo.',
  code: '`one  two “x"`\n\n```\none  two \n“x"\n```',
  'the indent of a list': '1.  One\n\n    -   Two\n\n        Three',
  'a sign for inches': 'It is “6" wide.',
  'an attribute': '<Figure src="/images/a.png" alt="One  two" caption="A\u00ADb" />',
  'a space that does not break, and joined emoji': '5\u00A0km 👩\u200D🔬',
}
for (const [about, body] of Object.entries(kept)) {
  test(`${about} is kept, and what stands beside it is mended`, () => {
    assert.equal(bodyOf(`${body}\n\nOne  two.`), `${body}\n\nOne two.`)
  })
}

test('where Markdown would make another text of it, all is kept', () => {
  assert.equal(bodyOf('*\u200B one*'), undefined)
})

test('line ends, the end of the file and tabs in front matter are mended', () => {
  const right = draftWith('One.', { topics: '\n  - made-up-topic' })
  const wrong = `\uFEFF${right.replace('\n  - made', '\n\t- made').replace(/\n$/, '').replaceAll('\n', '\r\n')}`
  assert.equal(mendDraft(wrong, draft, someDay).mended, right.replace('topics: ', 'topics:'))
  assert.deepEqual(doneTo(wrong), [
    '1 a byte order mark was taken out.',
    '1 the line ends of Windows became plain ones.',
    `8 ${ends}`,
    '9 tabs became spaces.',
    '12 the last line got its end.',
  ])
  const tabInWords = draftWith('One.', { summary: '"One\ttwo"' })
  assert.equal(mendDraft(tabInWords, draft, someDay).mended, tabInWords)
})

test('only what is not public yet is mended', () => {
  const body = 'One  two.'
  const mended = (fields: Record<string, string>) =>
    mendDraft(draftWith(body, fields), draft, someDay).mended !== undefined
  for (const state of ['draft', 'in-review', 'ready']) assert.ok(mended({ state }), state)
  for (const state of ['published', 'withdrawn', 'redy']) assert.ok(!mended({ state }), state)
  assert.ok(!mended({ state: 'published', published: '2031-01-01' }))
  const ready = (publishAt: string) => mended({ state: 'ready', publishAt })
  assert.ok(ready('2020-02-01T12:00:01Z'))
  assert.ok(!ready('2020-02-01T12:00:00Z'))
  assert.equal(mendDraft('One  two.\n', draft, someDay).mended, undefined)
})

test('files are written only where something was mended', (context) => {
  const other = 'content/press-releases/made-up-other.mdx'
  const root = writeContent(context, {
    [draft]: draftWith('It said: “one  two".'),
    [other]: draftWith('One  two.', { state: 'published' }),
    'content/press-releases/made-up-bytes.mdx': Buffer.of(0xff),
  })
  assert.deepEqual(mendDrafts(root, someDay), [
    { file: draft, line: 10, what: curly },
    { file: draft, line: 10, what: doubled },
  ])
  assert.equal(readFileSync(join(root, draft), 'utf8'), draftWith('It said: “one two”.'))
  assert.equal(
    readFileSync(join(root, other), 'utf8'),
    draftWith('One  two.', { state: 'published' }),
  )
  assert.deepEqual(mendDrafts(root, someDay), [])
  assert.deepEqual(remarksOn(draftWith('It said: “one two”.')), [])
})
