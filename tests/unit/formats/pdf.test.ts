import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Publication } from '../../../src/document/library.ts'
import { paragraph, text as words } from '../../../src/document/nodes.ts'
import { ContentError, describeProblem } from '../../../src/document/problems.ts'
import type { Block } from '../../../src/document/vocabulary.ts'
import { emojiInWords } from '../../../src/formats/emoji.ts'
import { giantPrint, largePrint, pdf } from '../../../src/formats/pdf/pdf.ts'
import { text } from '../../../src/formats/text.ts'
import { setType, TypstError } from '../../../src/formats/pdf/typst.ts'
import type { Format, FormatContext, Paged } from '../../../src/formats/writers.ts'
import {
  everyElement,
  readInline,
  readPdf,
  readPdfWords,
  type Element,
  type Entry,
  type ReadPdf,
} from './read-pdf.ts'
import { addresses, context, inOneLine, real, specimen } from './written.ts'

const formats = [pdf, largePrint, giantPrint]

const isRelease = (address: string) => /^\/(press-releases|action-plans)\//.test(address)
const all: [Publication, FormatContext][] = [
  ...addresses
    .filter(isRelease)
    .map((address): [Publication, FormatContext] => [specimen(address), context]),
  ...[...real.published.values()]
    .filter(({ address }) => isRelease(address))
    .map((publication): [Publication, FormatContext] => [publication, real.context]),
]

const release = specimen('/press-releases/specimen-release/')
const plan = specimen('/action-plans/specimen-plan/')
const arabic = specimen('/press-releases/specimen-release-ar/')

/** A specimen with other blocks under its title. */
function withBlocks(...blocks: Block[]): Publication {
  const title = release.tree.filter(({ type }) => type === 'titleBlock')
  return { ...release, tree: [...title, ...blocks] }
}

async function bytesOf(
  publication: Publication,
  format: Format<Promise<Paged>> = pdf,
  its = context,
): Promise<Uint8Array> {
  const { body } = await format.write(publication, its)
  assert.ok(body instanceof Uint8Array)
  return body
}
const readAs = async (publication: Publication, format = pdf, its = context): Promise<ReadPdf> =>
  readPdf(await bytesOf(publication, format, its))

const elements = ({ pages }: ReadPdf): Element[] =>
  pages.flatMap(({ tree }) => [...everyElement(tree)])
const said = (element: Element): string => inOneLine(readInline(element))
const wordsIn = (written: string): string[] => written.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/**
 * The words of the text file, without the languages that it has to say and a PDF marks, and with
 * the names of emoji, which the fonts for print lack.
 */
function wordsOfText(publication: Publication, its: FormatContext): string[] {
  const read = text
    .write(publication, its)
    .replace(/<(?:https?|mailto|tel):\S+>/g, '')
    .replace(/\(in \p{Lu}[\p{L} ]+:\)/gu, '')
  return wordsIn(emojiInWords(read))
}

describe('every word of the text, in order', () => {
  for (const [publication, its] of all) {
    for (const format of formats) {
      test(`${publication.address} as ${format.name}`, async () => {
        const body = await bytesOf(publication, format, its)
        assert.deepEqual(await readPdfWords(body), wordsOfText(publication, its))
      })
    }
  }

  test('and nothing of it is a command of Typst', async () => {
    const hard =
      '#import "x": y $a$ @b <c> *d* _e_ = f `g` \\u{41} \\ " ] [ #panic() // h /* i */ ~ --- https://j.k'
    const publication = withBlocks(paragraph(words(hard)), { type: 'code', value: hard })
    const read = await readAs(publication)
    const found = elements(read).filter(({ role }) => role === 'P' || role === 'Code')
    assert.equal(found.map(said).filter((each) => each.includes(hard)).length, 3)
  })
})

