import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Publication } from '../../../src/document/library.ts'
import { list, paragraph, text as words } from '../../../src/document/nodes.ts'
import { ContentError } from '../../../src/document/problems.ts'
import type { Block } from '../../../src/document/vocabulary.ts'
import { docx } from '../../../src/formats/word/docx.ts'
import { text } from '../../../src/formats/text.ts'
import type { FormatContext } from '../../../src/formats/writers.ts'
import { readText } from '../../site/reading.ts'
import { tinyPng } from '../document/made-up-content.ts'
import { digestElsewhere, digestOf } from './digests.ts'
import {
  all,
  at,
  charactersOf,
  childrenOf,
  ListNumbers,
  readDocx,
  styleOf,
  valueOf,
  WordPackage,
  type Element,
} from './read-docx.ts'
import {
  addresses,
  asHtml,
  context,
  inOneLine,
  readPage,
  real,
  siteUrl,
  specimen,
} from './written.ts'

const isFiled = (address: string) => /^\/(press-releases|action-plans)\/./.test(address)
const publications: readonly (readonly [string, Publication, FormatContext])[] = [
  ...[...real.published].map(([address, each]) => [address, each, real.context] as const),
  ...addresses.map((address) => [address, specimen(address), context] as const),
].filter(([address]) => isFiled(address))

const open = (publication: Publication, using = context) =>
  new WordPackage(docx.write(publication, using))

const release = specimen('/press-releases/specimen-release/')
const plan = specimen('/action-plans/specimen-plan/')
const arabic = specimen('/press-releases/specimen-release-ar/')
const releaseFile = open(release)
const releaseDocument = releaseFile.part('word/document.xml')
const releaseStyles = releaseFile.part('word/styles.xml')

/** A publication that holds some blocks and nothing else. */
const holding = (...tree: Block[]): Publication => ({ ...release, tree })
const documentOf = (publication: Publication) => open(publication).part('word/document.xml')
const paragraphsOf = (document: Element) => all(document, 'w:p')

function styleNamed(id: string, styles = releaseStyles): Element {
  const style = all(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id)
  assert.ok(style, `there is a style ${id}`)
  return style
}

/** What a style says, or the style that it is based on. */
function inherited(id: string, ...names: string[]): Element | undefined {
  const style = styleNamed(id)
  const base = valueOf(at(style, 'w:basedOn'))
  return at(style, ...names) ?? (base === undefined ? undefined : inherited(base, ...names))
}

/** The level of a heading from 1, as the navigation pane of Word shows it. */
function headingLevel(each: Element): number | undefined {
  const level = valueOf(inherited(styleOf(each), 'w:pPr', 'w:outlineLvl'))
  return level === undefined ? undefined : Number(level) + 1
}

