import assert from 'node:assert/strict'
import { test } from 'node:test'
import { about, check, openXmlPackage, resultOf, wordsOf } from './made-up-documents.ts'

const filled = '<sheetData><row><c><v>8</v></c></row></sheetData>'
const empty = '<sheetData><row><c s="1"/></row></sheetData>'

interface Made {
  title?: string
  language?: string
  files?: Record<string, string>
  type?: string
}

/** A workbook with those sheets, by their names. */
function checkSheets(sheets: Record<string, string>, { files, type, ...rest }: Made = {}) {
  const names = Object.keys(sheets)
  const bytes = openXmlPackage({
    main: 'xl/workbook.xml',
    type: type ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    title: 'Boats of the harbour',
    ...rest,
    related: names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
    files: {
      'xl/workbook.xml': `<workbook xmlns:r="urn:made-up"><sheets>${names.map((name, index) => `<sheet name="${name}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
      ...Object.fromEntries(
        Object.values(sheets).map((inside, index) => [
          `xl/worksheets/sheet${index + 1}.xml`,
          `<worksheet>${inside}</worksheet>`,
        ]),
      ),
      ...files,
    },
  })
  return check('boats.xlsx', bytes)
}

test('a workbook with what a machine can find', async () => {
  const result = await checkSheets({ Boats: filled, Birds: filled })
  assert.equal(result.kind, 'Excel workbook')
  assert.equal(result.verdict, 'It has a title and named sheets.')
  assert.deepEqual(result.extent, { count: 2, unit: 'sheet' })
  assert.equal(resultOf(result, 'tables'), 'nothing said', 'a header row cannot be known')
})

test('title, and language where there is one', async () => {
  assert.equal(resultOf(await checkSheets({ Boats: filled }, { title: '' }), 'title'), 'fault')
  assert.equal(resultOf(await checkSheets({ Boats: filled }), 'language'), 'nothing said')
  const british = await checkSheets({ Boats: filled }, { language: 'en-GB' })
  assert.equal(resultOf(british, 'language'), 'passed')
  assert.equal(british.language, 'en-GB')
})

test('empty sheets', async () => {
  assert.equal(resultOf(await checkSheets({ Boats: filled }), 'sheets'), 'passed')
  const some = await checkSheets({ Boats: filled, Birds: empty })
  assert.equal(wordsOf(some, 'sheets'), '“Birds” is an empty sheet.')
  const all = await checkSheets({ Boats: empty, Birds: empty })
  assert.equal(resultOf(all, 'sheets'), 'barrier')
  assert.equal(all.verdict, 'All of its sheets are empty.')
  const drawn = await checkSheets({ Boats: `${empty}<drawing/>` })
  assert.equal(resultOf(drawn, 'sheets'), 'passed', 'a sheet with a chart is not empty')
  const inline = await checkSheets({ Boats: '<sheetData><c><is><t>Gull</t></is></c></sheetData>' })
  assert.equal(resultOf(inline, 'sheets'), 'passed')
})

test('names of sheets', async () => {
  const result = await checkSheets({ Sheet1: filled, Birds: filled, sheet: filled })
  assert.equal(
    wordsOf(result, 'sheet names'),
    '“Sheet1” and “sheet” do not say what the sheet holds.',
  )
  assert.match(result.verdict, /2 sheets without a name of their own/)
  assert.equal(resultOf(await checkSheets({ Sheets: filled }), 'sheet names'), 'passed')
})

test('merged cells', async () => {
  const merged = `${filled}<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>`
  const result = await checkSheets({ Boats: merged })
  assert.match(wordsOf(result, 'merged cells'), /^It has 2 merged cells/)
  assert.equal(resultOf(result, 'merged cells'), 'remark')
  assert.equal(resultOf(await checkSheets({ Boats: filled }), 'merged cells'), 'passed')
})

test('a sheet that is too long to be looked through', async () => {
  const long = `<sheetData>${'<c><v>8</v></c>'.repeat(600_000)}</sheetData>`
  const result = await checkSheets({ Boats: long, Birds: filled })
  assert.equal(resultOf(result, 'sheets'), 'passed', 'it is not empty')
  assert.deepEqual(about(result, 'merged cells'), {
    about: 'merged cells',
    passed: false,
    weight: 'remark',
    words: '“Boats” is too long for this check, so merged cells were not looked for.',
    mend: 'Look for merged cells in the program in which it was written.',
  })
})

test('pictures and charts', async () => {
  const drawn = (properties: string) =>
    checkSheets(
      { Boats: filled },
      {
        files: {
          'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="urn:made-up"><xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr ${properties}/></xdr:nvGraphicFramePr></xdr:graphicFrame></xdr:wsDr>`,
        },
      },
    )
  assert.equal(resultOf(await drawn('descr="Boats a year, rising"'), 'pictures'), 'passed')
  assert.equal(resultOf(await drawn('name="Chart 1"'), 'pictures'), 'fault')
})

test('macros', async () => {
  const result = await checkSheets(
    { Boats: filled },
    {
      type: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      files: { 'xl/vbaProject.bin': 'made up' },
    },
  )
  assert.equal(resultOf(result, 'macros'), 'error')
  assert.match(result.verdict, /^It contains macros/)
})
