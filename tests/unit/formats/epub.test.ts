import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { strFromU8 } from 'fflate'
import { imageSize } from 'image-size'
import type { Publication } from '../../../src/document/library.ts'
import { paragraph, section, text as words } from '../../../src/document/nodes.ts'
import { ContentError } from '../../../src/document/problems.ts'
import type { Block } from '../../../src/document/vocabulary.ts'
import { epub } from '../../../src/formats/epub/epub.ts'
import { text } from '../../../src/formats/text.ts'
import type { FormatContext } from '../../../src/formats/writers.ts'
import { readText } from '../../site/reading.ts'
import { contrast, decode, edges, inkIn } from '../pictures/pixels.ts'
import { digestElsewhere, digestOf } from './digests.ts'
import { all, only, openEpub, pagesOf, parse, readEpub, textIn, type Element } from './read-epub.ts'
import { addresses, context, real, specimen } from './written.ts'

const offered = /^\/(press-releases|action-plans)\//
const publications: [Publication, FormatContext][] = [
  ...[...real.published.values()].map((each): [Publication, FormatContext] => [each, real.context]),
  ...addresses.map((address): [Publication, FormatContext] => [specimen(address), context]),
].filter(([{ address }]) => offered.test(address))

const release = specimen('/press-releases/specimen-release/')
assert.ok(release.collection === 'press-releases')
const arabic = specimen('/press-releases/specimen-release-ar/')

const chapterOf = (publication: Publication, its = context): Element =>
  chapter(epub.write(publication, its))
function chapter(bytes: Uint8Array): Element {
  const page = pagesOf(openEpub(bytes)).get('text.xhtml')
  assert.ok(page)
  return page
}
const metadata = (bytes: Uint8Array, property: string): string[] => {
  const { package: found } = openEpub(bytes)
  return all(only(found, 'metadata'), property.startsWith('dc:') ? property : 'meta')
    .filter(({ name, attributes }) => name === property || attributes.property === property)
    .map(textIn)
}
const withTree = (publication: Publication, ...more: Block[]): Publication => ({
  ...publication,
  tree: [...publication.tree, ...more],
})

test('there are releases and plans to write', () => {
  assert.ok(publications.length >= 6)
})