for (const [address, publication, using] of publications) {
  test(`every word of ${address} is in the document, in order, with what its structure says`, () => {
    assert.deepEqual(
      readDocx(docx.write(publication, using)),
      readText(text.write(publication, using)),
    )
  })

  test(`${address} has the headings of its page, at their levels`, () => {
    const onPage = [...asHtml(publication).matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/g)].map(
      ([, level, heading = '']) => [Number(level), readPage(heading)],
    )
    const inFile = paragraphsOf(open(publication, using).part('word/document.xml')).flatMap(
      (each) => {
        const level = headingLevel(each)
        return level === undefined ? [] : [[level, inOneLine(charactersOf(each))]]
      },
    )
    assert.deepEqual(inFile, onPage)
    const levels = inFile.map(([level]) => Number(level))
    assert.equal(levels.filter((level) => level === 1).length, 1)
    levels.forEach((level, index) => {
      assert.ok(level <= (levels[index - 1] ?? 0) + 1, `level ${level} after ${levels[index - 1]}`)
    })
  })

  test(`every way in ${address} leads somewhere`, () => {
    const file = open(publication, using)
    const document = file.part('word/document.xml')
    const places = all(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name'])
    for (const place of places) assert.match(place ?? '', /^[A-Za-z]\w{0,39}$/)
    assert.deepEqual(places, [...new Set(places)])
    const ids = all(document, 'w:bookmarkStart').map(({ attributes }) => attributes['w:id'])
    assert.deepEqual(
      ids,
      ids.map((_, index) => String(index + 1)),
    )
    assert.equal(all(document, 'w:bookmarkEnd').length, ids.length)
    const targets = relationshipsOf(file, 'document')
    const links = all(document, 'w:hyperlink')
    assert.ok(links.length > 0)
    for (const { attributes } of links) {
      const anchor = attributes['w:anchor']
      if (anchor) assert.ok(places.includes(anchor), anchor)
      else assert.match(targets.get(attributes['r:id'] ?? '') ?? '', /^(https?:\/\/|mailto:|tel:)/)
    }
  })

  test(`the package of ${address} is whole`, () => {
    const file = open(publication, using)
    const types = file.part('[Content_Types].xml')
    const ofPart = new Set(all(types, 'Override').map(({ attributes }) => attributes.PartName))
    const ofEnding = new Set(all(types, 'Default').map(({ attributes }) => attributes.Extension))
    for (const path of Object.keys(file.files)) {
      assert.ok(ofPart.has(`/${path}`) || ofEnding.has(path.split('.').at(-1)), path)
      if (/\.(xml|rels)$/.test(path)) file.part(path)
    }
    for (const name of ['document', 'footer'] as const) {
      for (const target of relationshipsOf(file, name).values()) {
        assert.ok(/^[a-z]+:/.test(target) || file.files[`word/${target}`], target)
      }
      const used = all(file.part(`word/${name}.xml`), 'w:hyperlink').concat(
        all(file.part(`word/${name}.xml`), 'a:blip'),
      )
      for (const { attributes } of used) {
        const id = attributes['r:id'] ?? attributes['r:embed']
        if (id) assert.ok(relationshipsOf(file, name).has(id), id)
      }
    }
    for (const style of new Set(paragraphsOf(file.part('word/document.xml')).map(styleOf))) {
      styleNamed(style)
    }
  })

  test(`${address} has no text box, no tab and no empty paragraph for layout`, () => {
    const document = open(publication, using).part('word/document.xml')
    for (const name of ['w:txbxContent', 'w:pict', 'w:tab', 'w:framePr', 'w:sdt']) {
      assert.deepEqual(all(document, name), [])
    }
    for (const each of paragraphsOf(document)) {
      assert.ok(charactersOf(each).trim() !== '' || all(each, 'w:drawing').length > 0)
    }
  })

  test(`${address} gives the same bytes again`, () => {
    assert.deepEqual(docx.write(publication, using), docx.write(publication, using))
  })
}