test('It is PDF/UA-1, with title, language, publisher, rights and dates', async () => {
  const read = await readAs(release)
  assert.match(read.packet, /<pdfuaid:part>1<\/pdfuaid:part>/)
  assert.ok(read.isTagged)
  assert.ok(read.showsTitle)
  const { Title, Language, Author, Subject, CreationDate, ModDate } = read.information
  assert.deepEqual(
    { Title, Language, Author, Subject, CreationDate, ModDate },
    {
      Title: 'A <specimen> & its "title", with \'quotes\'',
      Language: 'en-GB',
      Author: 'Ministry of Specimens & Samples <Made Up> and Council of Nowhere',
      Subject: 'A made-up announcement that holds everything that an announcement can hold.',
      CreationDate: 'D:20200115000000Z',
      ModDate: 'D:20200118000000Z',
    },
  )
  assert.match(read.packet, /<xmp:ModifyDate>2020-01-18T00:00:00Z</)
  assert.match(
    read.packet,
    /<dc:publisher><rdf:Bag><rdf:li>Ministry of Specimens &amp; Samples &lt;Made Up&gt; and Council of Nowhere</,
  )
  assert.match(
    read.packet,
    /<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">All of it is made up\.</,
  )
})

const headings = (read: ReadPdf): string[] =>
  elements(read)
    .filter(({ role }) => /^H[1-6]$/.test(role))
    .map((each) => `${each.role} ${said(each)}`)

test('Headings have their levels, and the outline has them too', async () => {
  const read = await readAs(plan)
  assert.deepEqual(headings(read).slice(0, 8), [
    'H1 Specimen <plan> & "actions"',
    'H2 Contents',
    'H2 Timeline',
    'H2 The four actions',
    'H3 Action 1: First <action> & more',
    'H3 Action 2: Second action',
    'H3 Action 3: Third action',
    'H3 Action 4: Fourth action',
  ])
  const titles = (entries: readonly Entry[]): string[] =>
    entries.flatMap(({ title, items }) => [title, ...titles(items)])
  assert.deepEqual(
    titles(read.outline),
    headings(read)
      .map((each) => each.slice(3))
      .filter((each) => each !== 'Contents'),
  )
})

test('The contents lead to the parts, with the numbers of their pages', async () => {
  const read = await readAs(plan)
  const entries = elements(read).filter(({ role }) => role === 'TOCI')
  const pageOf = (heading: string) =>
    read.pages.findIndex(({ tree }) =>
      [...everyElement(tree)].some(
        ({ role, ...each }) => /^H\d/.test(role) && said({ role, ...each }) === heading,
      ),
    ) + 1
  assert.deepEqual(
    entries.slice(0, 3).map(said),
    ['Timeline', 'The four actions', 'Action 1: First <action> & more'].map(
      (heading) => `${heading} ${pageOf(heading)}`,
    ),
  )
  const [first] = read.pages
  const link = first?.links.find(({ words }) => words.includes('Timeline'))
  assert.equal(link?.to, pageOf('Timeline'))
})

test('Cells that name their column or their row are headers', async () => {
  for (const format of formats) {
    const read = elements(await readAs(release, format))
    const cells = read.filter(({ role }) => role === 'TH' || role === 'TD')
    const found = cells.map((cell) => `${cell.role} ${cell.scope ?? '–'} ${said(cell)}`)
    // A page has the empty cells of a table that goes on elsewhere.
    assert.deepEqual(
      found.filter((each) => !each.endsWith(' ')),
      [
        'TH Column Year',
        'TH Column Number & <kind>',
        'TH Column Source of it',
        'TH Row 2019',
        'TD – £1,000',
        'TD – one <td>',
        'TH Row 2020',
        'TD – long enough that the line which it stands on has to be broken before its end',
        'TD – dau',
        'TH Column Left',
        'TH Column Right',
        'TD – only',
        'TD – row',
      ],
    )
    assert.deepEqual(
      read
        .filter(({ role }) => role === 'Caption')
        .map(said)
        .filter((each) => each !== ''),
      ['Specimens & <samples> by year', 'A table without row headers'],
    )
  }
})

test('A table that has no room in large print is said row by row', async () => {
  const read = await readAs(plan, giantPrint)
  assert.deepEqual(
    elements(read).filter(({ role }) => role === 'Table'),
    [],
  )
  const items = elements(read).filter(({ role }) => role === 'LI')
  const fourth = items.map(said).filter((each) => each.startsWith('Action 4. '))
  assert.deepEqual(fourth, ['Action 4. Fourth action'])
})

