import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import { about, check, resultOf, wordsOf } from './made-up-documents.ts'
import {
  dataTable,
  drawnPicture,
  figure,
  madePdf,
  part,
  pdfOf,
  showing,
  stream,
} from './made-up-pdf.ts'

const good = {
  title: 'Plan for the harbour',
  catalogue: '/Lang(en-GB)/ViewerPreferences<</DisplayDocTitle true>>',
  parts: [
    part('H1', 'Plan for the harbour'),
    part('P', 'Boats come and go.'),
    part('H2', 'Boats'),
    figure('A made-up boat'),
    dataTable('TH'),
  ],
}
const untagged = { untagged: showing('Words that nobody tagged.') }

test('a PDF with everything that a machine can find', async () => {
  const result = await check('plan.pdf', madePdf(good))
  assert.equal(
    result.verdict,
    'Tagged, with a title, a language, headings, described pictures and table headers.',
  )
  assert.equal(result.kind, 'PDF')
  assert.equal(result.title, 'Plan for the harbour')
  assert.equal(result.language, 'en-GB')
  assert.deepEqual(result.extent, { count: 1, unit: 'page' })
  assert.deepEqual(
    result.findings.filter(({ passed }) => !passed),
    [],
  )
})

test('a PDF without tags', async () => {
  const result = await check(
    'plan.pdf',
    madePdf({ title: good.title, catalogue: good.catalogue, ...untagged }),
  )
  assert.equal(
    result.verdict,
    'Not tagged: a screen reader may read it in the wrong order or not at all.',
  )
  assert.equal(resultOf(result, 'tags'), 'barrier')
  assert.equal(resultOf(result, 'headings'), 'nothing said', 'there is no tag to find one by')
})

test('what looks tagged but is not', async () => {
  const cases = {
    'it has tags but does not say so': { ...good, isMarked: false },
    'it says so but has no tags': { ...untagged, isMarked: true },
    'its tags hold nothing': { ...good, parts: [], ...untagged },
    'most of its text is outside': {
      ...good,
      parts: [part('P', 'A word')],
      untagged: showing('Many more words than those that stand in the tags'),
    },
  }
  for (const [why, made] of Object.entries(cases)) {
    const result = await check('plan.pdf', madePdf(made))
    assert.equal(resultOf(result, 'tags'), 'barrier', why)
  }
})

test('some text outside the tags', async () => {
  const outside = await check('plan.pdf', madePdf({ ...good, untagged: showing('Left out') }))
  assert.equal(resultOf(outside, 'tags'), 'passed')
  assert.equal(resultOf(outside, 'text outside tags'), 'fault')
  assert.match(outside.verdict, /^Tagged, .*, but text outside the tags\.$/)

  const decoration = `/Artifact BMC\n${showing('Page 1')}EMC\n`
  const marked = await check('plan.pdf', madePdf({ ...good, untagged: decoration }))
  assert.equal(resultOf(marked, 'text outside tags'), 'passed')
})

test('text on all pages, on some, or on none', async () => {
  const on = (morePages: string[]) => check('plan.pdf', madePdf({ ...good, morePages }))
  assert.equal(resultOf(await on([]), 'text'), 'passed')
  assert.equal(resultOf(await on(['q Q']), 'text'), 'passed', 'an empty page needs no text')
  assert.equal(
    resultOf(await on(['10 10 50 50 re W n']), 'text'),
    'passed',
    'nor one on which nothing is seen',
  )

  const some = await on([drawnPicture, showing('Words'), '10 10 50 50 re f'])
  assert.equal(resultOf(some, 'text'), 'fault')
  assert.match(wordsOf(some, 'text'), /^2 of its 4 pages have no text, .* \(pages 2, 4\)\.$/)
  assert.match(some.verdict, /2 pages without text/)

  const scan = await check(
    'plan.pdf',
    madePdf({ untagged: drawnPicture, morePages: [drawnPicture] }),
  )
  assert.equal(scan.verdict, 'Pictures of pages without text: a screen reader finds nothing in it.')
  const empty = await check('plan.pdf', madePdf({ untagged: '' }))
  assert.equal(empty.verdict, 'Its pages are empty.')
})

test('title, and whether it is shown', async () => {
  assert.equal(resultOf(await check('plan.pdf', madePdf({ parts: good.parts })), 'title'), 'fault')
  for (const title of ['Microsoft Word - plan', 'plan v2 final.docx', 'Untitled']) {
    const result = await check('plan.pdf', madePdf({ ...good, title }))
    assert.equal(resultOf(result, 'title'), 'fault', title)
  }
  const hidden = await check('plan.pdf', madePdf({ ...good, catalogue: '/Lang(en-GB)' }))
  assert.equal(resultOf(hidden, 'title'), 'passed')
  assert.equal(resultOf(hidden, 'title shown'), 'fault')
})

test('language', async () => {
  const none = await check('plan.pdf', madePdf({ ...good, catalogue: '' }))
  assert.equal(resultOf(none, 'language'), 'fault')
  assert.match(none.verdict, /no language/)
  const welsh = await check('plan.pdf', madePdf({ ...good, catalogue: '/Lang(cy-GB)' }))
  assert.equal(welsh.language, 'cy-GB')
  assert.match(wordsOf(welsh, 'language'), /Welsh/)
})

test('headings', async () => {
  const withParts = (...roles: string[]) =>
    check(
      'plan.pdf',
      madePdf({ ...good, parts: roles.map((role) => part(role, `A ${role} of the plan`)) }),
    )
  assert.equal(resultOf(await withParts('H1', 'H2', 'H3', 'H2'), 'headings'), 'passed')
  assert.equal(resultOf(await withParts('H', 'P', 'H'), 'headings'), 'passed')
  assert.match(wordsOf(await withParts('P', 'P'), 'headings'), /no headings/)
  assert.match(wordsOf(await withParts('H1', 'H3'), 'headings'), /level 3 follows level 1/)
  assert.match(wordsOf(await withParts('H2'), 'headings'), /first heading has level 2/)
})

