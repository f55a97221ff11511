import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8 } from 'fflate'
import type { Element, ElementContent } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import type { Publication } from '../../../src/document/library.ts'
import { list, paragraph, section, text } from '../../../src/document/nodes.ts'
import { ContentError } from '../../../src/document/problems.ts'
import type { Block } from '../../../src/document/vocabulary.ts'
import { odt } from '../../../src/formats/opendocument/odt.ts'
import { digestElsewhere, digestOf } from './digests.ts'
import { allIn, elementsIn, namedStyle, openOdt, readOdt, textIn } from './read-odt.ts'
import { addresses, asHtml, context, real, siteUrl, specimen } from './written.ts'

const release = specimen('/press-releases/specimen-release/')
assert.ok(release.collection === 'press-releases')
const plan = specimen('/action-plans/specimen-plan/')
const realRelease = realPublication(
  '/press-releases/mayor-to-oversee-change-in-mets-approach-to-keeping-children-safe/',
)
const realPlan = realPublication('/action-plans/keeping-children-safe/')

function realPublication(address: string): Publication {
  const found = real.published.get(address)
  assert.ok(found, `${address} is published`)
  return found
}

const specimens = addresses
  .filter((address) => /^\/(?:press-releases|action-plans)\//.test(address))
  .map((address) => ({ publication: specimen(address), context }))
const all = [
  ...specimens,
  ...[realRelease, realPlan].map((publication) => ({ publication, context: real.context })),
]

const opened = openOdt(odt.write(release, context))
const openedPlan = openOdt(odt.write(plan, context))

const openTree = (...tree: Block[]) => openOdt(odt.write({ ...release, tree }, context))
const wordsOfTree = (...tree: Block[]) =>
  readOdt(odt.write({ ...release, tree }, context)).join(' ')

const styleName = ({ attributes }: Element) => attributes['text:style-name'] ?? ''
const withWords = (words: string, elements: readonly Element[]): Element => {
  const found = elements.find((element) => textIn(element).includes(words))
  assert.ok(found, `“${words}” is there`)
  return found
}
const paragraphs = (root: Element) => allIn(root, 'text:p', 'text:h')

/** What a style says itself, of its paragraphs and their text. */
function propertiesOf(document: typeof opened, name: string): Record<string, unknown> {
  const styles = [document.content, document.styles].flatMap((root) => allIn(root, 'style:style'))
  const style = styles.find(({ attributes }) => attributes['style:name'] === name)
  assert.ok(style, `the style ${name} is there`)
  return Object.fromEntries(
    elementsIn(style.children).flatMap(({ attributes }) => Object.entries(attributes)),
  )
}

/**
 * The words of the web page, with what a reader is told by its elements: the numbers of lists and
 * what pictures show. Languages, pictures and tables have elements of their own in OpenDocument
 * too, so that nothing is said of them in words; that is why this is not the text format.
 */
function readPage(page: string): string[] {
  const closed = page.replace(/<(?:br|hr|img)(?: [a-z]+="[^"]*")*(?=>)/g, '$&/')
  const inline = new Set(['a', 'b', 'code', 'em', 'span', 'strong', 'time'])
  const read = (node: ElementContent): string => {
    if (node.type === 'text') return node.value
    if (node.type !== 'element' || 'data-furniture' in node.attributes) return ''
    const { name, attributes, children } = node
    const classes = attributes.class ?? ''
    if (name === 'img') return ` ${attributes.alt ?? ''} `
    if (name === 'ol' && classes !== 'timeline') {
      const start = Number(attributes.start ?? 1)
      return children.map((item, index) => ` ${start + index} ${read(item)} `).join('')
    }
    const inside = children.map(read).join('')
    return inline.has(name) && classes !== 'mark' ? inside : ` ${inside} `
  }
  const [root] = elementsIn(
    fromXml(`<article>${closed.replaceAll(' data-furniture', ' data-furniture=""')}</article>`)
      .children,
  )
  assert.ok(root)
  return read(root).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

for (const { publication, context } of all) {
  test(`every word of ${publication.address} is in its OpenDocument text, in order`, () => {
    assert.deepEqual(readOdt(odt.write(publication, context)), readPage(asHtml(publication)))
  })
}

test('the package says first what it is, and lists all its files', () => {
  const bytes = odt.write(release, context)
  const head = strFromU8(bytes.slice(30, 30 + 8 + 39))
  assert.equal(head, 'mimetypeapplication/vnd.oasis.opendocument.text')
  const compression = new DataView(bytes.buffer, bytes.byteOffset).getUint16(8, true)
  assert.equal(compression, 0)
  const listed = elementsIn(opened.manifest.children).map(
    ({ attributes }) => attributes['manifest:full-path'],
  )
  const packed = Object.keys(opened.files).filter(
    (path) => path !== 'mimetype' && !path.startsWith('META-INF/'),
  )
  assert.deepEqual(listed.toSorted(), ['/', ...packed].toSorted())
})

test('the same bytes are written twice, and by another process', () => {
  const here = digestOf(odt)
  assert.equal(digestOf(odt), here)
  assert.equal(digestElsewhere('opendocument/odt.ts', 'odt'), here)
})

for (const { publication, context } of all) {
  test(`the headings of ${publication.address} begin with the title and skip no level`, () => {
    const { body } = openOdt(odt.write(publication, context))
    const headings = allIn(body, 'text:h')
    const levels = headings.map(({ attributes }) => Number(attributes['text:outline-level']))
    assert.equal(elementsIn(body.children)[0]?.name, 'text:h')
    assert.equal(headings[0] && textIn(headings[0]), publication.data.title)
    assert.equal(levels.filter((level) => level === 1).length, 1)
    levels.forEach((level, index) => {
      assert.ok(level <= (levels[index - 1] ?? 0) + 1, `no level before ${level} is left out`)
    })
  })

  test(`every link of ${publication.address} is whole, or leads to a place in the file`, () => {
    const { body } = openOdt(odt.write(publication, context))
    const places = allIn(body, 'text:bookmark').map(({ attributes }) => attributes['text:name'])
    assert.equal(new Set(places).size, places.length, 'no place has the name of another')
    for (const { attributes } of allIn(body, 'text:a')) {
      const address = attributes['xlink:href'] ?? ''
      if (address.startsWith('#')) assert.ok(places.includes(address.slice(1)), address)
      else assert.match(address, /^(?:https?:\/\/[^/]|mailto:|tel:)/)
    }
  })

  test(`${publication.address} has no empty paragraph, and each of its styles exists`, () => {
    const document = openOdt(odt.write(publication, context))
    for (const each of paragraphs(document.body)) {
      assert.ok(textIn(each).trim() !== '' || allIn(each, 'draw:frame').length > 0)
    }
    const known = [document.content, document.styles]
      .flatMap((root) => allIn(root, 'style:style', 'text:list-style'))
      .map(({ attributes }) => attributes['style:name'])
    for (const { name, attributes } of allIn(document.content, ...withStyles)) {
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!/^(?:text|table|draw|style):(?:parent-|visited-)?style-name$/.test(attribute)) continue
        assert.ok(known.includes(value ?? ''), `${name} has the style ${value ?? ''}`)
      }
    }
  })
}

const withStyles = [
  'text:p',
  'text:h',
  'text:a',
  'text:span',
  'text:list',
  'draw:frame',
  'style:style',
  'table:table',
  'table:table-column',
  'table:table-row',
  'table:table-cell',
]

test('a table has a caption, a row of headers and, where it says so, a column of them', () => {
  const [first, second] = allIn(opened.body, 'table:table')
  assert.ok(first && second)
  const before = elementsIn(opened.body.children)[
    elementsIn(opened.body.children).indexOf(first) - 1
  ]
  assert.ok(before)
  assert.equal(textIn(before), 'Specimens & <samples> by year')
  assert.equal(styleName(before), 'Table_20_caption')

  assert.deepEqual(
    elementsIn(first.children).map(({ name }) => name),
    [
      'table:table-header-columns',
      'table:table-column',
      'table:table-column',
      'table:table-header-rows',
      'table:table-row',
      'table:table-row',
    ],
  )
  const rows = allIn(first, 'table:table-row').map((row) =>
    allIn(row, 'text:p').map((cell) => [textIn(cell), styleName(cell).split('-')[0]]),
  )
  assert.deepEqual(rows.slice(0, 2), [
    [
      ['Year', 'Table_20_Heading'],
      ['Number & <kind>', 'Table_20_Heading'],
      ['Source of it', 'Table_20_Heading'],
    ],
    [
      ['2019', 'Table_20_Heading'],
      ['£1,000', 'Table_20_Contents'],
      ['one <td>', 'Table_20_Contents'],
    ],
  ])
  assert.equal(propertiesOf(opened, 'Table_20_Heading')['fo:font-weight'], 'bold')
  assert.deepEqual(allIn(second, 'table:table-header-columns'), [])
  assert.equal(allIn(second, 'table:table-header-rows').length, 1)
})

test('the columns of a table are together as wide as the text', () => {
  const widths = allIn(openedPlan.content, 'style:table-column-properties').map(({ attributes }) =>
    parseFloat(attributes['style:column-width'] ?? ''),
  )
  // Two tables of four columns: the actions and the history.
  assert.equal(widths.length, 8)
  for (const columns of [widths.slice(0, 4), widths.slice(4)]) {
    const whole = columns.reduce((sum, width) => sum + width, 0)
    assert.ok(Math.abs(whole - 15) < 0.05, `${whole} cm`)
  }
})

test('the document and each part of it say their language', () => {
  const [whole] = allIn(opened.styles, 'style:default-style')
  const [, properties] = whole ? elementsIn(whole.children) : []
  assert.equal(properties?.attributes['fo:language'], 'en')
  assert.equal(properties.attributes['fo:country'], 'GB')

  const welsh = propertiesOf(
    opened,
    styleName(withWords('Mae’r geiriau hyn', paragraphs(opened.body))),
  )
  assert.equal(welsh['fo:language'], 'cy')
  assert.equal(welsh['fo:country'], 'none')
  const inList = withWords('Rhestr Gymraeg', allIn(opened.body, 'text:list'))
  const item = withWords('Rhestr Gymraeg', paragraphs(inList))
  assert.equal(propertiesOf(opened, styleName(item))['fo:language'], 'cy')
  assert.equal(namedStyle(opened, styleName(item)), 'List')

  const arabic = propertiesOf(opened, styleName(withWords('هذه كلمات', paragraphs(opened.body))))
  assert.equal(arabic['style:language-complex'], 'ar')
  assert.equal(arabic['style:writing-mode'], 'rl-tb')
  assert.equal(arabic['fo:text-align'], 'right')

  const line = withWords('In a line:', paragraphs(opened.body))
  const phrases = allIn(line, 'text:span')
  const languageOf = (words: string) =>
    propertiesOf(opened, styleName(withWords(words, phrases)))['style:language-complex']
  assert.equal(languageOf('gair'), 'cy')
  assert.equal(languageOf('كلمة'), 'ar')
})

test('a document in a language from right to left is so as a whole', () => {
  const arabic = openOdt(
    odt.write(specimen('/press-releases/specimen-release-ar/'), context),
  ).styles
  const [whole] = allIn(arabic, 'style:default-style')
  const [direction, language] = whole ? elementsIn(whole.children) : []
  assert.equal(direction?.attributes['style:writing-mode'], 'rl-tb')
  assert.equal(language?.attributes['style:language-complex'], 'ar')
  const [page] = allIn(arabic, 'style:page-layout-properties')
  assert.equal(page?.attributes['style:writing-mode'], 'rl-tb')
})

test('scripts and variants of a language are kept', () => {
  const document = openTree(
    { type: 'passage', lang: 'sr-Latn-RS', children: [paragraph(text('Reči'))] },
    { type: 'passage', lang: 'ca-valencia', children: [paragraph(text('Paraules'))] },
  )
  const [serbian, valencian] = paragraphs(document.body).map((each) =>
    propertiesOf(document, styleName(each)),
  )
  assert.equal(serbian?.['fo:script'], 'Latn')
  assert.equal(serbian['fo:country'], 'RS')
  assert.equal(serbian['style:rfc-language-tag'], undefined)
  assert.equal(valencian?.['style:rfc-language-tag'], 'ca-valencia')
})

test('lists are lists, in one another, with the number that they begin with', () => {
  const outer = withWords('First bullet', allIn(opened.body, 'text:list'))
  assert.equal(styleName(outer), 'Bullets')
  const [nested] = allIn(outer, 'text:list')
  assert.ok(nested)
  assert.equal(styleName(nested), 'Bullets')
  const [deep] = allIn(nested, 'text:list')
  assert.ok(deep)
  assert.equal(styleName(deep), 'Numbers')
  const third = allIn(opened.styles, 'text:list-style')
    .filter(({ attributes }) => attributes['style:name'] === 'Numbers')
    .flatMap((style) => elementsIn(style.children))
    .find(({ attributes }) => attributes['text:level'] === '3')
  assert.equal(third?.attributes['style:num-format'], '1')

  const numbered = withWords('Seventh', allIn(opened.body, 'text:list'))
  const starts = elementsIn(numbered.children).map(
    ({ attributes }) => attributes['text:start-value'],
  )
  assert.deepEqual(starts, ['7', undefined, undefined, undefined])
})

const table = (caption: string): Block => ({
  type: 'table',
  caption,
  rowHeaders: false,
  header: [{ children: [text('Head')] }],
  rows: [[{ children: [text('Cell')] }]],
})

test('a table in a list stands between two parts of it, and the numbers go on', () => {
  const tree: Block = {
    type: 'list',
    ordered: true,
    start: 4,
    children: [
      { type: 'listItem', children: [paragraph(text('Four'))] },
      {
        type: 'listItem',
        children: [
          paragraph(text('Five')),
          {
            type: 'list',
            ordered: true,
            start: 1,
            children: [
              { type: 'listItem', children: [paragraph(text('Deep')), table('Of the deep')] },
              { type: 'listItem', children: [paragraph(text('Deeper'))] },
            ],
          },
          paragraph(text('Still five')),
        ],
      },
      { type: 'listItem', children: [paragraph(text('Six'))] },
    ],
  }
  assert.equal(
    wordsOfTree(tree),
    '4 Four 5 Five 1 Deep Of the deep Head Cell 2 Deeper Still five 6 Six',
  )
  for (const item of allIn(openTree(tree).body, 'text:list-item', 'text:list-header')) {
    for (const { name } of elementsIn(item.children)) {
      assert.ok(['text:p', 'text:h', 'text:list'].includes(name), `${name} in a list`)
    }
  }
})

test('an item without words keeps its number', () => {
  const tree: Block = {
    type: 'list',
    ordered: true,
    start: 1,
    children: [[paragraph(text('One'))], [], [paragraph(text('Three'))]].map((children) => ({
      type: 'listItem',
      children,
    })),
  }
  assert.equal(wordsOfTree(tree), '1 One 2 3 Three')
})

test('quotations, in one another and in lists, are in the style for them and further in', () => {
  const document = openTree({
    type: 'blockquote',
    children: [
      paragraph(text('Outer')),
      { type: 'blockquote', children: [paragraph(text('Inner'))] },
      list([[text('Bullet')]]),
    ],
  })
  const [outer, inner, bullet] = paragraphs(document.body)
  assert.ok(outer && inner && bullet)
  assert.equal(styleName(outer), 'Quotations')
  assert.equal(namedStyle(document, styleName(inner)), 'Quotations')
  assert.equal(propertiesOf(document, styleName(inner))['fo:margin-left'], '1.60cm')
  assert.equal(styleName(bullet), 'List')
})

test('quotations as far in for another reason have styles of their own', () => {
  const quotation = (words: string): Block => ({
    type: 'blockquote',
    children: [paragraph(text(words))],
  })
  const document = openTree(
    { type: 'blockquote', children: [quotation('In a quotation')] },
    {
      type: 'list',
      ordered: false,
      start: 1,
      children: [{ type: 'listItem', children: [paragraph(text('Bullet')), quotation('In it')] }],
    },
    { type: 'passage', lang: 'ar', children: [quotation('كلمات')] },
  )
  const [inQuotation, , inList, arabic] = paragraphs(document.body).map((each) =>
    propertiesOf(document, styleName(each)),
  )
  assert.equal(inQuotation?.['fo:margin-left'], '1.60cm')
  assert.equal(inList?.['fo:margin-left'], '1.70cm')
  assert.equal(arabic?.['fo:border-left'], 'none')
})

test('a quotation is said to be of somebody, who stays on the page with it', () => {
  const said = withWords(
    'Ada <Specimen>',
    paragraphs(opened.body).filter((each) => styleName(each) === 'Attribution'),
  )
  assert.equal(propertiesOf(opened, 'Attribution')['fo:keep-with-next'], 'always')
  const all = paragraphs(opened.body)
  const next = all[all.indexOf(said) + 1]
  assert.equal(next && styleName(next), 'Quotations')
})

test('pictures are in the package, say what they show, and keep their proportions', () => {
  const frames = allIn(opened.body, 'draw:frame')
  const alts = frames.map((frame) => allIn(frame, 'svg:title').map(textIn).join(''))
  assert.deepEqual(alts, [
    'A made-up tower of "specimens" & <samples>',
    'A "tower" & <b>its</b> shadow',
    '',
    'The tower by night',
  ])
  for (const frame of frames) {
    const [image] = allIn(frame, 'draw:image')
    const path = image?.attributes['xlink:href'] ?? ''
    const src = path === 'Pictures/1.png' ? 'specimen-tower.png' : 'specimen-pattern.png'
    assert.deepEqual(opened.files[path], context.readPicture(`/images/${src}`))
  }
  const decorative = frames.map(
    ({ attributes }) =>
      propertiesOf(opened, attributes['draw:style-name'] ?? '')['loext:decorative'],
  )
  assert.deepEqual(decorative, [undefined, undefined, 'true', undefined])
})

test('a picture is as wide as the text at most, and less in a list', () => {
  const figure = (width: number, height: number): Block => ({
    type: 'figure',
    picture: { src: '/images/specimen-tower.png', alt: 'Tower', width, height },
  })
  const { body } = openTree(figure(2000, 1000), figure(1000, 4000), figure(96, 48), {
    type: 'list',
    ordered: false,
    start: 1,
    children: [{ type: 'listItem', children: [figure(2000, 1000)] }],
  })
  const sizes = allIn(body, 'draw:frame').map(({ attributes }) => [
    attributes['svg:width'],
    attributes['svg:height'],
  ])
  assert.deepEqual(sizes, [
    ['15.00cm', '7.50cm'],
    ['4.50cm', '18.00cm'],
    ['2.54cm', '1.27cm'],
    ['14.10cm', '7.05cm'],
  ])
})

test('a mark leads to its note at the end, and the note leads back', () => {
  const marks = allIn(opened.body, 'text:a').filter(
    ({ attributes }) => attributes['xlink:href'] === '#note-second-specimen-note',
  )
  assert.equal(marks.length, 1)
  assert.equal(marks[0]?.attributes['office:title'], 'Note: second words & more')
  const note = withWords('Does it end with a question?', paragraphs(opened.body))
  assert.deepEqual(
    allIn(note, 'text:bookmark').map(({ attributes }) => attributes['text:name']),
    ['note-second-specimen-note'],
  )
  const back = withWords('Back to “second words & more”', paragraphs(opened.body))
  const [way] = allIn(back, 'text:a')
  const target = (way?.attributes['xlink:href'] ?? '').slice(1)
  const marked = withWords('second words & more', paragraphs(opened.body))
  assert.ok(
    allIn(marked, 'text:bookmark').some(({ attributes }) => attributes['text:name'] === target),
  )
})

test('the list of contents leads to the parts of a long publication', () => {
  const entries = paragraphs(openOdt(odt.write(realPlan, real.context)).body).filter((each) =>
    styleName(each).startsWith('Contents_20_e'),
  )
  assert.equal(entries[0] && textIn(entries[0]), 'Timeline')
  assert.ok(entries.every((entry) => allIn(entry, 'text:a').length === 1))
})

test('code is in no language, and from left to right in every document', () => {
  const document = openTree({
    type: 'passage',
    lang: 'ar',
    children: [{ type: 'code', value: 'a' }],
  })
  const [code] = paragraphs(document.body)
  const properties = propertiesOf(document, code ? styleName(code) : '')
  assert.equal(properties['fo:language'], 'zxx')
  assert.equal(properties['style:writing-mode'], 'lr-tb')
})

test('no space, tab or new line is lost', () => {
  const code = '  two\n\n\tone  tab \n x'
  const { body } = openTree(
    { type: 'code', value: code },
    paragraph(
      text('a '),
      { type: 'strong', children: [text(' b')] },
      text('  c'),
      { type: 'break' },
      text('d'),
    ),
  )
  const [first, second] = paragraphs(body)
  assert.ok(first && second)
  assert.equal(textIn(first), code)
  assert.equal(textIn(second), 'a  b  c\nd')
  for (const each of [first, second]) {
    // What a reader of OpenDocument does with spaces that have no element (part 3, 6.1.2).
    const typed = (node: ElementContent): string =>
      node.type === 'text'
        ? node.value
        : node.type === 'element'
          ? node.children.map(typed).join('')
          : ''
    assert.doesNotMatch(typed(each), /^ |[ \t\n]{2}|[\t\n]/)
  }
})

test('words that look like the end of CDATA are words', () => {
  assert.equal(
    textIn(withWords('CDATA', paragraphs(openTree(paragraph(text('CDATA ]]> & <![CDATA['))).body))),
    'CDATA ]]> & <![CDATA[',
  )
})

test('the file says what it is, whose, of when and under which terms', () => {
  const [meta] = allIn(opened.meta, 'office:meta')
  assert.ok(meta)
  const facts = elementsIn(meta.children).map((element) => [
    element.attributes['meta:name'] ?? element.name,
    textIn(element),
  ])
  assert.deepEqual(Object.fromEntries(facts), {
    'meta:generator': context.site.name,
    'dc:title': 'A <specimen> & its "title", with \'quotes\'',
    'dc:description': release.data.summary,
    'meta:initial-creator': 'Ministry of Specimens & Samples <Made Up> and Council of Nowhere',
    'dc:creator': 'Ministry of Specimens & Samples <Made Up> and Council of Nowhere',
    'meta:creation-date': '2020-01-15T00:00:00',
    'dc:date': release.data.updatedAt,
    'dc:language': 'en-GB',
    Publisher: 'Ministry of Specimens & Samples <Made Up> and Council of Nowhere',
    Rights: context.site.disclaimer,
    Address: `${siteUrl}/press-releases/specimen-release/`,
  })
})

test('each page says whose it is, where it comes from, and which of how many', () => {
  const [footer] = allIn(opened.styles, 'style:footer')
  assert.ok(footer)
  assert.deepEqual(paragraphs(footer).map(textIn), [
    'A <specimen> & its "title", with \'quotes\'',
    `${siteUrl}/press-releases/specimen-release/`,
    'Page 1 of 1',
  ])
  assert.equal(allIn(footer, 'text:page-number').length, 1)
  assert.equal(allIn(footer, 'text:page-count').length, 1)
  const arabic = openOdt(odt.write(specimen('/press-releases/specimen-release-ar/'), context))
  const [, , pages] = paragraphs(arabic.styles)
  const english = propertiesOf(arabic, pages ? styleName(pages) : '')
  assert.equal(english['fo:language'], 'en')
  assert.equal(english['style:writing-mode'], 'lr-tb')
  const long = { ...release, data: { ...release.data, title: 'Words and more words, '.repeat(5) } }
  const [cut] = paragraphs(openOdt(odt.write(long, context)).styles)
  assert.equal(
    cut && textIn(cut),
    'Words and more words, Words and more words, Words and more words …',
  )
})

test('pages are A4, and words 12 points, dark, and never justified', () => {
  const [page] = allIn(opened.styles, 'style:page-layout-properties')
  assert.equal(page?.attributes['fo:page-width'], '21cm')
  assert.equal(page.attributes['fo:page-height'], '29.7cm')
  const [whole] = allIn(opened.styles, 'style:default-style')
  const [lines, letters] = whole ? elementsIn(whole.children) : []
  assert.equal(lines?.attributes['fo:text-align'], 'left')
  assert.equal(lines.attributes['fo:line-height'], '135%')
  assert.equal(letters?.attributes['fo:font-size'], '12pt')
  assert.equal(letters.attributes['style:font-name'], 'Liberation Sans')
  const colours = [opened.content, opened.styles]
    .flatMap((root) => allIn(root, 'style:text-properties'))
    .flatMap(({ attributes }) => attributes['fo:color'] ?? [])
  assert.ok(colours.length > 3)
  for (const colour of colours) {
    assert.ok(1.05 / (luminance(colour) + 0.05) >= 7, `${colour} on white`)
    assert.ok((luminance('#f3f0e8') + 0.05) / (luminance(colour) + 0.05) >= 7, `${colour} on tint`)
  }
})

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const place = { file: 'content/press-releases/made-up.mdx', line: 7, column: 3 }

test('a character that XML cannot hold is an error with its place, emoji are none', () => {
  const bad: Publication = {
    ...release,
    tree: [{ ...paragraph(text('a\u0001b\uFFFE 👩🏽‍🔬 \uD800')), place }],
    data: { ...release.data, summary: 'A summary\u0002' },
  }
  const found = odt.problems?.(bad, context) ?? []
  assert.deepEqual(
    found.map(({ what, file, line }) => [/U\+[0-9A-F]{4}/.exec(what)?.[0], file, line]),
    [
      ['U+0001', place.file, 7],
      ['U+FFFE', place.file, 7],
      ['U+D800', place.file, 7],
      ['U+0002', release.file, 1],
    ],
  )
  assert.throws(() => odt.write(bad, context), ContentError)
  assert.deepEqual(odt.problems?.(release, context), [])
})

test('a picture that LibreOffice cannot show is an error with its place, whatever its name is', () => {
  const bitmap = new Uint8Array(54)
  bitmap.set([0x42, 0x4d])
  bitmap.set([16, 0, 0, 0, 9, 0, 0, 0], 18)
  const using = { ...context, readPicture: () => bitmap }
  const bad: Publication = {
    ...release,
    tree: [
      section('part', 'Part', [
        {
          type: 'figure',
          place,
          picture: { src: '/images/tower.png', alt: 'Tower', width: 1, height: 1 },
        },
      ]),
    ],
  }
  const found = odt.problems?.(bad, using) ?? []
  assert.equal(found.length, 1)
  assert.equal(found[0]?.line, 7)
  assert.match(found[0].what, /tower\.png/)
  assert.throws(() => odt.write(bad, using), ContentError)
})
