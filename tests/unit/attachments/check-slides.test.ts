import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check, drawingNamespaces, openXmlPackage, resultOf, wordsOf } from './made-up-documents.ts'

const words = (text: string, lang = ''): string =>
  `<p:txBody><a:p><a:r><a:rPr ${lang === '' ? '' : `lang="${lang}"`}/><a:t>${text}</a:t></a:r></a:p></p:txBody>`
const box = (text: string, place = '', lang = 'en-GB'): string =>
  `<p:sp><p:nvSpPr><p:nvPr>${place === '' ? '' : `<p:ph type="${place}"/>`}</p:nvPr></p:nvSpPr>${words(text, lang)}</p:sp>`
const picture = (properties: string): string =>
  `<p:pic><p:nvPicPr><p:cNvPr ${properties}/></p:nvPicPr></p:pic>`
const frame = (inside: string, properties = ''): string =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr ${properties}/></p:nvGraphicFramePr>${inside}</p:graphicFrame>`

interface Made {
  title?: string
  presentation?: string
  type?: string
  files?: Record<string, string>
}

function checkSlides(slides: readonly string[], made: Made = {}) {
  const namespaces = `${drawingNamespaces} xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
  const bytes = openXmlPackage({
    main: 'ppt/presentation.xml',
    type:
      made.type ??
      'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
    title: made.title ?? 'The harbour in slides',
    related: slides.map((_, index) => ['slide', `slides/slide${index + 1}.xml`]),
    files: {
      'ppt/presentation.xml': `<p:presentation ${namespaces}><p:sldIdLst>${slides.map((_, index) => `<p:sldId r:id="rId${index + 1}"/>`).join('')}</p:sldIdLst>${made.presentation ?? ''}</p:presentation>`,
      ...Object.fromEntries(
        slides.map((inside, index) => [
          `ppt/slides/slide${index + 1}.xml`,
          `<p:sld ${namespaces}>${inside}</p:sld>`,
        ]),
      ),
      ...made.files,
    },
  })
  return check('harbour.pptx', bytes)
}

const good = `${box('Boats', 'title')}${box('They come and go.')}`

test('slides with what a machine can find', async () => {
  const result = await checkSlides([box('The harbour', 'ctrTitle'), good])
  assert.equal(result.kind, 'PowerPoint slides')
  assert.equal(result.verdict, 'It has a title, a language and slide titles.')
  assert.deepEqual(result.extent, { count: 2, unit: 'slide' })
  assert.equal(result.language, 'en-GB')
})

test('titles of slides', async () => {
  const result = await checkSlides([good, box('Words'), box('', 'title') + box('Words')])
  assert.match(wordsOf(result, 'slide titles'), /^2 of its 3 slides have no title/)
  assert.equal(resultOf(await checkSlides([good]), 'slide titles'), 'passed')
})

test('title, text and language', async () => {
  assert.equal(
    resultOf(await checkSlides([good], { title: 'PowerPoint Presentation' }), 'title'),
    'fault',
  )
  const none = await checkSlides([picture('descr="A boat"')])
  assert.equal(resultOf(none, 'text'), 'barrier')
  assert.equal(resultOf(await checkSlides([good]), 'text'), 'passed')
  const unmarked = box('Boats', 'title', '')
  assert.equal(resultOf(await checkSlides([unmarked]), 'language'), 'fault')
  const byDefault = await checkSlides([unmarked], {
    presentation:
      '<p:defaultTextStyle><a:lvl1pPr><a:defRPr lang="cy-GB"/></a:lvl1pPr></p:defaultTextStyle>',
  })
  assert.equal(byDefault.language, 'cy-GB')
})

test('pictures and charts, but not tables', async () => {
  const pictures = async (inside: string) => wordsOf(await checkSlides([good + inside]), 'pictures')
  assert.equal(await pictures(''), '')
  assert.match(await pictures(picture('descr="A boat"')), /^Its only picture has a description/)
  assert.match(await pictures(picture('') + frame('<a:graphic/>')), /^2 of its 2 pictures/)
  assert.equal(await pictures(frame('<a:tbl/>')), '')
})

test('tables', async () => {
  const table = (properties: string) => frame(`<a:tbl><a:tblPr ${properties}/></a:tbl>`)
  const result = async (properties: string) =>
    resultOf(await checkSlides([good + table(properties)]), 'tables')
  assert.equal(await result('firstRow="1"'), 'passed')
  assert.equal(await result('bandRow="1"'), 'fault')
})

test('macros', async () => {
  const result = await checkSlides([good], {
    type: 'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml',
    files: { 'ppt/vbaProject.bin': 'made up' },
  })
  assert.equal(resultOf(result, 'macros'), 'error')
  assert.equal(resultOf(await checkSlides([good]), 'macros'), 'passed')
})

test('a slide that is missing', async () => {
  const result = await checkSlides([good], { files: { 'ppt/slides/slide1.xml': '<p:other/>' } })
  assert.equal(result.verdict, 'The file is damaged and cannot be opened.')
})
