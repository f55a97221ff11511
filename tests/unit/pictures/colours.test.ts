import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { colours } from '../../../src/pictures/colours.ts'

test('pictures have the light colours of the pages', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../../src/styles/tokens.css'), 'utf8')
  for (const [name, colour] of Object.entries(colours)) {
    const [, light] = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), `).exec(tokens) ?? []
    assert.equal(colour, light, name)
  }
})
