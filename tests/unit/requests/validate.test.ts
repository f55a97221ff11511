import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldNames, fields, formats, type Values } from '../../../src/requests/fields.ts'
import { validate, type Problem } from '../../../src/requests/validate.ts'
import { values } from './submissions.ts'

const messages = (changed: Partial<Values>) =>
  validate(values(changed)).map(({ message }) => message)

test('a request that says what and how to reply is right', () => {
  for (const format of Object.keys(formats)) {
    assert.deepEqual(validate(values({ format, other_format: 'Moon type' })), [], format)
  }
  assert.deepEqual(validate(values({ email: '', postal_address: '1 Made-up Street' })), [])
  assert.deepEqual(validate(values({ email: '', telephone: '020 7946 0018' })), [])
})

test('an empty form has all its problems in the order of the form', () => {
  const empty = values({ page: '', format: '', name: '', email: '' })
  assert.deepEqual(validate(empty), [
    { field: 'page', message: 'Say which page or document you need' },
    { field: 'format', message: 'Choose a format' },
    {
      field: 'contact',
      message:
        'Give an e-mail address, a telephone number or a postal address, so that we can reply',
    },
  ] satisfies Problem[])
})

test('another format has to be named, and only then', () => {
  assert.deepEqual(messages({ format: 'other' }), ['Say which other format you need'])
  assert.deepEqual(messages({ format: 'other', other_format: 'Moon type' }), [])
})

for (const format of ['', 'Word', 'toString', '__proto__', 'word ', 'x'.repeat(9_999)]) {
  test(`"${format.slice(0, 20)}" is not a format`, () => {
    assert.deepEqual(messages({ format }), ['Choose a format'])
  })
}

for (const name of fieldNames.filter((name) => !['format', 'email', 'telephone'].includes(name))) {
  test(`${name} may be as long as it says, counted in characters`, () => {
    const { longest } = fields[name]
    assert.deepEqual(messages({ [name]: '👩'.repeat(longest) }), [])
    const [message, ...others] = messages({ [name]: '👩'.repeat(longest + 1) })
    assert.deepEqual(others, [])
    const count = (length: number) => length.toLocaleString('en-GB')
    assert.match(
      message ?? '',
      new RegExp(
        `^Shorten the [a-z ]+ to ${count(longest)} characters or fewer \\(you have typed ${count(longest + 1)}\\)$`,
      ),
    )
  })
}

test('what is too long is said with numbers', () => {
  assert.deepEqual(messages({ details: 'x'.repeat(5_312) }), [
    'Shorten the details to 5,000 characters or fewer (you have typed 5,312)',
  ])
})

const addresses: Record<'right' | 'wrong', string[]> = {
  right: [
    'name@example.com',
    "o'neill+word.document@mail.made-up.example",
    'a@b.cd',
    'jürgen@größe.example',
    '用户@例子.例',
    '用户@例子。例',
    'राम@मोहन.ईन्फो',
    '{a}|b!#$%@made-up.example',
  ],
  wrong: [
    'name',
    'name@',
    '@example.com',
    'name@example',
    'name@@example.com',
    'a@b@example.com',
    'a @example.com',
    'a@ example.com',
    'a@example.com, b@example.com',
    'a@example.com;b@example.com',
    'A Person <a@example.com>',
    'mailto:a@example.com',
    '"a b"@example.com',
    'a@example.com.',
    'a@.example.com',
    'a@example..com',
    'a@[192.0.2.1]',
    'a(comment)@example.com',
    'a@example.com Bcc: b@example.com',
    `${'a.'.repeat(120)}@`,
  ],
}
for (const email of addresses.right) {
  test(`${email} is an e-mail address`, () => {
    assert.deepEqual(messages({ email }), [])
  })
}
for (const email of addresses.wrong) {
  test(`${email} is not an e-mail address`, () => {
    assert.deepEqual(messages({ email }), [
      'Write an e-mail address with an @, such as name@example.com',
    ])
  })
}
test('an e-mail address that is too long is that, whatever else it is', () => {
  assert.deepEqual(messages({ email: 'x'.repeat(32_000) }), [
    'Shorten the e-mail address to 254 characters or fewer (you have typed 32,000)',
  ])
})

const numbers: [telephone: string, isRight: boolean][] = [
  ['020 7946 0018', true],
  ['+44 (0)20 7946-0018 ext. 3', true],
  ['text relay 18001 020 7946 0018, after 5pm', true],
  ['٠٢٠ ٧٩٤٦', true],
  ['12345', true],
  ['1234', false],
  ['by text relay', false],
  ['after 5pm', false],
]
for (const [telephone, isRight] of numbers) {
  test(`"${telephone}" is ${isRight ? '' : 'not '}a telephone number`, () => {
    const problem = 'Write a telephone number with at least 5 digits, such as 020 7946 0018'
    assert.deepEqual(messages({ telephone }), isRight ? [] : [problem])
  })
}
test('a wrong way to reply is one problem, and not a missing one too', () => {
  assert.equal(messages({ email: 'name', telephone: '' }).length, 1)
  assert.equal(messages({ email: '', telephone: 'x' }).length, 1)
})