test('In large print a table has three columns at most', async () => {
  const table = (columns: number): Block => ({
    type: 'table',
    caption: 'Short words',
    rowHeaders: true,
    header: Array.from({ length: columns }, (_, at) => ({ children: [words(`H${at}`)] })),
    rows: [Array.from({ length: columns }, (_, at) => ({ children: [words(`c${at}`)] }))],
  })
  const tables = async (columns: number, format: Format<Promise<Paged>>) => {
    const read = elements(await readAs(withBlocks(table(columns)), format))
    return read.filter(({ role }) => role === 'Table').length
  }
  assert.deepEqual(
    [await tables(6, pdf), await tables(3, largePrint), await tables(4, largePrint)],
    [1, 1, 0],
  )
})

test('Lists are lists, with their numbers', async () => {
  const read = await readAs(release)
  const labels = elements(read)
    .filter(({ role }) => role === 'Lbl')
    .map(said)
  const at = labels.indexOf('7.')
  assert.deepEqual(labels.slice(at - 4, at + 4), ['•', '–', '1.', '•', '7.', '8.', '9.', '10.'])
})

test('Links have words, and addresses that work outside the site', async () => {
  const { pages } = await readAs(release)
  const links = pages.flatMap(({ links }) => links)
  const to = (address: string) =>
    links.filter((link) => link.to === address).map(({ words }) => inOneLine(words))
  assert.deepEqual(to('https://made-up.example/action-plans/specimen-plan/#first-specimen'), [
    'the plan',
  ])
  assert.deepEqual(
    new Set(
      to(
        'https://nowhere.example/a/very/long/address/that/cannot/be/broken/anywhere/at/all/index.html?query=1&other=%222%22',
      ),
    ),
    new Set(['the nowhere page & its "index"']),
  )
  assert.deepEqual(to('mailto:press@specimens.example'), ['press@specimens.example'])
  for (const { to, words, contents } of links) {
    if (typeof to === 'string') assert.match(to, /^(https?:\/\/|mailto:|tel:)/)
    assert.notEqual(inOneLine(words), '')
    assert.notEqual(contents, '')
  }
})

test('A mark leads to its note, and the note back to the mark', async () => {
  for (const format of formats) {
    const { pages } = await readAs(release, format)
    const pageWith = (pattern: RegExp) =>
      pages.findIndex(({ tree }) => pattern.test(inOneLine(readInline(tree)))) + 1
    const links = pages.flatMap(({ links }) => links)
    const target = (pattern: RegExp) =>
      links.find(({ words }) => pattern.test(inOneLine(words)))?.to
    assert.equal(target(/^\[2\]$/), pageWith(/2 Does it end with a question\?/))
    assert.equal(
      target(/^Back to “second words & more”/),
      pageWith(/The second words & more \[2\] end it/),
    )
  }
})

test('A way within the page to nothing that the file has leads to the page', async () => {
  const link: Block = paragraph({ type: 'link', address: '#nowhere', children: [words('there')] })
  const { pages } = await readAs(withBlocks(link))
  assert.deepEqual(
    pages[0]?.links.map(({ to }) => to),
    ['https://made-up.example/press-releases/specimen-release/#nowhere'],
  )
})

test('Languages of parts are marked', async () => {
  const found = elements(await readAs(release))
    .filter(({ lang }) => lang !== undefined)
    .map((each) => `${each.role} ${each.lang ?? ''}: ${said(each)}`)
  for (const expected of [
    'Span cy: rhestrau',
    'Span ar: عنوان',
    'Span cy: dau',
    'Span cy: gair Cymraeg',
    'Span ar: كلمة عربية',
    'P ar: هذه كلمات مختلقة.',
  ]) {
    assert.ok(found.includes(expected), `${expected} in\n${found.join('\n')}`)
  }
  assert.ok(found.some((each) => each.startsWith('P cy: Mae’r geiriau hyn')))
  assert.ok(found.some((each) => each.startsWith('L cy: • Rhestr Gymraeg')))
})

test('A publication in Arabic runs from right to left, and is read as it was written', async () => {
  const read = await readAs(arabic)
  assert.equal(read.information.Language, 'ar')
  assert.ok(elements(read).some((each) => each.role === 'P' && said(each) === 'كلمات مختلقة.'))
  const [page] = read.pages
  assert.ok(page)
  const [left, right] = page.starts.get('Bodies') ?? []
  assert.ok(
    left !== undefined && right !== undefined && left > page.size[0] / 2,
    'begins at the right',
  )
})

