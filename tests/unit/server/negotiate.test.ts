import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseCoding, type Coding } from '../../../src/server/negotiate.ts'

const BOTH: Coding[] = ['br', 'gzip']

const cases: [accept: string | undefined, available: Coding[], expected: Coding | 'identity'][] = [
  [undefined, BOTH, 'identity'],
  ['', BOTH, 'identity'],
  ['gzip, deflate, br, zstd', BOTH, 'br'],
  ['gzip, deflate, br, zstd', ['gzip'], 'gzip'],
  ['gzip, deflate, br, zstd', [], 'identity'],
  ['deflate', BOTH, 'identity'],
  ['gzip', BOTH, 'gzip'],
  ['br;q=0.1, gzip;q=0.9', BOTH, 'gzip'],
  ['br;q=0, gzip', BOTH, 'gzip'],
  ['br;q=0', BOTH, 'identity'],
  ['gzip;q=0.001', BOTH, 'gzip'],
  ['identity, gzip;q=0.5', BOTH, 'identity'],
  ['identity;q=0.5, gzip;q=0.5', BOTH, 'gzip'],
  ['identity;q=0, gzip', BOTH, 'gzip'],
  ['identity;q=0', BOTH, 'identity'],
  ['*', BOTH, 'br'],
  ['*;q=0', BOTH, 'identity'],
  ['*;q=0, gzip', BOTH, 'gzip'],
  ['br;q=0, *', BOTH, 'gzip'],
  ['gzip;q=0.2, *;q=0.1', BOTH, 'gzip'],
  ['BR', BOTH, 'br'],
  ['gzip ; Q=1.000', BOTH, 'gzip'],
  ['br;q=2, gzip', BOTH, 'gzip'],
  ['br;level=9, gzip;;, ,', BOTH, 'identity'],
]

for (const [accept, available, expected] of cases) {
  test(`"${accept ?? '(none)'}" with ${available.join(' and ') || 'no copy'}: ${expected}`, () => {
    assert.equal(chooseCoding(accept, available), expected)
  })
}
