import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withAnswers, type Answer } from '../../../src/audit/answers.ts'
import type { Finding } from '../../../src/audit/rule.ts'

const finding: Finding = {
  rule: 'made-up',
  level: 'manual',
  sc: '1.1.1',
  selector: '#made-up > p',
  snippet: '<p>Made up</p>',
  message: 'Made up.',
  mode: 'wide',
}
const answer: Answer = {
  rule: 'made-up',
  pages: /^\/made-up\/$/,
  where: /^#made-up/,
  mode: 'wide',
  reason: 'Made up.',
  link: 'https://made-up.example/',
  date: '2030-01-01',
}

function left(findings: Finding[], answers: Answer[], path = '/made-up/') {
  const { pages, unasked } = withAnswers([{ path, findings }], answers)
  return { found: pages.flatMap((page) => page.findings), unasked }
}

test('what a person has answered is not asked again', () => {
  assert.deepEqual(left([finding], [answer]), { found: [], unasked: [] })
})

test('an answer is for its rule, page, place and mode alone', () => {
  for (const other of [
    left([{ ...finding, rule: 'other' }], [answer]),
    left([{ ...finding, selector: 'body' }], [answer]),
    left([{ ...finding, mode: 'dark' }], [answer]),
    left([finding], [answer], '/other/'),
  ]) {
    assert.equal(other.found.length, 1)
    assert.deepEqual(other.unasked, [answer])
  }
})

test('an error cannot be answered, only mended', () => {
  assert.equal(left([{ ...finding, level: 'error' }], [answer]).found.length, 1)
})