test('In a passage from right to left, what is set off stands in from the right', async () => {
  // Letters without dots, which are one piece for pdf.js.
  const [plain, setOff] = ['سلام', 'حكم']
  const quote: Block = { type: 'blockquote', children: [paragraph(words(setOff))] }
  const publication = withBlocks({
    type: 'passage',
    lang: 'ar',
    children: [paragraph(words(plain)), quote],
  })
  const [page] = (await readAs(publication)).pages
  const [, outer = 0] = page?.starts.get(plain) ?? []
  const [, inner = 0] = page?.starts.get(setOff) ?? []
  assert.ok(inner > 0 && outer - inner > 10, `${outer} – ${inner}`)
})

test('Accents that are signs of their own are read once, beside their letter', async () => {
  const publication = withBlocks(paragraph(words('q\u0302 and cafe\u0301')))
  const found = elements(await readAs(publication))
    .filter(({ role }) => role === 'P')
    .map(said)
  assert.ok(found.includes('q\u0302 and cafe\u0301'), found.join('\n'))
})

test('Pictures have words; a decorative one is no part of the text', async () => {
  const figures = elements(await readAs(release)).filter(({ role }) => role === 'Figure')
  assert.deepEqual(
    figures.map(({ alt }) => alt),
    [
      'A made-up tower of "specimens" & <samples>',
      'A "tower" & <b>its</b> shadow',
      'The tower by night',
    ],
  )
})

test('Quotations are set off, with who speaks before them', async () => {
  const read = await readAs(release)
  const quotes = elements(read)
    .filter(({ role }) => role === 'BlockQuote')
    .map(said)
  assert.ok(
    quotes.some(
      (each) => each.startsWith('“Nothing was said,') && each.endsWith('“And nothing more.”'),
    ),
  )
  assert.ok(quotes.includes('“Specimen!”'))
})

test('The foot of a page has title, address and number, and is not read', async () => {
  const { pages } = await readAs(release)
  pages.forEach(({ artifacts }, index) => {
    const foot = inOneLine(artifacts)
    assert.ok(foot.includes(`Page ${index + 1} of ${pages.length}`), foot)
    assert.ok(foot.includes('https://made-up.example/press-releases/specimen-release/'), foot)
  })
  const large = await readAs(release, giantPrint)
  assert.match(inOneLine(large.pages[1]?.artifacts ?? ''), /^A <specimen> & its.*… Page 2 of \d+$/)
})

test('How many pages there are is told', async () => {
  for (const format of formats) {
    const { body, pages } = await format.write(plan, context)
    assert.ok(body instanceof Uint8Array)
    assert.equal((await readPdf(body)).pages.length, pages)
  }
})

test('Large print has nothing smaller than its text, and no italics', async () => {
  for (const [format, points] of [
    [largePrint, 18],
    [giantPrint, 24],
  ] as const) {
    const body = await bytesOf(release, format)
    const { pages } = await readPdf(body)
    assert.deepEqual(
      pages.flatMap(({ sizes }) => sizes.filter((size) => size < points - 0.01)),
      [],
    )
    assert.doesNotMatch(Buffer.from(body).toString('latin1'), /BaseFont \/\S*Italic/)
  }
  assert.match(Buffer.from(await bytesOf(release)).toString('latin1'), /BaseFont \/\S*Italic/)
})

test('A long word and a long address stay on the page', async () => {
  const address = `https://nowhere.example/${'averylongpart'.repeat(12)}/index.html`
  const long = 'specimenwort'.repeat(12)
  for (const format of formats) {
    const publication = withBlocks(
      { type: 'heading', depth: 2, id: 'long', children: [words(long)] },
      paragraph(words(`Words before ${long} and after`)),
      { type: 'facts', items: [{ term: 'Address', description: [words(address)] }] },
    )
    const { pages } = await readAs(publication, format)
    const read = pages
      .map(({ tree }) => readInline(tree))
      .join('')
      .replace(/\s/g, '')
    // pdf.js leaves out what stands beside the page.
    for (const each of [`${long}Wordsbefore${long}andafter`, address]) {
      assert.ok(read.includes(each), `${each} in ${format.name}`)
    }
  }
})

