import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { writeAtom } from '../../../src/feeds/atom.ts'
import {
  entryOf,
  escapeXml,
  newestChanges,
  wholeAddresses,
  type FeedEntry,
} from '../../../src/feeds/feed.ts'
import { html } from '../../../src/formats/html.ts'
import { read, writeContent, type Files } from '../document/made-up-content.ts'
import { context as ofSpecimens } from '../formats/written.ts'

const siteUrl = 'https://made-up.example'
const nothing = { authors: [], topics: [], picture: undefined }

/** The entry of the made-up release, after some files were added to the content. */
function entry(context: TestContext, changed: Files = {}): FeedEntry {
  const { problems, published } = read(writeContent(context, changed))
  assert.deepEqual(problems, [])
  const publication = published.get('/press-releases/made-up-release/')
  assert.ok(publication?.collection === 'press-releases')
  const source = { ...publication.data, address: publication.address }
  return entryOf(source, html.write(publication, ofSpecimens), nothing, siteUrl)
}

const correction = (time: string) => ({
  'content/updates/made-up-correction.mdx': `---
type: correction
on: 2020-01-15
at: "${time}"
release: made-up-release
where: The first paragraph
said: some words
says: other words
why: Nobody had looked.
---
`,
})

test('a correction comes as an update of the same entry', (context) => {
  const before = entry(context)
  const after = entry(context, correction('14:05'))
  assert.equal(after.address, before.address)
  assert.equal(after.publishedAt, before.publishedAt)
  assert.equal(before.updatedAt, '2020-01-15T00:00:00Z')
  assert.equal(after.updatedAt, '2020-01-15T14:05:00Z')
  assert.match(
    after.html,
    /^<p><strong>Corrected: The first paragraph\. It said: “some words”\. It now says: “other words”\. Nobody had looked\.<\/strong><\/p>/,
  )
  assert.doesNotMatch(before.html, /Corrected/)
})

test('a second correction of the same day moves it again', (context) => {
  const [first, second] = ['14:05', '16:30'].map((time) => entry(context, correction(time)))
  assert.ok((second?.updatedAt ?? '') > (first?.updatedAt ?? ''))
})

test('an untouched entry is the same each time', (context) => {
  assert.deepEqual(entry(context), entry(context))
})

test('addresses are made whole in tags, and words that look like them stay', () => {
  const inside = '<p><a href="/a/#b">x</a> <a href="#c">y</a> <img src="/i.png"> href="/no"</p>'
  assert.equal(
    wholeAddresses(inside, siteUrl, '/page/'),
    '<p><a href="https://made-up.example/a/#b">x</a> <a href="https://made-up.example/page/#c">y</a> <img src="https://made-up.example/i.png"> href="/no"</p>',
  )
})

test('the newest change comes first, and no more than 25', () => {
  const all = Array.from({ length: 30 }, (_, index) => ({
    address: `/${index}/`,
    updatedAt: `2020-01-${String((index % 28) + 1).padStart(2, '0')}T00:00:00Z`,
  }))
  const newest = newestChanges(all)
  assert.equal(newest.length, 25)
  assert.equal(newest[0]?.address, '/27/')
  assert.deepEqual(newest, newestChanges(all.toReversed()))
})

test('markup in words is text in the feed, and what XML cannot hold is refused', () => {
  assert.equal(escapeXml('<a b="c"> & d'), '&lt;a b=&quot;c&quot;&gt; &amp; d')
  assert.throws(() => escapeXml('a\u0007b'), /U\+0007/)
  const page = `${siteUrl}/`
  const addresses = { page, atom: `${page}feed.xml`, json: `${page}feed.json`, icon: page }
  const empty = { title: 'A & <b>', description: 'C', lang: 'en-GB', ...addresses, entries: [] }
  assert.match(writeAtom(empty), /<title>A &amp; &lt;b&gt;<\/title>/)
})