for (const [publication, its] of publications) {
  const { address } = publication
  const bytes = epub.write(publication, its)
  const book = openEpub(bytes)

  test(`EPUBCheck finds nothing wrong with ${address}`, async () => {
    const { messages } = await EpubCheck.validate(bytes)
    assert.deepEqual(
      messages.map(({ id, message, location }) => `${id} ${location?.path ?? ''}: ${message}`),
      [],
    )
  })

  test(`${address} has as EPUB the words that it has as text, in order`, () => {
    const expected = readText(text.write(publication, its))
    assert.ok(expected.length > 20)
    assert.deepEqual(readEpub(bytes), expected)
  })

  test(`the package of ${address} says what it is, whose, and when`, () => {
    const { data } = publication
    assert.ok('published' in data)
    assert.deepEqual(metadata(bytes, 'dc:identifier'), [`${its.siteUrl}${address}`])
    assert.deepEqual(metadata(bytes, 'dc:title'), [data.title])
    assert.deepEqual(metadata(bytes, 'dc:language'), [data.lang])
    assert.deepEqual(metadata(bytes, 'dc:rights'), [its.site.disclaimer])
    assert.deepEqual(metadata(bytes, 'dc:date'), [data.published])
    assert.deepEqual(metadata(bytes, 'dcterms:modified'), [data.updatedAt])
    const [publisher = ''] = metadata(bytes, 'dc:publisher')
    assert.ok(textIn(chapter(bytes)).includes(publisher))
    assert.ok(publisher.length > 5)
  })

  test(`the package of ${address} says how accessible it is, and claims no conformance`, () => {
    const shown = all(chapter(bytes), 'img').some(({ attributes }) => attributes.alt !== '')
    assert.deepEqual(
      metadata(bytes, 'schema:accessMode'),
      shown ? ['textual', 'visual'] : ['textual'],
    )
    assert.ok(metadata(bytes, 'schema:accessModeSufficient').includes('textual'))
    assert.deepEqual(metadata(bytes, 'schema:accessibilityHazard'), ['none'])
    const features = metadata(bytes, 'schema:accessibilityFeature')
    for (const feature of ['structuralNavigation', 'tableOfContents', 'readingOrder']) {
      assert.ok(features.includes(feature), feature)
    }
    assert.match(metadata(bytes, 'schema:accessibilitySummary').join(), /No person has checked/)
    assert.deepEqual(metadata(bytes, 'dcterms:conformsTo'), [])
  })

  test(`the contents of ${address} lead to each heading, in order`, () => {
    const toc = all(parse(book.files, `${book.folder}nav.xhtml`), 'nav').find(
      ({ attributes }) => attributes['epub:type'] === 'toc',
    )
    assert.ok(toc)
    const ways = all(toc, 'a')
    const headings = headingsIn(only(chapter(bytes), 'main')).filter(
      // A notice stands right under the title; "Contents" on the page is the list itself.
      ({ parent }) => parent.attributes.class !== 'notice' && parent.name !== 'nav',
    )
    assert.deepEqual(
      ways.map((way) => wordsOf(way)),
      headings.map(({ heading }) => wordsOf(heading)),
    )
    assert.deepEqual(
      ways.map(({ attributes }) => attributes.href),
      headings.map(({ heading, parent }) => {
        const id = heading.attributes.id ?? parent.attributes.id
        return id === undefined ? 'text.xhtml' : `text.xhtml#${id}`
      }),
    )
    // Nested as the headings are.
    const nesting = depthsOf(toc).join()
    assert.equal(nesting, headings.map(({ heading }) => Number(heading.name.slice(1))).join())
  })

  test(`each way within ${address} leads to a part of it, and each other one out of it`, () => {
    const page = chapter(bytes)
    const ids = new Set(everyElement(page).flatMap(({ attributes }) => attributes.id ?? []))
    for (const { attributes } of all(page, 'a')) {
      const href = attributes.href ?? ''
      if (href.startsWith('#')) assert.ok(ids.has(href.slice(1)), href)
      else assert.match(href, /^(https?|mailto|tel):/)
    }
  })
}

function headingsIn(parent: Element): { heading: Element; parent: Element }[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return /^h[1-4]$/.test(child.name) ? [{ heading: child, parent }] : headingsIn(child)
  })
}
const wordsOf = (element: Element) => textIn(element).replace(/\s+/g, ' ')
const everyElement = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (child.type === 'element' ? everyElement(child) : [])),
]
/** How deep each link of a list stands. */
function depthsOf(element: Element, depth = 0): number[] {
  if (element.name === 'a') return [depth]
  const inside = element.name === 'ol' ? depth + 1 : depth
  return element.children.flatMap((child) =>
    child.type === 'element' ? depthsOf(child, inside) : [],
  )
}

test('a mark of a note and the note lead to each other, in the roles of a book', () => {
  const page = chapterOf(release)
  const marks = all(page, 'a').filter(({ attributes }) => attributes.class === 'mark')
  assert.ok(marks.length >= 2)
  const notes = all(page, 'section').find(({ attributes }) => attributes.class === 'notes')
  assert.ok(notes)
  assert.equal(notes.attributes['epub:type'], 'endnotes')
  assert.equal(notes.attributes.role, 'doc-endnotes')
  const backs = all(notes, 'a').filter(({ attributes }) => attributes.role === 'doc-backlink')
  for (const { attributes } of marks) {
    assert.equal(attributes['epub:type'], 'noteref')
    assert.equal(attributes.role, 'doc-noteref')
    const note = all(notes, 'div').find((each) => `#${each.attributes.id}` === attributes.href)
    assert.ok(note)
    assert.ok(backs.some((back) => back.attributes.href === `#${attributes.id}`))
  }
})

