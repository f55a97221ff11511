import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTarget } from '../../../src/server/target.ts'

test('a path and its query are told apart and left as they are', () => {
  assert.deepEqual(readTarget('/a%20b/?q=%2F?x'), {
    authority: undefined,
    path: '/a%20b/',
    query: '?q=%2F?x',
  })
})

test('a path that begins with two slashes is a path', () => {
  assert.equal(readTarget('//evil.example/x')?.path, '//evil.example/x')
})

test('a whole address has an authority', () => {
  const target = { authority: 'localhost:80', path: '/', query: '?q' }
  assert.deepEqual(readTarget('http://localhost:80/?q'), target)
  assert.deepEqual(readTarget('HTTPS://localhost:80?q'), target)
})

for (const text of ['', '*', 'x', '?q', 'ftp://localhost/', 'http:///x', '/x#y']) {
  test(`"${text}" is no target`, () => {
    assert.equal(readTarget(text), undefined)
  })
}
