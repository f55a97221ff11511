import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Element, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import type { Publication } from '../../../src/document/library.ts'
import { date, link, list, paragraph, section, text as words } from '../../../src/document/nodes.ts'
import { ContentError } from '../../../src/document/problems.ts'
import type { Block, Inline, NodeOf } from '../../../src/document/vocabulary.ts'
import { everyNode } from '../../../src/document/walk.ts'
import { braillePages } from '../../../src/formats/braille/braille.ts'
import { braille, uncontractedBraille } from '../../../src/formats/braille/brf.ts'
import type { Grade } from '../../../src/formats/braille/languages.ts'
import { toBraille } from '../../../src/formats/braille/liblouis.ts'
import { pef } from '../../../src/formats/braille/pef.ts'
import { emojiInWords } from '../../../src/formats/emoji.ts'
import { text } from '../../../src/formats/text.ts'
import type { Format, FormatContext, Paged } from '../../../src/formats/writers.ts'
import { readText } from '../../site/reading.ts'
import { pagesOfBrf, pagesOfPef, partsOf, readBrf, readPef, readWelsh } from './read-braille.ts'
import { addresses, context, real, specimen } from './written.ts'

const grades: [Grade, Format<Paged>][] = [
  ['contracted', braille],
  ['uncontracted', uncontractedBraille],
]
const isPublication = (address: string) => /^\/(?:press-releases|action-plans)\//.test(address)

/** The real release and plan, and the specimens, with the name that their golden files have. */
const publications: { name: string; publication: Publication; context: FormatContext }[] = [
  ...[...real.published.values()].map((publication) => ({ publication, ...real })),
  ...addresses.map((address) => ({ publication: specimen(address), context })),
]
  .filter(({ publication }) => isPublication(publication.address))
  .map(({ publication, context }) => ({ name: publication.id, publication, context }))

const release = specimen('/press-releases/specimen-release/')

function write(format: Format<Paged>, publication: Publication, its = context): string {
  const { body } = format.write(publication, its)
  assert.ok(typeof body === 'string')
  return body
}

/** A made-up English publication of some blocks. */
const made = (...tree: Block[]): Publication => ({ ...release, tree })
const linesOf = (publication: Publication, format = uncontractedBraille): string[] =>
  pagesOfBrf(write(format, publication)).flatMap((page) => page.slice(0, -1))
/** The same without the empty lines at the end. */
const written = (...tree: Block[]): string[] =>
  linesOf(made(...tree))
    .join('\n')
    .trimEnd()
    .split('\n')

/* The shape of the files. */

for (const { name, publication, context } of publications) {
  for (const [grade, format] of grades) {
    test(`${name}, ${grade}, has pages of 25 lines of at most 40 cells, and no other bytes`, () => {
      const file = write(format, publication, context)
      assert.match(file, /^[\x20-\x5F\r\n\f]+$/)
      assert.doesNotMatch(file, /[^\r]\n|\r[^\n]| \r/)
      const pages = file.split('\f')
      assert.equal(pages.length, format.write(publication, context).pages)
      for (const [index, page] of pages.entries()) {
        const lines = page.split('\r\n')
        assert.equal(lines.pop(), '')
        assert.equal(lines.length, 25)
        for (const line of lines) assert.ok(line.length <= 40, line)
        const number = String(index + 1).replace(/\d/g, (digit) => 'JABCDEFGHI'.charAt(+digit))
        assert.equal(lines.at(-1), `#${number}`.padStart(40))
      }
    })
  }

  test(`${name} as PEF has the pages of the contracted BRF`, () => {
    const pages = pagesOfBrf(write(braille, publication, context))
    assert.deepEqual(pagesOfPef(write(pef, publication, context)), pages)
  })
}

/** The publications that have files in the folder braille. */
const golden = [
  'mayor-to-oversee-change-in-mets-approach-to-keeping-children-safe',
  'keeping-children-safe',
  'specimen-release',
  'specimen-release-ar',
  'specimen-release-cy',
  'specimen-plan',
]

/** Run with WRITE_GOLDEN=1 after a change that is meant, and read what changed. */
function assertGolden(name: string, content: string): void {
  const file = join(import.meta.dirname, 'braille', name)
  if (process.env.WRITE_GOLDEN) writeFileSync(file, content)
  assert.ok(content === readFileSync(file, 'utf8'), `${file} differs from what is written now`)
}

