import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { coverage } from '../../../src/audit/coverage.ts'
import { criteria } from '../../../src/audit/criteria.ts'
import { wcagPage } from '../../../src/audit/record.ts'
import { rulesById } from '../../../src/audit/rules-by-id.ts'

test('every criterion of level A and AA is looked after in a way that is true', () => {
  const asked = criteria.filter(({ level }) => level !== 'AAA').map(({ id }) => id)
  assert.equal(asked.length, 55)
  assert.deepEqual(Object.keys(coverage), asked)
  for (const id of asked) {
    const isTested = [...rulesById.values()].some((rule) => rule.criteria.includes(id))
    const how = coverage[id]?.how
    if (how === 'fully' || how === 'partly') assert.ok(isTested, `no rule is about ${id}`)
  }
})

test('docs/wcag.md is made from the rules as they are now', async () => {
  const file = join(import.meta.dirname, '..', '..', '..', 'docs', 'wcag.md')
  assert.equal(readFileSync(file, 'utf8'), await wcagPage())
})
