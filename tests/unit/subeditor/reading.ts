import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Problems } from '../../../src/document/problems.ts'
import { compareParsers } from '../../../src/document/second-parser.ts'
import { parseMdx } from '../../../src/document/syntax.ts'
import { SubEditor } from '../../../src/subeditor/sub-editor.ts'

/** The fields of a release that nobody has published; its body begins on line 10. */
const front = `---
title: A made-up draft
summary: Nothing is announced here.
kind: press-release
published: 2020-01-15
state: draft
from: [ministry-of-made-up-matters]
---

`
export const draft = 'content/press-releases/made-up-draft.mdx'

/** A draft with a body, and with some fields of its own. */
export function draftWith(body: string, fields: Record<string, string> = {}): string {
  const text = Object.entries(fields).reduce(
    (all, [name, value]) =>
      new RegExp(`^${name}: `, 'm').test(all)
        ? all.replace(new RegExp(`^${name}: .*$`, 'm'), () => `${name}: ${value}`)
        : all.replace('\n---\n\n', () => `\n${name}: ${value}\n---\n\n`),
    front,
  )
  return `${text}${body}\n`
}

/** One for all tests of a file: it reads a dictionary of half a million letters. */
const editor = new SubEditor(join(import.meta.dirname, '../../specimens'), {
  people: new Map([['made-up-person', { name: 'Zuleikha Snarkovic' }]]),
  organisations: new Map([
    ['quux-council', { name: 'Quuxborough Council', expansionGiven: false }],
  ]),
  glossary: [
    { term: 'MUM', meaning: 'the Ministry of Made-Up Matters', source: 'Made up for a test.' },
    { term: 'NIL', source: 'Made up for a test.' },
  ],
})

export type Said = readonly [place: string, what: string, mend: string]

/** What the sub-editor says of a text, as place, what and mend. */
export function remarksOn(text: string, file = draft): Said[] {
  const problems = new Problems()
  const parsed = parseMdx(text, file, problems)
  const tree = parsed && compareParsers({ ...parsed, id: 'made-up-draft' }, problems)
  assert.deepEqual(problems.all, [])
  assert.ok(parsed && tree)
  return editor
    .read({ ...parsed, id: 'made-up-draft' }, tree)
    .map(({ line, column, what, mend }) => [`${line}:${column}`, what, mend])
}