for (const name of golden) {
  test(`${name} is what it was, byte for byte`, () => {
    const found = publications.find((each) => each.name === name)
    assert.ok(found)
    for (const format of [braille, uncontractedBraille, pef]) {
      assertGolden(`${name}${format.ending}`, write(format, found.publication, found.context))
    }
  })
}

/* The words. */

/**
 * The words of the text format, whose tree walk is another, in small letters. Those in another
 * language are only marked with its code: contracted Welsh, and Arabic, have cells that stand for
 * several letters or signs, so that their golden files are the test of them.
 */
function wordsOf(publication: Publication, its: FormatContext): string[] {
  const marked = { ...publication, tree: structuredClone(publication.tree) }
  for (const node of everyNode(marked.tree)) {
    if (node.type !== 'phrase' && node.type !== 'passage') continue
    const mark = words(`\uE000${node.lang}\uE001`)
    if (node.type === 'phrase') node.children = [mark]
    else node.children = [paragraph(mark)]
  }
  return emojiInWords(text.write(marked, its))
    .split(/(\uE000.*?\uE001)/)
    .flatMap((part) =>
      part.startsWith('\uE000') ? [`(${part.slice(1, -1)})`] : readText(part.toLowerCase()),
    )
}

for (const { name, publication, context } of publications) {
  // What stands around these is in the braille of their own language: see the golden files.
  if (!publication.data.lang.startsWith('en')) continue
  test(`a reader finds every word of ${name} in order`, () => {
    const expected = wordsOf(publication, context)
    assert.ok(expected.length > 100)
    for (const [, format] of grades) {
      assert.deepEqual(readBrf(write(format, publication, context)), expected)
    }
    assert.deepEqual(readPef(write(pef, publication, context)), expected)
  })
}

test('words in Welsh are read in Welsh', () => {
  const welsh = partsOf(pagesOfBrf(write(uncontractedBraille, release)))
    .filter(({ code }) => code === 'cy')
    .map(({ text }) => readWelsh(text).join(' '))
  const passage =
    'mae r geiriau hyn yn gymraeg ac maent yn ddigon hir i lenwi mwy nag un llinell o r testun plaen hwn'
  assert.deepEqual(welsh, [
    'rhestrau',
    'dau',
    `${passage} rhestr gymraeg`,
    'gair cymraeg',
    'cymraeg',
  ])
})

test('words in Arabic have the letters of Arabic braille', () => {
  const arabic = partsOf(pagesOfBrf(write(braille, release)))
    .filter(({ code }) => code === 'ar')
    .map(({ text }) => text.trim().replace(/\s+/g, ' '))
  assert.deepEqual(arabic.slice(0, 3), ['(NWAN', 'H!H KLMAT MXTLQ*4', 'KLM* (RBI*'])
})