test('pictures and tables', async () => {
  const withParts = (...parts: ReturnType<typeof part>[]) =>
    check('plan.pdf', madePdf({ ...good, parts: [part('P', 'Words'), ...parts] }))
  assert.equal(resultOf(await withParts(), 'pictures'), 'nothing said')
  assert.equal(resultOf(await withParts(), 'tables'), 'nothing said')
  const pictures = await withParts(figure('A made-up boat'), figure(), figure('IMG_1.jpg'))
  assert.match(wordsOf(pictures, 'pictures'), /^2 of its 3 pictures have neither/)
  const tables = await withParts(dataTable('TH'), dataTable('TD'))
  assert.match(wordsOf(tables, 'tables'), /^1 of its 2 tables has no cells/)
  const layout = await withParts(part('Table', part('TR', part('TD', 'One cell'))))
  assert.equal(resultOf(layout, 'tables'), 'nothing said')
})

test('protection', async () => {
  const protect = async (userPassword: string, accessibility: boolean) => {
    const pdf = await PDF.load(madePdf(good))
    pdf.setProtection({
      userPassword,
      ownerPassword: 'made up',
      permissions: { copy: false, accessibility },
    })
    return check('plan.pdf', await pdf.save())
  }
  assert.equal(resultOf(await check('plan.pdf', madePdf(good)), 'protection'), 'passed')
  const allowed = await protect('', true)
  assert.match(wordsOf(allowed, 'protection'), /protected, but screen readers may read it/)
  assert.match(allowed.verdict, /^Tagged/)
  const forbidden = await protect('', false)
  assert.equal(resultOf(forbidden, 'protection'), 'barrier')
  assert.equal(forbidden.verdict, 'Its protection forbids screen readers to read it.')
  const locked = await protect('secret', true)
  assert.equal(resultOf(locked, 'protection'), 'error')
  assert.match(locked.verdict, /^It is locked with a password/)
})

test('a damaged PDF', async () => {
  const whole = madePdf(good)
  for (const bytes of [whole.subarray(0, 40), whole.subarray(0, 12)]) {
    const result = await check('plan.pdf', bytes)
    assert.equal(result.verdict, 'The file is damaged and cannot be opened.')
    assert.equal(resultOf(result, 'file'), 'error')
  }
})

test('a PDF of which a small file makes much', async () => {
  const packedZeros = deflateSync(Buffer.alloc(80 * 1024 * 1024)).toString('latin1')
  const bytes = pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>',
    stream(packedZeros, '/Filter/FlateDecode'),
  ])
  assert.ok(bytes.length < 100_000)
  const result = await check('plan.pdf', bytes)
  assert.equal(result.verdict, 'The file unpacks to more than this check can look through.')
  assert.deepEqual(result.findings, [
    {
      about: 'file',
      passed: false,
      weight: 'barrier',
      words: 'The file unpacks to more than this check can look through.',
      mend: 'Save it again from the program in which it was written, or publish it in parts.',
    },
  ])
})

test('a table over two pages is one table, and its header counts for both', async () => {
  const words = (id: number) => `/TD<</MCID ${id}>>BDC ${showing('Words')} EMC`
  const pages = (headerRole: string) =>
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R/StructTreeRoot 7 0 R/MarkInfo<</Marked true>>>>',
      '<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]/Resources<</Font<</F 6 0 R>>>>>>',
      '<</Type/Page/Parent 2 0 R/Contents 5 0 R/StructParents 0>>',
      '<</Type/Page/Parent 2 0 R/Contents 5 0 R/StructParents 1>>',
      stream(`${words(0)} ${words(1)}`),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      '<</Type/StructTreeRoot/K 8 0 R/ParentTree<</Nums[0[9 0 R 10 0 R]1[11 0 R 12 0 R]]>>>>',
      '<</S/Table/P 7 0 R/K[13 0 R 14 0 R]>>',
      ...[3, 3, 4, 4].map(
        (page, index) =>
          `<</S/${page === 3 ? headerRole : 'TD'}/P ${page === 3 ? 13 : 14} 0 R/Pg ${page} 0 R/K ${index % 2}>>`,
      ),
      '<</S/TR/P 8 0 R/K[9 0 R 10 0 R]>>',
      '<</S/TR/P 8 0 R/K[11 0 R 12 0 R]>>',
    ])
  const withHeader = await check('plan.pdf', pages('TH'))
  assert.match(wordsOf(withHeader, 'tables'), /^Its only table has cells that are marked/)
  const without = await check('plan.pdf', pages('TD'))
  assert.match(wordsOf(without, 'tables'), /^Its only table has no cells/)
})

test('only the first thousand pages are looked through', async () => {
  const morePages = Array.from({ length: 1000 }, () => showing('Words'))
  const result = await check('plan.pdf', madePdf({ ...good, morePages }))
  assert.deepEqual(about(result, 'length'), {
    about: 'length',
    passed: false,
    weight: 'remark',
    words: 'Only its first 1,000 pages of 1,001 were looked through.',
    mend: 'Think of publishing so long a document in parts.',
  })
  assert.deepEqual(result.extent, { count: 1001, unit: 'page' })
})

test('the bytes that are given are not taken away or changed', async () => {
  const bytes = Uint8Array.from(madePdf(good))
  const before = Uint8Array.from(bytes)
  await check('plan.pdf', bytes)
  assert.deepEqual(bytes, before)
})
