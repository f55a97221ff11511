import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check, openDocumentPackage, resultOf, wordsOf } from './made-up-documents.ts'

const british = 'fo:language="en" fo:country="GB"'
const defaultStyle = (family: string, language = british): string =>
  `<style:default-style style:family="${family}"><style:text-properties ${language}/></style:default-style>`
const titled = '<dc:title>Plan for the harbour</dc:title>'
const pictureIn = (inside: string, attributes = ''): string =>
  `<draw:frame ${attributes}><draw:image/>${inside}</draw:frame>`

interface Made {
  styles?: string
  automaticStyles?: string
  meta?: string
  files?: Record<string, string>
}

const checkText = (inside: string, made: Made = {}) =>
  check(
    'plan.odt',
    openDocumentPackage({
      mediaType: 'text',
      styles: defaultStyle('paragraph'),
      meta: `${titled}<meta:document-statistic meta:page-count="3"/>`,
      ...made,
      body: `<office:text>${inside}</office:text>`,
    }),
  )
const heading = (level: number, words: string): string =>
  `<text:h text:outline-level="${level}">${words}</text:h>`
const headed = `${heading(1, 'Plan')}<text:p>Boats come and go.</text:p>`

test('an OpenDocument text with what a machine can find', async () => {
  const result = await checkText(headed)
  assert.equal(result.kind, 'OpenDocument text')
  assert.equal(result.verdict, 'It has a title, a language and headings.')
  assert.deepEqual(result.extent, { count: 3, unit: 'page' })
  assert.equal(result.title, 'Plan for the harbour')
  assert.deepEqual(
    result.findings.filter(({ passed }) => !passed),
    [],
  )
})

test('title, text and headings of a text', async () => {
  assert.equal(resultOf(await checkText(headed, { meta: '' }), 'title'), 'fault')
  assert.equal(resultOf(await checkText('<text:p/>'), 'text'), 'barrier')
  assert.equal(resultOf(await checkText('<text:p>Words</text:p>'), 'headings'), 'fault')
  const skipped = await checkText(heading(1, 'One') + heading(3, 'Three'))
  assert.match(wordsOf(skipped, 'headings'), /level 3 follows level 1/)
  const deleted = `<text:tracked-changes>${heading(4, 'Gone')}</text:tracked-changes>${headed}`
  assert.equal(resultOf(await checkText(deleted), 'headings'), 'passed')
})

test('language of a text', async () => {
  const languageOf = async (inside: string, styles: string, automaticStyles = '') =>
    (await checkText(inside, { styles, automaticStyles })).language
  assert.equal(await languageOf(headed, ''), undefined)
  assert.equal(resultOf(await checkText(headed, { styles: '' }), 'language'), 'fault')
  const none = defaultStyle('paragraph', 'fo:language="none" fo:country="none"')
  assert.equal(await languageOf(headed, none), undefined)
  const welsh = (family: string, name: string) =>
    `<style:style style:family="${family}" style:name="${name}"><style:text-properties fo:language="cy" fo:country="none"/></style:style>`
  const usual = defaultStyle('paragraph')
  const child =
    '<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Cymraeg"/>'
  const byParent = '<text:p text:style-name="P1">Cychod</text:p>'
  assert.equal(await languageOf(byParent, usual + welsh('paragraph', 'Cymraeg'), child), 'cy')
  const bySpan = '<text:p>A <text:span text:style-name="T1">cychod yr harbwr</text:span></text:p>'
  assert.equal(await languageOf(bySpan, usual, welsh('text', 'T1')), 'cy')
})

test('pictures of a text', async () => {
  const pictures = async (inside: string) => wordsOf(await checkText(headed + inside), 'pictures')
  assert.equal(await pictures(''), '')
  const described = '<svg:desc>A made-up boat</svg:desc>'
  assert.match(await pictures(pictureIn(described)), /^Its only picture has a description/)
  assert.match(await pictures(pictureIn('<svg:title>A boat</svg:title>')), /has a description/)
  assert.match(await pictures(pictureIn('', 'loext:decorative="true"')), /has a description/)
  assert.match(await pictures(pictureIn('') + pictureIn(described)), /^1 of its 2 pictures has/)
  assert.equal(await pictures('<draw:frame><draw:text-box/></draw:frame>'), '')
})

test('tables of a text', async () => {
  const row =
    '<table:table-row><table:table-cell/><table:table-cell><text:p>8</text:p></table:table-cell></table:table-row>'
  const tables = async (inside: string) =>
    resultOf(await checkText(`${headed}<table:table>${inside}</table:table>`), 'tables')
  assert.equal(
    await tables(`<table:table-header-rows>${row}</table:table-header-rows>${row}`),
    'passed',
  )
  assert.equal(await tables(row + row), 'fault')
  assert.equal(await tables(row), 'nothing said')
})

