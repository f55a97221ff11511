import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkToken, issueToken } from '../../../src/requests/token.ts'

const SECRET = 'a made-up secret of at least 32 characters'
const issued = new Date('2016-11-25T10:00:00Z')
const token = issueToken(SECRET, issued)
const DAY = 24 * 60 * 60 * 1000

const ages: [milliseconds: number, judgement: string][] = [
  [-1, 'bad'],
  [0, 'too-fast'],
  [1_999, 'too-fast'],
  [2_000, 'good'],
  [2 * DAY, 'good'],
  [2 * DAY + 1, 'bad'],
]
for (const [milliseconds, judgement] of ages) {
  test(`a token of ${milliseconds} milliseconds is ${judgement}`, () => {
    const now = new Date(issued.getTime() + milliseconds)
    assert.equal(checkToken(token, SECRET, now), judgement)
  })
}

test('a token that is not ours is bad, whatever it is', () => {
  const later = new Date(issued.getTime() + 60_000)
  assert.equal(checkToken(token, SECRET, later), 'good')
  const [time = '', signature = ''] = token.split('.')
  const forged = [
    '',
    '.',
    time,
    `${time}.`,
    `.${signature}`,
    `${signature}.${time}`,
    `${(issued.getTime() + 1).toString(36)}.${signature}`,
    `${time}.${signature.slice(1)}`,
    `${time}.${signature}A`,
    `${time}.${'A'.repeat(43)}`,
    `${time.toUpperCase()}.${signature}`,
    ` ${token}`,
    `${token}\n`,
    `${token}\0`,
    `${token}${token}`,
    `-${token}`,
    '日本.日本',
    'x'.repeat(32_000),
    issueToken(`${SECRET}!`, issued),
  ]
  for (const each of forged) assert.equal(checkToken(each, SECRET, later), 'bad', each)
})

test('a token can stand in a form and in an address as it is', () => {
  assert.match(token, /^[\w.-]+$/)
  assert.ok(!token.includes(SECRET))
})
