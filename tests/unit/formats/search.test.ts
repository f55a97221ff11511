import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { searchRecord } from '../../../src/formats/search.ts'
import { edited, read, release, writeContent } from '../document/made-up-content.ts'
import {
  addresses,
  asText,
  context as ofSpecimens,
  inOneLine,
  specimen,
  unescape,
} from './written.ts'

const record = (address: string) =>
  z
    .object({ address: z.string(), published: z.string(), html: z.string() })
    .parse(JSON.parse(searchRecord.write(specimen(address), ofSpecimens)))

const wordsOf = (text: string) => new Set(inOneLine(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [])

test('every word of a publication can be searched for', () => {
  for (const address of addresses) {
    const html = record(address).html
    const words = wordsOf(unescape(html.replace(/<[^>]*>/g, ' ')))
    // The text file says more: what a picture or a table is, and addresses.
    const written = asText(specimen(address)).replace(/<(?:https?|mailto|tel):[^\s>]*>/g, '')
    const missing = [...wordsOf(written)].filter((word) => !words.has(word))
    const ownOfTextFiles =
      /^(?:Table|columns?|rows?|Picture|[Qq]uote|[Ee]nd|in|Welsh|Arabic|Follow|two|three|four|five|actions?|\d+)$/
    assert.deepEqual(
      missing.filter((word) => !ownOfTextFiles.test(word)),
      [],
      address,
    )
  }
})

test('a record says what it can be narrowed by', () => {
  const { html, published } = record('/press-releases/specimen-release/')
  assert.equal(published, '2020-01-15')
  assert.match(html, /data-pagefind-filter="kind\[data-value\]" data-value="statement"/)
  assert.match(html, /data-pagefind-filter="year\[data-value\]" data-value="2020"/)
  assert.match(html, /data-pagefind-sort="date\[data-value\]" data-value="2020-01-15"/)
})

test('what was withdrawn is not for the search, and all else is', (context) => {
  const fields = 'state: withdrawn\nwithdrawn: { on: 2020-01-16, why: It was wrong. }'
  const { problems, published } = read(
    writeContent(context, edited(release, 'state: published', fields)),
  )
  assert.deepEqual(problems, [])
  const parsed = z.object({ listed: z.boolean() })
  for (const [address, publication] of published) {
    const written: unknown = JSON.parse(searchRecord.write(publication, ofSpecimens))
    assert.equal(parsed.parse(written).listed, address !== '/press-releases/made-up-release/')
  }
})

test('what stands round every text weighs little and is no part', () => {
  const { html } = record('/press-releases/specimen-release/')
  const [, around = ''] = html.split('id="-text-end"></i>')
  assert.match(around, /^<div data-pagefind-weight="0\.1">/)
  assert.match(around, /About this page/)
  assert.doesNotMatch(around, / id="/)
})
