import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clean } from '../../../src/requests/clean.ts'
import { fieldNames, type FieldName } from '../../../src/requests/fields.ts'
import { rawForm } from './submissions.ts'

const both: FieldName[] = ['name', 'details']

/** What one field becomes, where it is typed into. */
const table: [what: string, typed: string, cleaned: string, fields?: FieldName[]][] = [
  ['blanks around', ' \t\u00A0\u3000a \r\n', 'a', fieldNames],
  ['nothing but blanks', ' \r\n\t\u00A0\u2003', '', fieldNames],
  ['nothing that is seen', '\u200B\u200D\uFE0F\u2800\u3164\u{E0041}\u00AD', '', fieldNames],
  [
    'line breaks of all kinds',
    'a\r\nb\rc\nd\u0085e\u2028f\u2029g\vh\fi',
    'a\nb\nc\nd\ne\nf\ng\nh\ni',
    ['details', 'postal_address'],
  ],
  ['line breaks where one line is', 'a\r\n\r\nb\nc', 'a b c', ['name', 'page', 'email']],
  [
    'a header put in by a line break',
    'a@made-up.example\r\nBcc: b@made-up.example',
    'a@made-up.example Bcc: b@made-up.example',
    ['email'],
  ],
  ['a first line break', '\r\na', 'a', both],
  ['two empty lines', 'a\r\n\r\n\r\nb', 'a\n\n\nb', ['details']],
  ['many empty lines', `a${'\r\n \t'.repeat(99)}\r\nb`, 'a\n\n\nb', ['details']],
  ['blanks at the end of a line, and at its beginning', 'a \t\n  b', 'a\n  b', ['details']],
  ['tabs', 'a\tb', 'a b', both],
  ['several blanks where one line is', 'a  \u00A0 b', 'a b', ['name']],
  ['NUL and other controls', 'a\0b\x07c\x1B[31md\x7Fe\x9Bf', 'abc[31mdef', both],
  ['lone surrogates', 'a\uD800b\uDC00', 'a\uFFFDb\uFFFD', both],
  ['a letter and its accent apart', 'e\u0301', 'é', both],
  ['something invisible between them', 'e\u200B\u0301', 'é', both],
  ['Å as the sign for ångström', '\u212B', '\u00C5', both],
  ['a fullwidth letter, which stays', 'Ａ', 'Ａ', both],
  [
    'overrides of direction',
    'a\u202Efdp.exe\u202C\u2066b\u2069\u202A\u202B\u202D\u2067\u2068',
    'afdp.exeb',
    both,
  ],
  [
    'spaces of no width, and soft hyphens',
    'p\u200Ba\u2060y\uFEFFp\u00ADal\u180E\u034F',
    'paypal',
    fieldNames,
  ],
  ['tag characters', 'a\u{E0001}\u{E0069}\u{E0067}\u{E007F}b', 'ab', both],
  ['noncharacters', 'a\uFFFE\uFFFF\uFDD0\u{1FFFE}\u{10FFFF}b', 'ab', both],
  ['notes between lines', 'a\uFFF9b\uFFFAc\uFFFBd', 'abcd', both],
  ['marks of direction in text', '\u200FC++\u200E ב\u061C', '\u200FC++\u200E ב\u061C', both],
  ['marks of direction in a number', '\u200E+44\u061C 20\u200F', '+44 20', ['telephone']],
  [
    'marks of direction in an address',
    '\u200Fa@made-up.example\u200E',
    'a@made-up.example',
    ['email'],
  ],
  ['a Persian word', 'می\u200Cخواهم', 'می\u200Cخواهم', both],
  ['a word of Sinhala', 'ශ්\u200Dරී', 'ශ්\u200Dරී', both],
  [
    'emoji of several people',
    '👩🏽\u200D🦯 👨\u200D👩\u200D👧 ❤\uFE0F',
    '👩🏽\u200D🦯 👨\u200D👩\u200D👧 ❤\uFE0F',
    both,
  ],
  ['a Japanese name with a selector', '葛\u{E0100}城', '葛\u{E0100}城', both],
  ['joiners in a row', 'a\u200D\u200C\u200D\u200Db', 'a\u200Db', both],
  ['joiners at the edges of words', '\u200Da\u200C\u200D \u200Db\u200D', 'a b', both],
  ['Braille', '⠓⠑⠇⠇⠕⠀⠺', '⠓⠑⠇⠇⠕⠀⠺', both],
  [
    'markup, SQL and formulas, which are text',
    `<b>'; DROP TABLE requests; --=1+1`,
    `<b>'; DROP TABLE requests; --=1+1`,
    both,
  ],
]
for (const [what, typed, cleaned, names = both] of table) {
  test(`cleans ${what}`, () => {
    for (const name of names) {
      const once = clean(rawForm({ [name]: typed }))
      assert.equal(once[name], cleaned, name)
      assert.equal(clean(rawForm({ [name]: once[name] }))[name], cleaned, `${name}, once more`)
    }
  })
}

test('no character makes a second cleaning change anything, or one line two', () => {
  for (let start = 0; start < 0x110000; start += 0x100) {
    const block = Array.from({ length: 0x100 }, (_, index) => String.fromCodePoint(start + index))
    const typed = block.map((character) => `a${character}e${character}\u0301 ${character}`).join('')
    const once = clean(rawForm({ name: typed, details: typed, telephone: typed }))
    assert.deepEqual(clean(rawForm(once)), once, start.toString(16))
    assert.doesNotMatch(
      once.name + once.telephone,
      /[\n\r\0\p{Cc}\u202A-\u202E\u2066-\u2069\u200B]/u,
    )
    assert.ok(once.details.isWellFormed())
  }
})

test('only fields that people fill in are left', () => {
  const values = clean(rawForm({ form_id: 'i', token: 't', leave_empty: 'l' }))
  assert.deepEqual(Object.keys(values), fieldNames)
})

test('32 KiB of anything are cleaned at once', () => {
  for (const character of [
    ' ',
    '\n',
    '\t',
    '\u200D',
    '\r\n ',
    'a \u200D',
    '\u0301',
    '\u00A0\n',
    '\0',
  ]) {
    const typed = character.repeat(32_768 / character.length)
    const start = performance.now()
    clean(rawForm(Object.fromEntries(fieldNames.map((name) => [name, `${typed}x${typed}x`]))))
    assert.ok(performance.now() - start < 1_000, JSON.stringify(character))
  }
})