test('what is translated word by word is what liblouis makes of the whole paragraph', () => {
  for (const { publication } of publications.filter(({ name }) => !name.startsWith('specimen'))) {
    for (const node of everyNode(publication.tree)) {
      if (node.type !== 'text') continue
      const value = node.value.trim().replaceAll('—', '–')
      if (value === '' || value.includes('http')) continue
      const lines = braillePages(made(paragraph(words(value))), 'contracted', context)
      const whole = lines
        .flatMap((page) => page.slice(0, -1))
        .map((line) => line.replace(/^⠀+/u, ''))
        .filter((line) => line !== '')
        .join('⠀')
      assert.equal(whole, toBraille('en-ueb-g2.ctb', value.replace(/"$/, '”')))
    }
  }
})

/* The layout. */

test('the title is centred, what is known of it begins at the margin, and the note follows', () => {
  const lines = linesOf(release).slice(0, 24)
  assert.deepEqual(lines.slice(0, 3), [
    '    ,A @<SPECIMEN@> @& ITS 8TITLE01',
    "             WITH 'QUOTES'",
    '',
  ])
  const note = lines.findIndex((line) => line.startsWith('      @.<'))
  assert.equal(lines[note - 1], '')
  assert.match(
    lines.slice(note).join('\n'),
    /^ {6}@\.<,THIS IS UNCONTRACTED ,UNIFIED\n {4}\S[^@]*@\.>\n\n/,
  )
  const said = lines.slice(note).join(' ').replace(/" +/g, '').replace(/ +/g, ' ')
  assert.match(said, /MADE BY MACHINE4/)
  assert.match(said, /,NO BRAILLE READER HAS PROOFREAD IT4/)
  assert.match(
    said,
    /COPY AT HTTPS3_\/_\/MADE-UP4EXAMPLE_\/REQUEST-A-FORMAT_\/;8PAGE"7_\/PRESS-RELEASES_\/SPECIMEN-RELEASE_\/@\.>/,
  )
})

test('headings stand at cells 5, 7 and 3, paragraphs at 3, and a blank line before each heading', () => {
  const heading = (depth: number): Block => ({
    type: 'heading',
    depth,
    id: `h${depth}`,
    children: [words('A heading that is longer than one line of braille')],
  })
  const some = paragraph(words('A paragraph that is longer than one line of braille is.'))
  assert.deepEqual(written(heading(2), some, some, heading(3), some, heading(4), some), [
    '    ,A HEADING THAT IS LONGER THAN ONE',
    '    LINE OF BRAILLE',
    '  ,A PARAGRAPH THAT IS LONGER THAN ONE',
    'LINE OF BRAILLE IS4',
    '  ,A PARAGRAPH THAT IS LONGER THAN ONE',
    'LINE OF BRAILLE IS4',
    '',
    '      ,A HEADING THAT IS LONGER THAN ONE',
    '      LINE OF BRAILLE',
    '  ,A PARAGRAPH THAT IS LONGER THAN ONE',
    'LINE OF BRAILLE IS4',
    '',
    '  ^7,A HEADING THAT IS LONGER THAN ONE',
    "  LINE OF BRAILLE^'",
    '  ,A PARAGRAPH THAT IS LONGER THAN ONE',
    'LINE OF BRAILLE IS4',
  ])
})

test('a heading is never the last on its page, however much stands before it', () => {
  const line = { type: 'break' } as const
  for (let lines = 1; lines < 30; lines += 1) {
    const before = Array.from({ length: lines }, (): Inline[] => [words('x'), line]).flat()
    const under = section('part', 'A heading', [
      section('sub', 'Under it', [paragraph(words('y'))], 'plain', 3),
    ])
    for (const page of pagesOfBrf(write(braille, made(paragraph(...before), under)))) {
      const last = page.slice(0, -1).findLast((each) => each !== '')
      assert.doesNotMatch(last ?? '', /,h\]?1d\+|"u x/i)
    }
  }
})

test('items begin at the margin and go on at cell 3; each list within one two cells further in', () => {
  const inner = list([[words('an inner item that is longer than one line of it')]])
  const outer: NodeOf<'list'> = {
    type: 'list',
    ordered: true,
    start: 9,
    children: [
      {
        type: 'listItem',
        children: [paragraph(words('an item that is longer than one line of it')), inner],
      },
      { type: 'listItem', children: [paragraph(words('short')), paragraph(words('second'))] },
      { type: 'listItem', children: [inner] },
    ],
  }
  assert.deepEqual(written(paragraph(words('before')), outer, paragraph(words('after'))), [
    '  BEFORE',
    '',
    '#I4 AN ITEM THAT IS LONGER THAN ONE LINE',
    '  OF IT',
    '  _4 AN INNER ITEM THAT IS LONGER THAN',
    '    ONE LINE OF IT',
    '#AJ4 SHORT',
    '    SECOND',
    '#AA4',
    '  _4 AN INNER ITEM THAT IS LONGER THAN',
    '    ONE LINE OF IT',
    '',
    '  AFTER',
  ])
})

test('a table is read row by row, each cell under its heading', () => {
  const cell = (value: string) => ({ children: [words(value)] })
  assert.deepEqual(
    written({
      type: 'table',
      caption: 'Years',
      rowHeaders: true,
      header: [cell('Year'), cell('Number')],
      rows: [
        [cell('2019'), cell('one that is longer than one line of braille')],
        [cell('2020'), cell('two')],
      ],
    }),
    [
      ',TABLE3 ,YEARS',
      ',YEAR3 #BJAI',
      '  ,NUMBER3 ONE THAT IS LONGER THAN ONE',
      '    LINE OF BRAILLE',
      ',YEAR3 #BJBJ',
      '  ,NUMBER3 TWO',
    ],
  )
})

test('a picture is said in brackets, a decorative one not at all', () => {
  const figure = (alt: string): Block => ({
    type: 'figure',
    picture: { src: '/a.png', alt, width: 1, height: 1 },
  })
  assert.deepEqual(written(figure('A tower'), figure('')), ['.<,PICTURE3 ,A TOWER.>'])
})

test('words in another braille are marked, on lines of their own where they stand apart', () => {
  const passage: Block = { type: 'passage', lang: 'cy', children: [paragraph(words('Geiriau'))] }
  const phrase: Inline = { type: 'phrase', lang: 'cy', children: [words('gair')] }
  assert.deepEqual(written(passage, paragraph(phrase, words('.'))), [
    '  "<IN ,WELSH3">',
    '"(CY\'',
    '  ,GEIRIAU',
    ',")',
    '  "<IN ,WELSH3"> "(CY\'GAIR,")4',
  ])
})

test('an address that does not fit goes on with a mark that is no part of it', () => {
  const address = 'https://a.example/one/two-three-four/five/six/seven?eight=nine&ten=eleven#twelve'
  const lines = written(paragraph(words('See '), words(address), words(' now.')))
  assert.ok(lines.slice(1, -1).every((line) => line.endsWith('"')))
  const whole = lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/"\n/g, '')
  assert.equal(
    whole.split('\n')[1]?.replace(' NOW4', ''),
    inAscii(toBraille('en-ueb-g1.ctb', address)),
  )
})

const inAscii = (cells: string): string =>
  pagesOfPef(`<page><row>${cells}</row></page>`).flat().join('')

test('no sign of two cells is divided at the end of a line', () => {
  for (let before = 0; before < 4; before += 1) {
    const long = `${'x'.repeat(before)}${'aB#1'.repeat(40)}`
    const lines = written(paragraph(words(long)))
    assert.ok(lines.length > 5)
    for (const line of lines.slice(0, -1)) assert.match(line, /[^",.;^_@#]"$/)
  }
})

test('addresses in other languages have no cells of eight dots', () => {
  const welsh = specimen('/press-releases/specimen-release-cy/')
  const tree = [paragraph(words('Gweler https://www.A.cymru/B_2016?c="4" a Swyddfa@A.cymru.'))]
  assert.match(write(braille, { ...welsh, tree }), /HTTPS3_\/_\/WWW4,A4CYMRU/)
})

test('emphasis is marked in English', () => {
  assert.deepEqual(
    written(
      paragraph(
        { type: 'emphasis', children: [words('one')] },
        words(' and '),
        { type: 'strong', children: [words('four words of bold')] },
        words('.'),
      ),
    ),
    ["  .1ONE AND ^7FOUR WORDS OF BOLD4^'"],
  )
})

test('quotes, dashes, apostrophes and signs are those of Unified English Braille', () => {
  for (const [print, expected] of [
    ['"One" — “two”, ‘three’ or “four.”', '8,ONE0 ,- 8TWO01 ,8THREE,0 OR 8FOUR40'],
    ['The Met’s children’s', ",THE ,MET'S CHILDREN'S"],
    [
      '20% of £1,234.56 on 25 November 2016 at 9.30am',
      '#BJ.0 OF @L#A1BCD4EF ON #BE ,NOVEMBER #BJAF AT #I4CJ;AM',
    ],
    ['CO₂, m² and a soft\u00ADhyphen', ',,CO;5#B1 M;9#B AND A SOFTHYPHEN'],
    ['press@a.example', 'PRESS@AA4EXAMPLE'],
    ['👍 for it', '"<EMOJI3 THUMBS UP"> FOR IT'],
  ] as const) {
    assert.equal(
      written(paragraph(words(print)))
        .map((line) => line.trim())
        .join(' '),
      expected,
    )
  }
})

test('a way within the page is its words, other links have their address, in < and >', () => {
  assert.deepEqual(
    written(
      paragraph(
        link('#part', 'a part'),
        words(' '),
        link('/a/', 'it'),
        words(' '),
        date('2020-01-15'),
      ),
    ),
    ['  A PART IT', '@<HTTPS3_/_/MADE-UP4EXAMPLE_/A_/@> #AE', ',JANUARY #BJBJ'],
  )
})

test('a paragraph of 5,000 characters is not cut', () => {
  const sentence = 'Everybody needs to know that 25 children’s lives changed; nobody asked them. '
  const long = sentence.repeat(Math.ceil(5000 / sentence.length)).trim()
  const read = readBrf(write(braille, made(paragraph(words(long)))))
  assert.deepEqual(read, readText(long.toLowerCase()))
})

/* What cannot be written. */

test('a character without cells is an error where it stands', () => {
  const place = { file: 'content/a.mdx', line: 7, column: 3 }
  const publication = made(
    { type: 'paragraph', place, children: [words('A 中 and a second 中.')] },
    { type: 'passage', lang: 'cy', children: [paragraph(words('ك'))] },
  )
  const problems = braille.problems?.(publication, context) ?? []
  assert.deepEqual(
    problems.map(({ level, line, what }) => [level, line, what]),
    [
      ['error', 7, '“中” (U+4E2D) cannot be written as braille.'],
      ['error', 1, '“ك” (U+0643) cannot be written as braille.'],
    ],
  )
  assert.equal(problems[0]?.file, place.file)
  for (const format of [braille, uncontractedBraille, pef]) {
    assert.throws(() => format.write(publication, context), ContentError)
  }
})

test('a language without a table is an error where it begins', () => {
  const place = { file: 'content/a.mdx', line: 9, column: 1 }
  const passage: Block = {
    type: 'passage',
    lang: 'so',
    place,
    children: [paragraph(words('erayo 中')), paragraph(words('kale'))],
  }
  const problems = pef.problems?.(made(passage), context) ?? []
  assert.deepEqual(
    problems.map(({ line, what }) => [line, what]),
    [[9, 'Somali cannot be written as braille.']],
  )
  const [, file = ''] = /“so” added to (\S+)\.$/.exec(problems[0]?.mend ?? '') ?? []
  assert.match(
    readFileSync(join(import.meta.dirname, '../../..', file), 'utf8'),
    /^const languages\b/m,
  )
  assert.throws(() => uncontractedBraille.write(made(passage), context), ContentError)
})

test('the languages that there are tables for are written', () => {
  for (const [lang, print] of [
    ['ar', 'هذه كلمات مختلقة، ٢٥ نوفمبر 2016؟'],
    ['cy', '“Tŷ’r” ŵ â – 20%'],
    ['de', 'Schöne „Wörter“, Straße – 25 %'],
    ['es', '¿Qué? ¡Niño! «Palabras» 25'],
    ['fr', 'L’été à Paris : « mots » – 25 %'],
    ['ga', 'Focail chumtha, “é” agus ‘ú’ 25'],
    ['gu', 'આ શબ્દો છે. 25'],
    ['it', 'Perché l’arte è “così” – 25'],
    ['pl', 'Zażółć gęślą jaźń, „słowa” – 25 listopada'],
    ['pt', 'Não é ação, “você” – 25'],
  ] as const) {
    const passage: Block = { type: 'passage', lang, children: [paragraph(words(print))] }
    assert.deepEqual(braille.problems?.(made(passage), context), [], lang)
    assert.ok(written(passage).length > 3, lang)
  }
})

test('what the site itself says can be written in every language', () => {
  const release = specimen('/press-releases/specimen-release-cy/')
  assert.ok(release.collection === 'press-releases')
  const own = 'The (in Welsh:) [Picture: it] <1> “2016”, 1. - * Table: a; b! c? d’s'
  for (const lang of ['ar', 'cy', 'de', 'es', 'fr', 'ga', 'gu', 'it', 'pl', 'pt']) {
    const publication: Publication = {
      ...release,
      data: { ...release.data, lang },
      tree: [paragraph(words(own))],
    }
    assert.deepEqual(braille.problems?.(publication, context), [], lang)
  }
})

test('an address with letters beyond ASCII is written as programs write it', () => {
  const lines = written(paragraph(link('https://a.example/中', 'it')))
  const address = inAscii(toBraille('en-ueb-g1.ctb', '<https://a.example/%E4%B8%AD>'))
  assert.equal(lines.slice(1).join('').replace('"', ''), address)
})

test('what is nested deeper than a line has room for is written all the same', () => {
  const nest = (depth: number): NodeOf<'list'> => ({
    type: 'list',
    ordered: false,
    start: 1,
    children: [
      {
        type: 'listItem',
        children: [
          paragraph(words(`https://a.example/a/very/long/address/${depth}`)),
          ...(depth === 0 ? [] : [nest(depth - 1)]),
        ],
      },
    ],
  })
  const lines = written(nest(30))
  assert.ok(lines.every((line) => line.length <= 40))
  assert.equal(lines.filter((line) => line.trim().startsWith('_4')).length, 31)
})

/* PEF. */

const elements = (node: Nodes): Element[] =>
  'children' in node
    ? node.children.flatMap((child) =>
        child.type === 'element' ? [child, ...elements(child)] : [],
      )
    : []

test('a PEF has the elements and the metadata of PEF 1.0', () => {
  const file = write(pef, release)
  const all = elements(fromXml(file))
  assert.deepEqual(all[0]?.attributes, {
    version: '2008-1',
    xmlns: 'http://www.daisy.org/ns/2008/pef',
  })
  const parents = {
    head: 'pef',
    body: 'pef',
    meta: 'head',
    volume: 'body',
    section: 'volume',
    page: 'section',
    row: 'page',
  }
  for (const [child, parent] of Object.entries(parents)) {
    for (const each of all.filter(({ children }) =>
      children.some((it) => 'name' in it && it.name === child),
    )) {
      assert.equal(each.name, parent)
    }
  }
  const volume = all.find(({ name }) => name === 'volume')
  assert.deepEqual(volume?.attributes, { cols: '40', rows: '25', rowgap: '0', duplex: 'false' })
  for (const { name, children } of all) {
    if (name !== 'row') continue
    for (const child of children)
      assert.ok(child.type === 'text' && /^[\u2800-\u283F]{1,40}$/u.test(child.value))
  }
  const meta = all.find(({ name }) => name === 'meta')
  const about = (meta?.children ?? []).map((child) =>
    child.type === 'element' && child.children[0]?.type === 'text'
      ? [child.name, child.children[0].value]
      : [],
  )
  const publishers = 'Ministry of Specimens & Samples <Made Up> and Council of Nowhere'
  assert.deepEqual(about, [
    ['dc:format', 'application/x-pef+xml'],
    ['dc:identifier', 'https://made-up.example/press-releases/specimen-release.pef'],
    ['dc:title', 'A <specimen> & its "title", with \'quotes\''],
    ['dc:creator', publishers],
    ['dc:publisher', publishers],
    ['dc:language', 'en-GB'],
    ['dc:date', '2020-01-15'],
    [
      'dc:description',
      'A made-up announcement that holds everything that an announcement can hold.',
    ],
    ['dc:source', 'https://made-up.example/press-releases/specimen-release/'],
    ['dc:rights', 'All of it is made up.'],
  ])
})

/* The same bytes. */

const digest = (content: string): string => createHash('sha256').update(content).digest('hex')

test('another process writes the same bytes, and so does a second time', () => {
  const formats = [braille, uncontractedBraille, pef]
  const here = formats.map((format) => digest(write(format, { ...release })))
  assert.deepEqual(
    formats.map((format) => digest(write(format, { ...release }))),
    here,
  )
  const module = (path: string) => JSON.stringify(import.meta.resolve(path))
  const program = `
    const { createHash } = await import('node:crypto')
    const { specimen, context } = await import(${module('./written.ts')})
    const { braille, uncontractedBraille } = await import(${module('../../../src/formats/braille/brf.ts')})
    const { pef } = await import(${module('../../../src/formats/braille/pef.ts')})
    const release = specimen('/press-releases/specimen-release/')
    for (const format of [pef, uncontractedBraille, braille])
      console.log(createHash('sha256').update(format.write(release, context).body).digest('hex'))`
  const there = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  })
  assert.deepEqual(there.trim().split('\n').toReversed(), here)
})
