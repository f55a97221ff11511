import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusalForHost } from '../../../src/server/host.ts'

const ALLOWED = ['releases.example', '[::1]']

for (const host of ['releases.example', 'RELEASES.example:8080', '[::1]', '[::1]:4321']) {
  test(`${host} may pass`, () => {
    assert.equal(refusalForHost(host, ALLOWED), undefined)
  })
}

for (const host of [
  undefined,
  '',
  'evil.example',
  'www.releases.example',
  '[::2]',
  'releases.example.',
]) {
  test(`${host ?? 'no host'} is another server's`, () => {
    assert.equal(refusalForHost(host, ALLOWED), 421)
  })
}

for (const host of [
  'u:p@releases.example',
  'releases.example:',
  'a b',
  'a/b',
  '::1',
  'a,b',
  'a:123456',
]) {
  test(`${host} is no host`, () => {
    assert.equal(refusalForHost(host, ALLOWED), 400)
  })
}