test('the language of the book and of each part is marked, for HTML and for XML', () => {
  const page = chapterOf(release)
  assert.deepEqual([page.attributes.lang, page.attributes['xml:lang']], ['en-GB', 'en-GB'])
  const parts = everyElement(page).filter(({ attributes }) => attributes.lang !== undefined)
  const langs = parts.map(({ attributes }) => attributes.lang)
  for (const lang of ['cy', 'ar']) assert.ok(langs.includes(lang), lang)
  for (const { attributes } of parts) {
    assert.equal(attributes['xml:lang'], attributes.lang)
    assert.equal(attributes.dir, attributes.lang === 'ar' ? 'rtl' : undefined)
  }
})

test('an Arabic book is turned from the right', () => {
  const bytes = epub.write(arabic, context)
  assert.equal(
    only(openEpub(bytes).package, 'spine').attributes['page-progression-direction'],
    'rtl',
  )
  assert.equal(chapter(bytes).attributes.dir, 'rtl')
  const english = openEpub(epub.write(release, context)).package
  assert.equal(only(english, 'spine').attributes['page-progression-direction'], undefined)
})

test('a heading in Arabic letters can be reached from the contents', async () => {
  const heading = section('خطة-العمل', 'خطة العمل', [paragraph(words('كلمات'))])
  const bytes = epub.write(withTree(arabic, heading), context)
  const { messages } = await EpubCheck.validate(bytes)
  assert.deepEqual(messages, [])
})

test('pictures are in the package, whole, with their words', () => {
  const book = openEpub(epub.write(release, context))
  const pictures = all(chapterOf(release), 'img')
  assert.deepEqual(
    pictures.map(({ attributes }) => attributes.alt),
    [
      'A made-up tower of "specimens" & <samples>',
      'A "tower" & <b>its</b> shadow',
      '',
      'The tower by night',
    ],
  )
  const [tower, , pattern] = pictures.map(
    ({ attributes }) => book.files[`${book.folder}${attributes.src ?? ''}`],
  )
  assert.deepEqual(tower, new Uint8Array(context.readPicture('/images/specimen-tower.png')))
  assert.deepEqual(pattern, new Uint8Array(context.readPicture('/images/specimen-pattern.png')))
  // The same picture thrice is one file.
  assert.equal(Object.keys(book.files).filter((path) => path.includes('picture-')).length, 2)
})

/** The cover's file, and what it says to those who do not see it. */
function coverOf(bytes: Uint8Array): { file: Uint8Array; alt: string } {
  const book = openEpub(bytes)
  const item = all(book.package, 'item').find(
    ({ attributes }) => attributes.properties === 'cover-image',
  )
  const file = book.files[`${book.folder}${item?.attributes.href ?? ''}`]
  assert.ok(file)
  const page = parse(book.files, `${book.folder}cover.xhtml`)
  return { file, alt: only(page, 'img').attributes.alt ?? '' }
}

test('the cover says in words what it says in type', () => {
  const { alt } = coverOf(epub.write(release, context))
  assert.equal(
    alt,
    'Statement. A <specimen> & its "title", with \'quotes\'. From: Ministry of Specimens & Samples <Made Up> and Council of Nowhere. 15 January 2020. Specimen Announcements.',
  )
})

const longest =
  'Mayor of London and the thirty-two boroughs set out what they will do to keep all young people safe until 2031'