/** Targets by their id. */
function relationshipsOf(file: WordPackage, name: 'document' | 'footer'): Map<string, string> {
  const found = all(file.part(`word/_rels/${name}.xml.rels`), 'Relationship')
  return new Map(found.map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']))
}

test('the same bytes are written twice, and by another process', () => {
  const here = digestOf(docx)
  assert.equal(digestOf(docx), here)
  assert.equal(digestElsewhere('word/docx.ts', 'docx'), here)
})

test('the properties of the file say what it is, in the publication’s own dates', () => {
  const properties = Object.fromEntries(
    childrenOf(releaseFile.part('docProps/core.xml')).map((each) => [
      each.name,
      each.children.map((node) => (node.type === 'text' ? node.value : '')).join(''),
    ]),
  )
  const publisher = 'Ministry of Specimens & Samples <Made Up> and Council of Nowhere'
  assert.ok(release.collection === 'press-releases')
  assert.deepEqual(properties, {
    'dc:title': 'A <specimen> & its "title", with \'quotes\'',
    'dc:creator': publisher,
    'dc:description': 'A made-up announcement that holds everything that an announcement can hold.',
    'dc:identifier': `${siteUrl}/press-releases/specimen-release/`,
    'dc:language': 'en-GB',
    'cp:lastModifiedBy': publisher,
    'dcterms:created': '2020-01-15T00:00:00Z',
    'dcterms:modified': new Date(release.data.updatedAt).toISOString().replace('.000', ''),
  })
  const own = all(releaseFile.part('docProps/custom.xml'), 'property').map((each) => [
    each.attributes.name,
    at(each, 'vt:lpwstr')?.children.map((node) => (node.type === 'text' ? node.value : '')),
  ])
  assert.deepEqual(own, [
    ['Publisher', [publisher]],
    ['Rights', [context.site.disclaimer]],
    ['Source', [`${siteUrl}/press-releases/specimen-release/`]],
  ])
})

test('the styles that Word knows are those, and the first one is the document’s', () => {
  const names = new Map(
    all(releaseStyles, 'w:style').map((style) => [
      style.attributes['w:styleId'],
      valueOf(at(style, 'w:name')),
    ]),
  )
  assert.equal(names.size, all(releaseStyles, 'w:style').length)
  for (const [id, name] of [
    ['Normal', 'Normal'],
    ['Heading1', 'heading 1'],
    ['Heading6', 'heading 6'],
    ['ListBullet', 'List Bullet'],
    ['ListNumber', 'List Number'],
    ['ListContinue', 'List Continue'],
    ['Quote', 'Quote'],
    ['Caption', 'caption'],
    ['Hyperlink', 'Hyperlink'],
    ['Strong', 'Strong'],
    ['Emphasis', 'Emphasis'],
    ['TOC1', 'toc 1'],
    ['Footer', 'footer'],
  ]) {
    assert.equal(names.get(id), name)
  }
  const based = all(releaseStyles, 'w:basedOn').concat(all(releaseStyles, 'w:next'))
  for (const each of based) styleNamed(valueOf(each) ?? '')
})

test('letters stand out from what is behind them by 7 to 1 and more (WCAG 2.2, 1.4.6)', () => {
  const fills = all(releaseStyles, 'w:shd').map(({ attributes }) => attributes['w:fill'] ?? '')
  const letters = all(releaseStyles, 'w:color').map(valueOf)
  assert.ok(fills.length > 0 && letters.length > 0)
  for (const letter of letters) {
    for (const fill of ['FFFFFF', ...fills]) {
      assert.ok(contrast(letter ?? '', fill) >= 7, `${letter} on ${fill}`)
    }
  }
})

/** WCAG 2.2, “contrast ratio”. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

test('text is 12 points in a sans serif, on A4, from the left, with room between lines', () => {
  const look = at(releaseStyles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr')
  assert.equal(valueOf(at(look, 'w:sz')), '24')
  assert.equal(at(look, 'w:rFonts')?.attributes['w:ascii'], 'Arial')
  const spacing = at(releaseStyles, 'w:docDefaults', 'w:pPrDefault', 'w:pPr', 'w:spacing')
  assert.equal(Number(spacing?.attributes['w:line']) / 240, 1.4)
  const size = at(releaseDocument, 'w:body', 'w:sectPr', 'w:pgSz')?.attributes
  assert.deepEqual([size?.['w:w'], size?.['w:h']], ['11906', '16838'])
  assert.deepEqual(all(releaseDocument, 'w:jc'), [])
  for (const style of ['Heading1', 'Heading2', 'Heading3', 'Heading4']) {
    assert.ok(Number(valueOf(inherited(style, 'w:rPr', 'w:sz'))) > 24)
  }
})

const tables = all(releaseDocument, 'w:tbl')
const rowsOf = (table: Element) => childrenOf(table).filter(({ name }) => name === 'w:tr')
const isBold = (cell: Element) =>
  inherited(styleOf(at(cell, 'w:p') ?? cell), 'w:rPr', 'w:b') !== undefined

test('a table has a header row, which is said again on each page, and rows that stay whole', () => {
  assert.equal(tables.length, 2)
  for (const table of tables) {
    const headers = rowsOf(table).map((row) => Boolean(at(row, 'w:trPr', 'w:tblHeader')))
    assert.deepEqual(headers, [true, ...headers.slice(1).map(() => false)])
    assert.ok(rowsOf(table).every((row) => at(row, 'w:trPr', 'w:cantSplit')))
    assert.equal(at(table, 'w:tblPr', 'w:tblLook')?.attributes['w:firstRow'], '1')
    const [header] = rowsOf(table)
    assert.ok(header && all(header, 'w:tc').every(isBold))
  }
})

test('the first cell of a row is a header cell where the writer said so, and only there', () => {
  const looks = tables.map((each) => at(each, 'w:tblPr', 'w:tblLook')?.attributes)
  assert.deepEqual(
    looks.map((look) => look?.['w:firstColumn']),
    ['1', '0'],
  )
  // 0x20 is the first row, 0x80 the first column (ECMA-376, part 1, section 17.4.55).
  assert.deepEqual(
    looks.map((look) => Number.parseInt(look?.['w:val'] ?? '', 16) & 0xa0),
    [0xa0, 0x20],
  )
  const bold = tables.map((table) => rowsOf(table).map((row) => all(row, 'w:tc').map(isBold)))
  const [first, second] = bold
  assert.deepEqual(first, [
    [true, true, true],
    [true, false, false],
    [true, false, false],
  ])
  assert.deepEqual(second, [
    [true, true],
    [false, false],
  ])
})

test('a table has a caption above it, and a title and a description for the ear', () => {
  const blocks = childrenOf(at(releaseDocument, 'w:body') ?? releaseDocument)
  const captions = tables.map((table) => blocks[blocks.indexOf(table) - 1])
  for (const [index, caption] of captions.entries()) {
    assert.ok(caption)
    assert.equal(styleOf(caption), 'Caption')
    assert.ok(at(caption, 'w:pPr', 'w:keepNext'))
    const title = valueOf(at(tables[index], 'w:tblPr', 'w:tblCaption'))
    assert.equal(charactersOf(caption), title)
  }
  assert.deepEqual(
    tables.map((table) => valueOf(at(table, 'w:tblPr', 'w:tblDescription'))),
    [
      'Three columns and two rows below a row of column headings; the first cell of each row is its heading.',
      'Two columns and one row below a row of column headings.',
    ],
  )
})

test('the columns of a table fill the width of the text', () => {
  const widths = all(tables[0] ?? releaseDocument, 'w:gridCol').map(({ attributes }) =>
    Number(attributes['w:w']),
  )
  const sum = widths.reduce((all, each) => all + each, 0)
  assert.ok(Math.abs(sum - 9026) <= widths.length, String(sum))
})

/** The runs that say some words. */
const runsOf = (document: Element, said: string) =>
  all(document, 'w:r').filter((run) => charactersOf(run) === said)

test('the language of the document and of each part is marked', () => {
  const lang = (styles: Element) =>
    at(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')?.attributes
  assert.equal(lang(releaseStyles)?.['w:val'], 'en-GB')
  assert.deepEqual(lang(open(arabic).part('word/styles.xml')), {
    'w:val': 'ar',
    'w:eastAsia': 'ar',
    'w:bidi': 'ar',
  })
  for (const said of ['rhestrau', 'gair ', 'Rhestr Gymraeg', 'dau', 'Cymraeg']) {
    for (const run of runsOf(releaseDocument, said)) {
      assert.equal(valueOf(at(run, 'w:rPr', 'w:lang')), 'cy', said)
    }
    assert.ok(runsOf(releaseDocument, said).length > 0)
  }
})

test('words written from the right are marked so, in paragraphs that are, and in no others', () => {
  const [phrase] = runsOf(releaseDocument, 'كلمة عربية')
  assert.ok(at(phrase, 'w:rPr', 'w:rtl'))
  assert.equal(at(phrase, 'w:rPr', 'w:lang')?.attributes['w:bidi'], 'ar')
  const rightToLeft = paragraphsOf(releaseDocument).filter((each) => at(each, 'w:pPr', 'w:bidi'))
  assert.deepEqual(rightToLeft.map(charactersOf), ['هذه كلمات مختلقة.'])
})

test('in an Arabic document no Latin letter is marked as written from the right', () => {
  const document = documentOf(arabic)
  assert.ok(at(document, 'w:body', 'w:sectPr', 'w:bidi'))
  assert.ok(paragraphsOf(document).every((each) => at(each, 'w:pPr', 'w:bidi')))
  for (const run of all(document, 'w:r')) {
    const isMarked = at(run, 'w:rPr', 'w:rtl') !== undefined
    assert.doesNotMatch(charactersOf(run), isMarked ? /\p{Script=Latin}/u : /\p{Script=Arabic}/u)
  }
  const mixed = { ...arabic, tree: [paragraph(words('كتاب PDF A و B.'))] }
  const pieces = all(documentOf(mixed), 'w:r').map((run) => [
    charactersOf(run),
    at(run, 'w:rPr', 'w:rtl') !== undefined,
  ])
  assert.deepEqual(pieces, [
    ['كتاب ', true],
    ['PDF A', false],
    [' و ', true],
    ['B', false],
    ['.', true],
  ])
})

/** The items of the lists of a document: their sign, their style, and their words. */
function itemsOf(publication: Publication): string[][] {
  const file = open(publication)
  const numbers = new ListNumbers(file.part('word/numbering.xml'))
  return paragraphsOf(file.part('word/document.xml')).flatMap((each) => {
    const sign = numbers.next(each)
    return sign === '' ? [] : [[sign, styleOf(each), charactersOf(each)]]
  })
}

test('lists are lists of Word, with their numbers, and each begins where it says', () => {
  const items = itemsOf(release).map(([sign, style, said = '']) => [
    sign,
    style,
    said.replace(/[ ,].*/, ''),
  ])
  assert.deepEqual(items.slice(0, 8), [
    ['•', 'ListBullet', 'First'],
    ['–', 'ListBullet', 'Nested'],
    ['1.', 'ListNumber', 'Deep'],
    ['•', 'ListBullet', 'Second'],
    ['7.', 'ListNumber', 'Seventh'],
    ['8.', 'ListNumber', 'Eighth'],
    ['9.', 'ListNumber', 'Ninth'],
    ['10.', 'ListNumber', 'Tenth'],
  ])
  const actions = items.slice(items.findIndex(([, , said]) => said === 'To'))
  assert.deepEqual(
    actions.flatMap(([sign, style]) => (style === 'ListNumber' ? [sign] : [])),
    ['1.', '2.', '3.', '4.'],
  )
  const more = paragraphsOf(releaseDocument).find(
    (each) => charactersOf(each) === 'with a second paragraph',
  )
  assert.ok(more)
  assert.equal(styleOf(more), 'ListContinue')
  assert.equal(at(more, 'w:pPr', 'w:ind')?.attributes['w:left'], '454')
})

const ordered = (start: number, ...items: Block[][]): Block => ({
  type: 'list',
  ordered: true,
  start,
  children: items.map((children) => ({ type: 'listItem', children })),
})

test('a list inside an item takes no number from the list around it', () => {
  const inner = ordered(5, [paragraph(words('five'))], [paragraph(words('six'))])
  const outer = ordered(
    0,
    [paragraph(words('zero')), inner],
    [paragraph(words('one')), ordered(1, [paragraph(words('first'))])],
    [inner],
    [],
    [paragraph(words('four'))],
  )
  const items = itemsOf(holding(outer, inner)).map(([sign, , said]) => `${sign} ${said}`)
  assert.deepEqual(items, [
    '0. zero',
    '5. five',
    '6. six',
    '1. one',
    '1. first',
    '2. ',
    '5. five',
    '6. six',
    '3. ',
    '4. four',
    '5. five',
    '6. six',
  ])
})

test('a list that is deeper than Word knows keeps its signs and goes on to the right', () => {
  const deep = Array.from({ length: 12 }).reduce<Block>(
    (inside, _, index) => ordered(1, [paragraph(words(`level ${12 - index}`)), inside]),
    paragraph(words('end')),
  )
  const document = documentOf(holding(deep))
  assert.deepEqual(
    itemsOf(holding(deep)).map(([sign]) => sign),
    Array(12).fill('1.'),
  )
  assert.ok(all(document, 'w:ilvl').every((each) => Number(valueOf(each)) <= 8))
  const left = all(document, 'w:ind').map(({ attributes }) => Number(attributes['w:left']))
  assert.deepEqual(
    left,
    [10, 11, 12, 12].map((level) => level * 454),
  )
})

test('a mark leads to its note and the note back, with words for both', () => {
  const marks = all(releaseDocument, 'w:hyperlink').filter(({ attributes }) =>
    attributes['w:tooltip']?.startsWith('Note: '),
  )
  assert.deepEqual(
    marks.map((mark) => [
      charactersOf(mark),
      mark.attributes['w:tooltip'],
      mark.attributes['w:anchor'],
    ]),
    [
      ['<', 'Note: specimen words', 'note_specimen_note'],
      ['<', 'Note: specimen words', 'note_specimen_note'],
      ['[2]', 'Note: second words & more', 'note_second_specimen_note'],
    ],
  )
  const note = paragraphsOf(releaseDocument).find((each) =>
    all(each, 'w:bookmarkStart').some(
      ({ attributes }) => attributes['w:name'] === 'note_second_specimen_note',
    ),
  )
  assert.ok(note)
  assert.equal(charactersOf(note), '2 Does it end with a question?')
  assert.equal(styleOf(note), 'NotetoEditors')
  const back = all(releaseDocument, 'w:hyperlink').find(
    (each) => charactersOf(each) === 'Back to “second words & more” in the text',
  )
  assert.equal(back?.attributes['w:anchor'], 'mark_second_specimen_note')
})

test('a part of the page is a place in the document, and what no format has is only words', () => {
  const inside = all(releaseDocument, 'w:hyperlink').find(
    (each) => charactersOf(each) === 'that part',
  )
  assert.equal(inside?.attributes['w:anchor'], 'numbers_in_a_table')
  const nowhere: Block = paragraph({ type: 'link', address: '#top', children: [words('up')] })
  assert.deepEqual(all(documentOf(holding(nowhere)), 'w:hyperlink'), [])
  assert.equal(runsOf(documentOf(holding(nowhere)), 'up').length, 1)
})

test('long and like names of places stay apart', () => {
  const id = 'a-very-long-name-of-a-part-which-word-would-cut-off'
  const ids = [id, `${id}-too`, 'A-very_long', 'a-very-long', '2020']
  const parts = ids.map((id): Block => ({
    type: 'heading',
    depth: 2,
    id,
    children: [words(id)],
  }))
  const names = all(documentOf(holding(...parts)), 'w:bookmarkStart').map(
    ({ attributes }) => attributes['w:name'],
  )
  assert.deepEqual(names, [
    'a_very_long_name_of_a_part_which_word_wo',
    'a_very_long_name_of_a_part_which_w_2',
    'A_very_long',
    'a_very_long_2',
    'p2020',
  ])
})

test('addresses are ones that Word takes, and the same address has one entry', () => {
  const targets = [...relationshipsOf(releaseFile, 'document').values()]
  assert.ok(
    targets.includes(
      'https://nowhere.example/a/very/long/address/that/cannot/be/broken/anywhere/at/all/index.html?query=1&other=%222%22',
    ),
  )
  assert.ok(targets.includes(`${siteUrl}/action-plans/specimen-plan/#first-specimen`))
  assert.ok(targets.includes('mailto:press@specimens.example'))
  assert.deepEqual(targets, [...new Set(targets)])
  const odd = ['https://a.example/?q={b|c}^`"é', 'mailto:a b@c.example', '/search/?q=a b']
  const written = odd.map((address) =>
    paragraph({ type: 'link', address, children: [words(address)] }),
  )
  const more = [...relationshipsOf(open(holding(...written)), 'document').values()]
  assert.ok(more.includes('https://a.example/?q=%7Bb%7Cc%7D%5E%60%22%C3%A9'))
  for (const target of [...targets, ...more]) {
    assert.doesNotMatch(target, /[\s"<>\\^`{|}]|[^\x21-\x7e]/)
  }
})

test('pictures have their words, their size and their bytes; a decorative one is marked so', () => {
  const pictures = all(releaseDocument, 'wp:inline')
  const described = pictures.map((each) => at(each, 'wp:docPr'))
  assert.deepEqual(
    described.map((each) => each?.attributes.descr),
    [
      'A made-up tower of "specimens" & <samples>',
      'A "tower" & <b>its</b> shadow',
      '',
      'The tower by night',
    ],
  )
  assert.deepEqual(
    described.map((each) => each && all(each, 'adec:decorative')[0]?.attributes.val),
    [undefined, undefined, '1', undefined],
  )
  assert.deepEqual(
    described.map((each) => each?.attributes.id),
    ['1', '2', '3', '4'],
  )
  // 9,525 English metric units are a pixel.
  assert.deepEqual(at(pictures[0], 'wp:extent')?.attributes, { cx: '152400', cy: '85725' })
  const media = Object.keys(releaseFile.files).filter((path) => path.includes('media'))
  assert.deepEqual(media, ['word/media/picture1.png', 'word/media/picture2.png'])
  assert.deepEqual(
    new Uint8Array(releaseFile.files['word/media/picture1.png'] ?? []),
    context.readPicture('/images/specimen-tower.png'),
  )
})

test('a large picture fits the page and keeps its proportions', () => {
  const large = (width: number, height: number): Block => ({
    type: 'figure',
    picture: { src: '/images/specimen-tower.png', alt: 'Large', width, height },
  })
  const document = documentOf(holding(large(4000, 1000), large(1000, 4000)))
  const [wide, tall] = all(document, 'wp:extent').map(({ attributes }) =>
    [attributes.cx, attributes.cy].map(Number),
  )
  // 914,400 English metric units are an inch: A4 less 5.08 cm is 6.27 inches.
  assert.deepEqual(wide, [9026 * 635, Math.round((9026 * 635) / 4)])
  assert.deepEqual(tall, [(10800 * 635) / 4, 10800 * 635])
})

test('who speaks stays with what is said, in quotes of Word', () => {
  const blocks = paragraphsOf(releaseDocument)
  const index = blocks.findIndex((each) => charactersOf(each).startsWith('Page of a witness'))
  assert.deepEqual(
    blocks.slice(index, index + 2).map((each) => [styleOf(each), charactersOf(each)]),
    [
      ['QuoteAttribution', 'Page of a witness: Specimen, Witness, said:'],
      ['Quote', '“Specimen!”'],
    ],
  )
  assert.ok(inherited('QuoteAttribution', 'w:pPr', 'w:keepNext'))
})

test('stress is a style of Word, and what is stressed twice, or in a link, is both', () => {
  const look = (said: string, document = releaseDocument) => {
    const [run] = runsOf(document, said)
    const properties = at(run, 'w:rPr')
    const others = properties ? childrenOf(properties).map(({ name }) => name) : []
    return [valueOf(at(properties, 'w:rStyle')), ...others.slice(1)]
  }
  assert.deepEqual(look('stressed'), ['Emphasis'])
  assert.deepEqual(look('strong'), ['Strong'])
  assert.deepEqual(look('both'), ['Strong', 'w:i', 'w:iCs'])
  assert.deepEqual(look('report'), ['Hyperlink', 'w:i', 'w:iCs'])
  assert.deepEqual(look('code <b>&amp;</b>'), ['HTMLCode'])
  const bold: Block = paragraph({
    type: 'link',
    address: '/a/',
    children: [{ type: 'strong', children: [{ type: 'inlineCode', value: 'all' }] }],
  })
  assert.deepEqual(look('all', documentOf(holding(bold))), [
    'Hyperlink',
    'w:rFonts',
    'w:b',
    'w:bCs',
  ])
})

test('code keeps its lines, its spaces and its tabs', () => {
  const code: Block = { type: 'code', value: 'one  two\n\tthree' }
  const [only] = paragraphsOf(documentOf(holding(code)))
  assert.ok(only)
  assert.equal(styleOf(only), 'HTMLPreformatted')
  const parts = all(only, 'w:r').flatMap((run) => childrenOf(run).map(({ name }) => name))
  assert.deepEqual(parts, ['w:t', 'w:br', 'w:tab', 'w:t'])
  assert.equal(charactersOf(only), 'one  twothree')
})

test('what ends a CDATA section in XML stays in a sentence', () => {
  const document = documentOf(holding(paragraph(words('CDATA ]]> & <![CDATA['))))
  assert.equal(charactersOf(document), 'CDATA ]]> & <![CDATA[')
})

test('emoji stay', () => {
  assert.ok(charactersOf(releaseDocument).includes('an emoji 👩🏽‍🔬 and'))
})

test('each page says what it is, where it stands, and which page of how many', () => {
  const footer = releaseFile.part('word/footer.xml')
  const reference = all(releaseDocument, 'w:footerReference')[0]?.attributes
  assert.equal(reference?.['w:type'], 'default')
  assert.deepEqual(paragraphsOf(footer).map(charactersOf), [
    'A <specimen> & its "title", with \'quotes\'',
    `${siteUrl}/press-releases/specimen-release/`,
    'Page 1 of 1',
  ])
  assert.deepEqual(
    all(footer, 'w:fldSimple').map(({ attributes }) => attributes['w:instr']?.trim()),
    ['PAGE', 'NUMPAGES'],
  )
  const title = `${'Long '.repeat(21)}title`
  assert.ok(plan.collection === 'action-plans')
  const [short] = paragraphsOf(
    open({ ...plan, data: { ...plan.data, title } }).part('word/footer.xml'),
  )
  assert.equal(short && charactersOf(short), `${'Long '.repeat(14).trim()} …`)
})

const problemsOf = (publication: Publication, using: FormatContext) =>
  docx.problems?.(publication, using) ?? []

const webp = new Uint8Array(
  Buffer.from(
    '524946461e0000005745425056503858 0a000000000000000f000008 0000'.replaceAll(' ', ''),
    'hex',
  ),
)

test('a picture that Word lacks is an error at its place, whatever its name is', () => {
  const place = { file: 'content/press-releases/a.mdx', line: 7, column: 3 }
  const figure: Block = {
    type: 'figure',
    place,
    picture: { src: '/images/tower.png', alt: 'A tower', width: 16, height: 9 },
  }
  const using = { ...context, readPicture: () => webp }
  const problem = {
    level: 'error',
    ...place,
    what: 'Word cannot show the picture /images/tower.png: it is of the type image/webp.',
    mend: 'Save it as PNG, JPEG or GIF, and write its new address.',
  }
  assert.deepEqual(problemsOf(holding(figure), using), [problem])
  assert.throws(
    () => docx.write(holding(figure), using),
    new ContentError([{ ...problem, level: 'error' }]),
  )
  const shown = { ...context, readPicture: () => new Uint8Array(tinyPng) }
  assert.deepEqual(problemsOf(holding(figure), shown), [])
})

test('a character that XML cannot hold is an error at its place', () => {
  const place = { file: 'content/press-releases/a.mdx', line: 9, column: 1 }
  for (const [character, name] of [
    ['\u0001', 'U+0001'],
    ['\u000b', 'U+000B'],
    ['\ufffe', 'U+FFFE'],
    ['\ud800', 'U+D800'],
  ] as const) {
    const publication = holding({ ...paragraph(words(`a${character}b`)), place })
    assert.deepEqual(problemsOf(publication, context), [
      {
        level: 'error',
        ...place,
        what: `“${character}” (${name}) cannot be written as a Word document.`,
        mend: 'Take this character out: it cannot be seen, and came in by mistake.',
      },
    ])
    assert.throws(() => docx.write(publication, context), ContentError)
  }
  const summary = holding()
  assert.ok(summary.collection === 'press-releases')
  const hidden = { ...summary, data: { ...summary.data, summary: 'a\u0002b' } }
  assert.equal(problemsOf(hidden, context).length, 1)
  for (const [, publication, using] of publications) {
    assert.deepEqual(problemsOf(publication, using), [])
  }
})

test('what follows a table, or a list in a quote, keeps its distance and its place', () => {
  const table: Block = {
    type: 'table',
    caption: 'Numbers',
    rowHeaders: false,
    header: [{ children: [words('One')] }],
    rows: [[{ children: [words('1')] }]],
  }
  const document = documentOf(
    holding(
      { type: 'blockquote', children: [list([[words('quoted')]]), table] },
      paragraph(words('after')),
    ),
  )
  const [quoted, , , , after] = paragraphsOf(document)
  assert.equal(at(quoted, 'w:pPr', 'w:ind')?.attributes['w:left'], '908')
  assert.equal(at(document, 'w:body', 'w:tbl', 'w:tblPr', 'w:tblInd')?.attributes['w:w'], '454')
  assert.equal(at(document, 'w:body', 'w:tbl', 'w:tblPr', 'w:tblW')?.attributes['w:w'], '8572')
  assert.equal(after && charactersOf(after), 'after')
  assert.equal(at(after, 'w:pPr', 'w:spacing')?.attributes['w:before'], '240')
})
