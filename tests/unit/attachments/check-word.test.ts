import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check, drawingNamespaces, openXmlPackage, resultOf, wordsOf } from './made-up-documents.ts'

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

const run = (words: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`
const paragraph = (words: string, style?: string, properties = ''): string =>
  `<w:p><w:pPr>${style === undefined ? '' : `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>${run(words)}</w:p>`

const britishDefault =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
const headingStyles = [1, 2, 3]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  )
  .join('')

interface Made {
  title?: string
  styles?: string
  type?: string
  files?: Record<string, string>
}
const made = (body: string, { title, styles, type, files }: Made = {}): Uint8Array =>
  openXmlPackage({
    main: 'word/document.xml',
    type: type ?? wordMain,
    title: title ?? 'Plan for the harbour',
    related: [['styles', 'styles.xml']],
    files: {
      'word/document.xml': `<w:document xmlns:w="${namespace}" ${drawingNamespaces} xmlns:v="urn:schemas-microsoft-com:vml"><w:body>${body}</w:body></w:document>`,
      'word/styles.xml': `<w:styles xmlns:w="${namespace}">${styles ?? britishDefault + headingStyles}</w:styles>`,
      ...files,
    },
  })
const checkBody = (body: string, rest?: Made) => check('plan.docx', made(body, rest))

const headed = `${paragraph('Plan for the harbour', 'Heading1')}${paragraph('Boats come and go.')}`

test('a Word document with what a machine can find', async () => {
  const result = await checkBody(headed)
  assert.equal(result.kind, 'Word document')
  assert.equal(result.verdict, 'It has a title, a language and headings.')
  assert.equal(result.title, 'Plan for the harbour')
  assert.equal(result.language, 'en-GB')
  assert.deepEqual(result.extent, { count: 3, unit: 'page' })
  assert.deepEqual(
    result.findings.filter(({ passed }) => !passed),
    [],
  )
})

test('title', async () => {
  assert.equal(resultOf(await checkBody(headed), 'title'), 'passed')
  assert.match(wordsOf(await checkBody(headed, { title: ' ' }), 'title'), /no title/)
  assert.equal(resultOf(await checkBody(headed, { title: 'plan.docx' }), 'title'), 'fault')
})

test('text', async () => {
  assert.equal(resultOf(await checkBody(headed), 'text'), 'passed')
  const none = await checkBody(paragraph(' … '))
  assert.equal(resultOf(none, 'text'), 'barrier')
  assert.equal(none.verdict, 'No text was found in it: a screen reader finds nothing to read.')
})

test('language, from defaults, styles and runs', async () => {
  const languageOf = async (body: string, styles: string) =>
    (await checkBody(body, { styles })).language
  assert.equal(await languageOf(headed, headingStyles), undefined)
  assert.equal(resultOf(await checkBody(headed, { styles: headingStyles }), 'language'), 'fault')
  assert.equal(await languageOf(headed, britishDefault), 'en-GB')
  const welsh = (attributes: string) =>
    `<w:style w:type="paragraph" ${attributes}><w:rPr><w:lang w:val="cy-GB"/></w:rPr></w:style>`
  const usual = welsh('w:default="1" w:styleId="Normal"')
  assert.equal(await languageOf(paragraph('Cychod'), britishDefault + usual), 'cy-GB')
  const parent = `${welsh('w:styleId="Cymraeg"')}<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Cymraeg"/></w:style>`
  assert.equal(await languageOf(paragraph('Cychod', 'Child'), britishDefault + parent), 'cy-GB')
  const french = `<w:p>${run('Les bateaux vont et viennent.', '<w:lang w:val="fr-FR"/>')}${run('Boats')}</w:p>`
  assert.equal(await languageOf(french, britishDefault), 'fr-FR', 'that of most of the text')
  const none = `<w:p>${run('Words', '<w:lang w:val="x-none"/>')}</w:p>`
  assert.equal(await languageOf(none, britishDefault), undefined)
})

test('headings, by outline level, name and parent of the style', async () => {
  const levels = (body: string, styles = headingStyles) => checkBody(body, { styles })
  assert.equal(
    wordsOf(await checkBody(headed), 'headings'),
    'It has 1 heading, and no level is skipped.',
  )
  assert.match(wordsOf(await levels(paragraph('Words')), 'headings'), /no headings/)
  const skipped = paragraph('One', 'Heading1') + paragraph('Three', 'Heading3')
  assert.match(wordsOf(await levels(skipped), 'headings'), /level 3 follows level 1/)

  const custom =
    '<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter"/><w:basedOn w:val="Heading1"/></w:style>'
  const byParent = await levels(paragraph('One', 'Chapter'), headingStyles + custom)
  assert.equal(resultOf(byParent, 'headings'), 'passed')
  const byName = await levels(
    paragraph('One', 'Titre1'),
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="Heading 1"/></w:style>',
  )
  assert.equal(resultOf(byName, 'headings'), 'passed')
  const byHand = await levels(paragraph('One', undefined, '<w:outlineLvl w:val="0"/>'))
  assert.equal(resultOf(byHand, 'headings'), 'passed')
  const body = await levels(paragraph('One', 'Heading1', '<w:outlineLvl w:val="9"/>'))
  assert.equal(resultOf(body, 'headings'), 'fault', 'level 9 is body text')
  const empty = await levels(paragraph('', 'Heading1') + paragraph('Words'))
  assert.equal(resultOf(empty, 'headings'), 'fault', 'an empty heading leads nowhere')
})

test('styles that are based on each other in a ring', async () => {
  const ring = ['A', 'B']
    .map(
      (id) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:basedOn w:val="${id === 'A' ? 'B' : 'A'}"/></w:style>`,
    )
    .join('')
  const result = await checkBody(paragraph('Words', 'A'), { styles: ring })
  assert.equal(resultOf(result, 'headings'), 'fault')
})

const drawing = (properties: string, inside = '<pic:pic/>'): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" ${properties}<a:graphic>${inside}</a:graphic></wp:inline></w:drawing></w:r></w:p>`
const decorative =
  '><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"/></a:ext></a:extLst></wp:docPr>'

test('pictures', async () => {
  const pictures = async (...all: string[]) => {
    const result = await checkBody(headed + all.join(''))
    return wordsOf(result, 'pictures')
  }
  assert.equal(await pictures(), '')
  assert.match(
    await pictures(drawing('descr="A made-up boat"/>'), drawing(decorative)),
    /^Each picture has/,
  )
  assert.match(
    await pictures(drawing('descr="A boat"/>'), drawing('descr=" "/>'), drawing('/>')),
    /^2 of its 3 pictures have neither/,
  )
  assert.match(await pictures(drawing('descr="IMG_0042.JPG"/>')), /has neither/)
  assert.equal(await pictures(drawing('/>', '<w:txbxContent/>')), '', 'a box of text is read')
  const older = (alt: string) =>
    `<w:p><w:r><w:pict><v:shape alt="${alt}"><v:imagedata/></v:shape></w:pict></w:r></w:p>`
  assert.match(await pictures(older('A made-up boat')), /^Its only picture has a description/)
  assert.match(await pictures(older('')), /^Its only picture has neither/)
  const twice = `<mc:AlternateContent><mc:Choice>${drawing('descr="A boat"/>')}</mc:Choice><mc:Fallback>${drawing('/>')}</mc:Fallback></mc:AlternateContent>`
  assert.match(await pictures(twice), /^Its only picture has a description/)
})

test('tables', async () => {
  const cell = '<w:tc><w:p/></w:tc>'
  const table = (header: string) =>
    `<w:tbl><w:tr><w:trPr>${header}</w:trPr>${cell}${cell}</w:tr><w:tr>${cell}${cell}</w:tr></w:tbl>`
  const tables = async (body: string) => wordsOf(await checkBody(headed + body), 'tables')
  assert.match(await tables(table('<w:tblHeader/>')), /^Its only table has cells/)
  assert.match(
    await tables(table('<w:tblHeader w:val="0"/>') + table('')),
    /^2 of its 2 tables have no cells/,
  )
  assert.equal(await tables(`<w:tbl><w:tr>${cell}</w:tr></w:tbl>`), '')
})

test('bold lines that may be headings', async () => {
  const bold = (words: string, properties = '<w:b/>') => `<w:p>${run(words, properties)}</w:p>`
  const lines = async (body: string) => resultOf(await checkBody(headed + body), 'bold lines')
  assert.equal(await lines(bold('Boats')), 'remark')
  assert.equal(await lines(bold('Boats', '<w:b w:val="0"/>')), 'passed')
  assert.equal(await lines(bold('Boats come and go.')), 'passed', 'a sentence')
  assert.equal(await lines(`<w:tbl><w:tr><w:tc>${bold('Boats')}</w:tc></w:tr></w:tbl>`), 'passed')
  const inPart = `<w:p>${run('Boats', '<w:b/>')}${run(' come')}</w:p>`
  assert.equal(await lines(inPart), 'passed')
  const result = await checkBody(headed + bold('Boats'))
  assert.equal(result.verdict, 'It has a title, a language and headings.', 'a remark is no fault')
})

test('macros, also under another ending', async () => {
  const bytes = made(headed, {
    type: 'application/vnd.ms-word.document.macroEnabled.main+xml',
    files: { 'word/vbaProject.bin': 'made up' },
  })
  for (const name of ['plan.docm', 'plan.docx']) {
    const result = await check(name, bytes)
    assert.equal(resultOf(result, 'macros'), 'error')
    assert.equal(resultOf(result, 'file'), name === 'plan.docx' ? 'passed' : 'error')
  }
  assert.equal(resultOf(await checkBody(headed), 'macros'), 'passed')
})

test('a document without its text', async () => {
  const result = await checkBody('', { files: { 'word/document.xml': '<w:document' } })
  assert.equal(result.verdict, 'The file is damaged and cannot be opened.')
})

test('more text than is looked through', async () => {
  const long = '<w:p/>'.repeat(1_500_000)
  const result = await checkBody(long)
  assert.deepEqual(result.findings, [
    {
      about: 'file',
      passed: false,
      weight: 'fault',
      words: 'It has too much text for this check.',
      mend: 'Check it in the program in which it was written, or publish it in parts.',
    },
  ])
})
