import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { editorPolicy, importMap } from '../../../src/editor/policy.ts'

test('the policy lets one script inside the page through, and nothing from elsewhere', () => {
  const hash = createHash('sha256').update(importMap).digest('base64')
  assert.ok(editorPolicy.includes(`script-src 'self' 'sha256-${hash}'`))
  const sources = editorPolicy.split('; ').flatMap((directive) => directive.split(' ').slice(1))
  const elsewhere = sources.filter((source) => !/^('[^']+'|blob:|data:)$/.test(source))
  assert.deepEqual(elsewhere, [])
})