describe('what cannot be written', () => {
  const place = { file: 'content/press-releases/specimen-release.mdx', line: 12, column: 3 }
  async function refused(publication: Publication, its = context): Promise<string[]> {
    const found: string[][] = []
    for (const format of formats) {
      await assert.rejects(format.write(publication, its), (error) => {
        assert.ok(error instanceof ContentError)
        found.push(error.problems.map(describeProblem))
        return true
      })
    }
    const [first = [], ...others] = found
    for (const each of others) assert.deepEqual(each, first)
    return first
  }
  const figure: Block = {
    type: 'figure',
    place,
    picture: { src: '/images/odd.png', alt: 'Odd', width: 10, height: 10 },
  }

  test('a character that no font has, each once', async () => {
    const publication = withBlocks({ ...paragraph(words('中文 and 中')), place })
    const expected = ['中', '文'].map(
      (each) =>
        `content/press-releases/specimen-release.mdx:12:3: error: “${each}” (U+${each.codePointAt(0)?.toString(16).toUpperCase() ?? ''}) cannot be written as PDF.\n    Write it with other characters: the fonts for print have Latin and Arabic letters.`,
    )
    assert.deepEqual(await refused(publication), expected)
    assert.deepEqual(pdf.problems?.(publication, context).map(describeProblem), expected)
  })

  test('but invisible signs, spaces of every kind and emoji can', async () => {
    const signs = 'a\u00adb\u200bc\u200e d\u2066e\u2069 f\u2009g\u202fh\u2007i\u00a0j\u2060k 👩🏽‍🔬'
    const publication = withBlocks(paragraph(words(signs)))
    for (const format of formats) {
      assert.deepEqual(format.problems?.(publication, context), [])
      await format.write(publication, context)
    }
  })

  test('a picture of a type that Typst does not know', async () => {
    const bitmap = new Uint8Array(64)
    bitmap.set([0x42, 0x4d])
    new DataView(bitmap.buffer).setUint32(18, 10, true)
    new DataView(bitmap.buffer).setUint32(22, 10, true)
    const its = { ...context, readPicture: () => bitmap }
    assert.deepEqual(await refused(withBlocks(figure), its), [
      'content/press-releases/specimen-release.mdx:12:3: error: PDF cannot show the picture /images/odd.png: it is of the type image/bmp.\n    Save it as PNG, JPEG, WebP, GIF or SVG, and write its new address.',
    ])
  })

  test('a picture that is damaged', async () => {
    const whole = readFileSync(
      join(import.meta.dirname, '../../specimens/content/images/specimen-tower.png'),
    )
    const its = { ...context, readPicture: () => new Uint8Array(whole.subarray(0, 40)) }
    const [problem = '', ...others] = await refused(withBlocks(figure), its)
    assert.deepEqual(others, [])
    assert.match(
      problem,
      /^content\/press-releases\/specimen-release\.mdx:1:1: error: It cannot be set as PDF: failed to decode image.*\.\n {4}Look at the pictures/,
    )
  })

  test('whatever Typst calls an error, or only warns of', () => {
    const none = new Map<string, Uint8Array>()
    const head = '#set document(title: "T")\n'
    const said = (source: string, message: RegExp) => {
      assert.throws(
        () => setType(head + source, none),
        (error) => error instanceof TypstError && message.test(error.message),
      )
    }
    said('#nothing-of-the-kind', /^unknown variable: nothing-of-the-kind/)
    said('#set text(font: "No Such Font")\n= A', /^unknown font family: no such font/)
    said(
      '#set text(font: "Atkinson Hyperlegible Next", fallback: false)\n= 中',
      /could not be displayed with font/,
    )
    said('#read("/etc/passwd")', /file not found/)
  })
})

test('The same publication is the same bytes, also in another process', async () => {
  const program = `
    import { specimen, context } from ${JSON.stringify(join(import.meta.dirname, 'written.ts'))}
    import { giantPrint, largePrint, pdf } from ${JSON.stringify(join(import.meta.dirname, '../../../src/formats/pdf/pdf.ts'))}
    import { createHash } from 'node:crypto'
    for (const format of [giantPrint, largePrint, pdf]) {
      const { body } = await format.write(specimen('/press-releases/specimen-release/'), context)
      console.log(createHash('sha256').update(body).digest('hex'))
    }`
  const digest = async (format: Format<Promise<Paged>>) =>
    createHash('sha256')
      .update(await bytesOf(release, format))
      .digest('hex')
  const here = []
  for (const format of [giantPrint, largePrint, pdf]) {
    here.push(await digest(format))
    assert.equal(await digest(format), here.at(-1))
  }
  const there = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  })
  assert.deepEqual(there.trim().split('\n'), here)
})
