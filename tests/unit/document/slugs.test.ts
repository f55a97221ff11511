import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slugOf } from '../../../src/document/slugs.ts'

const slugs: [words: string, slug: string][] = [
  ['How accessible this site is', 'how-accessible-this-site-is'],
  ['Met’s approach', 'mets-approach'],
  ["Mayor's meetings", 'mayors-meetings'],
  ['  £1,000 – and more!  ', '1-000-and-more'],
  ['Café Ångström', 'cafe-angstrom'],
  ['Cafe\u0301', 'cafe'],
  ['Tŷ’r Cyffredin', 'tyr-cyffredin'],
  ['ﬁle №5', 'file-no5'],
  ['أرقام خيالية', 'ارقام-خيالية'],
  ['가짜 숫자', '가짜-숫자'],
  ['a_b', 'a-b'],
  ['😀', ''],
  ['', ''],
]
for (const [words, slug] of slugs) {
  test(`“${words}” is #${slug}`, () => {
    assert.equal(slugOf(words), slug)
  })
}

test('a slug is its own slug', () => {
  for (const [, slug] of slugs) assert.equal(slugOf(slug), slug)
})