const titled = (title: string, lang = 'en-GB'): Publication => ({
  ...release,
  data: { ...release.data, title, lang },
})
for (const [name, publication] of [
  ['specimen', release],
  ['shortest', titled('I')],
  ['longest', titled(longest)],
  ['widest', titled('W'.repeat(110))],
  ['widest words', titled('WWWWWWWWW '.repeat(11).trim())],
  ['Arabic', titled('عمدة لندن يعلن عن برنامج عمل جديد لحماية الأطفال '.repeat(2).trim(), 'ar')],
] as const) {
  test(`the cover has room for the ${name} title`, async () => {
    const { file } = coverOf(epub.write(publication, context))
    const { type, width, height } = imageSize(file)
    assert.deepEqual([type, width, height], ['png', 1000, 1500])
    assert.ok(file.length < 50_000, `${file.length} bytes`)

    const pixels = await decode(file)
    const [band = 0, ...others] = edges(pixels)
    assert.deepEqual(others, [])
    assert.ok(contrast(pixels.at(0, 0), '#fdfcf8') >= 7)
    const above = inkIn(pixels, 0, band)
    const below = inkIn(pixels, band, height)
    assert.ok(above && below)
    for (const { left, right } of [above, below]) assert.ok(left >= 85 && right <= 915)
    assert.ok(above.top >= 85 && above.bottom <= band - 30, `${above.top} ${above.bottom}`)
    assert.ok(below.top >= band + 40 && below.bottom <= height - 60, `${below.bottom}`)
  })
}

test('its style leaves size, font and colours to the reader', () => {
  const style = strFromU8(
    openEpub(epub.write(release, context)).files['EPUB/style.css'] ?? new Uint8Array(),
  ).replace(/\/\*.*?\*\//gs, '')
  assert.match(style, /blockquote/)
  assert.doesNotMatch(style, /(^|[\s;])(color|background[a-z-]*|font|font-size|font-family)\s*:/)
  assert.doesNotMatch(style, /!important|\d(px|pt|cm|mm|in)\b(?! solid)/)
})

/** What is said of a publication, and that it is not written. */
function refused(publication: Publication, its = context): string[] {
  const problems = epub.problems?.(publication, its) ?? []
  assert.throws(() => epub.write(publication, its), ContentError)
  for (const { file, mend } of problems) {
    assert.equal(file, publication.file)
    assert.ok(mend.length > 0)
  }
  return problems.map(({ line, what }) => `${line}: ${what}`)
}

test('a character that XML cannot hold is an error with its place', () => {
  const place = { file: release.file, line: 7, column: 1 }
  const bad: Block = { ...paragraph(words('a \u0007 bell and \uFFFE')), place }
  assert.deepEqual(refused(withTree(release, bad)), [
    '7: “\u0007” (U+0007) cannot be written as EPUB.',
    '7: “\uFFFE” (U+FFFE) cannot be written as EPUB.',
  ])
  const inSummary = { ...release, data: { ...release.data, summary: 'a \u0001 b' } }
  assert.deepEqual(refused(inSummary), ['1: “\u0001” (U+0001) cannot be written as EPUB.'])
})

test('a picture of a type that reading systems need not show is an error', () => {
  const bitmap = new Uint8Array(54)
  bitmap.set([0x42, 0x4d])
  bitmap.set([16, 0, 0, 0, 9, 0, 0, 0], 18)
  const problems = refused(release, { ...context, readPicture: () => bitmap })
  assert.equal(problems.length, 4)
  assert.match(
    problems[1] ?? '',
    /^\d+: EPUB cannot show the picture \/images\/specimen-tower\.png/,
  )
})

test('an address that is none is an error, and one with a space is written as browsers read it', () => {
  const place = { file: release.file, line: 9, column: 3 }
  const link = (address: string): Block => ({
    type: 'paragraph',
    children: [{ type: 'link', address, children: [words('there')], place }],
  })
  assert.deepEqual(refused(withTree(release, link('https://[there'))), [
    '9: The address https://[there cannot be linked to in EPUB: it is no URL.',
  ])
  const page = chapterOf(withTree(release, link('https://there.example/a b')))
  const ways = all(page, 'a').map(({ attributes }) => attributes.href)
  assert.ok(ways.includes('https://there.example/a%20b'))
})

test('a title that no font can show is an error', () => {
  assert.match(refused(titled('字')).join(), /字/)
})

test('the same bytes are written twice, and by another process', () => {
  const here = digestOf(epub)
  assert.equal(digestOf(epub), here)
  assert.equal(digestElsewhere('epub/epub.ts', 'epub'), here)
})