test('bold lines of a text', async () => {
  const bold = ['paragraph', 'text']
    .map(
      (family) =>
        `<style:style style:family="${family}" style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>`,
    )
    .join('')
  const lines = async (inside: string) =>
    resultOf(await checkText(headed + inside, { automaticStyles: bold }), 'bold lines')
  assert.equal(await lines('<text:p text:style-name="B">Boats</text:p>'), 'remark')
  assert.equal(
    await lines('<text:p><text:span text:style-name="B">Boats</text:span></text:p>'),
    'remark',
  )
  assert.equal(
    await lines('<text:p><text:span text:style-name="B">Boats</text:span> come</text:p>'),
    'passed',
  )
  const named = await checkText(`${headed}<text:p text:style-name="B">Boats</text:p>`, {
    styles: defaultStyle('paragraph') + bold,
  })
  assert.equal(resultOf(named, 'bold lines'), 'passed', 'a style of the writer is no bold by hand')
})

test('macros and passwords', async () => {
  assert.equal(resultOf(await checkText(headed), 'macros'), 'passed')
  const lists = { 'Basic/Standard/script-lb.xml': '<made-up/>' }
  assert.equal(resultOf(await checkText(headed, { files: lists }), 'macros'), 'passed')
  const macros = { 'Basic/Standard/Module1.xml': '<made-up/>' }
  assert.equal(resultOf(await checkText(headed, { files: macros }), 'macros'), 'error')
  const locked = await checkText(headed, {
    files: {
      'META-INF/manifest.xml':
        '<manifest:manifest xmlns:manifest="urn:made-up"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
    },
  })
  assert.match(locked.verdict, /^It is locked with a password/)
})

const sheet = (name: string, cell: string): string =>
  `<table:table table:name="${name}"><table:table-row>${cell}</table:table-row></table:table>`
const cell = (words: string, attributes = ''): string =>
  `<table:table-cell ${attributes}><text:p>${words}</text:p></table:table-cell>`
const checkSheets = (inside: string, made: Made = {}) =>
  check(
    'boats.ods',
    openDocumentPackage({
      mediaType: 'spreadsheet',
      styles: defaultStyle('table-cell'),
      meta: titled,
      ...made,
      body: `<office:spreadsheet>${inside}</office:spreadsheet>`,
    }),
  )

test('an OpenDocument spreadsheet', async () => {
  const good = await checkSheets(sheet('Boats', cell('Gull')))
  assert.equal(good.kind, 'OpenDocument spreadsheet')
  assert.equal(good.verdict, 'It has a title, a language and named sheets.')
  assert.deepEqual(good.extent, { count: 1, unit: 'sheet' })
  assert.equal(resultOf(good, 'tables'), 'nothing said', 'a header row cannot be known')
  const result = await checkSheets(
    sheet('Boats', cell('Gull', 'table:number-columns-spanned="2"')) +
      sheet('Sheet2', '<table:table-cell/>') +
      sheet('Picture', `<table:table-cell>${pictureIn('')}</table:table-cell>`),
    { meta: '', styles: '' },
  )
  assert.equal(wordsOf(result, 'sheets'), '“Sheet2” is an empty sheet.')
  assert.equal(wordsOf(result, 'sheet names'), '“Sheet2” does not say what the sheet holds.')
  assert.match(wordsOf(result, 'merged cells'), /^It has 1 merged cell,/)
  for (const subject of ['title', 'language', 'pictures'] as const) {
    assert.equal(resultOf(result, subject), 'fault', subject)
  }
})

const slide = (inside: string): string => `<draw:page>${inside}</draw:page>`
const box = (words: string, place = 'outline'): string =>
  `<draw:frame presentation:class="${place}"><draw:text-box><text:p>${words}</text:p></draw:text-box></draw:frame>`
const checkSlides = (inside: string, made: Made = {}) =>
  check(
    'harbour.odp',
    openDocumentPackage({
      mediaType: 'presentation',
      styles: defaultStyle('graphic'),
      meta: titled,
      ...made,
      body: `<office:presentation>${inside}</office:presentation>`,
    }),
  )

test('OpenDocument slides', async () => {
  const good = slide(box('Boats', 'title') + box('They come and go.'))
  const result = await checkSlides(good)
  assert.equal(result.kind, 'OpenDocument slides')
  assert.equal(result.verdict, 'It has a title, a language and slide titles.')
  assert.deepEqual(result.extent, { count: 1, unit: 'slide' })
  const untitled = await checkSlides(good + slide(box('Words') + pictureIn('')))
  assert.match(wordsOf(untitled, 'slide titles'), /^1 of its 2 slides has no title/)
  assert.equal(resultOf(untitled, 'pictures'), 'fault')
  const notes = slide(
    `${box('Boats', 'title')}<presentation:notes>${pictureIn('')}</presentation:notes>`,
  )
  assert.equal(resultOf(await checkSlides(notes), 'pictures'), 'nothing said')
  assert.equal(resultOf(await checkSlides(slide(pictureIn(''))), 'text'), 'barrier')
  assert.equal(resultOf(await checkSlides(good, { styles: '' }), 'language'), 'fault')
  const row = '<table:table-row><table:table-cell/><table:table-cell/></table:table-row>'
  const table = (attributes: string) =>
    checkSlides(
      slide(
        `${good}<draw:frame><table:table ${attributes}>${row}${row}</table:table></draw:frame>`,
      ),
    )
  assert.equal(resultOf(await table('table:use-first-row-styles="true"'), 'tables'), 'passed')
  assert.equal(resultOf(await table(''), 'tables'), 'fault')
})
