import type { Checked } from './findings.ts'
import {
  coreProperties,
  isDescribed,
  mainPart,
  openXmlHasMacros,
  relationshipsOf,
} from './open-xml.ts'
import { sheetsFindings, type Sheet } from './sheets.ts'
import type { Package } from './unpack.ts'
import { languageFinding, macrosFinding, picturesFinding, titleFinding } from './usual-findings.ts'
import { attribute, childOf, childrenOf, inside, textOf } from './xml.ts'

/**
 * Looks through an Excel workbook (ECMA-376, part 1, SpreadsheetML).
 * @throws {CannotCheck} when it is damaged
 */
export function checkSpreadsheet(files: Package): Checked {
  const main = mainPart(files)
  const workbook = files.required(main, 'workbook')
  const { title, language } = coreProperties(files)
  const related = relationshipsOf(files, main)
  const sheets = childrenOf(childOf(workbook, 'sheets'), 'sheet').map((each): Sheet => {
    const part = related.get(attribute(each, 'r:id') ?? '')
    return { name: attribute(each, 'name') ?? '', ...readSheet(files, part?.target ?? '') }
  })
  const pictures = [...files.paths]
    .filter((path) => /^xl\/drawings\/[^/]+\.xml$/.test(path))
    .flatMap((path) => {
      const root = files.xml(path)
      return root ? [...inside(root, 'xdr:pic', 'xdr:graphicFrame')] : []
    })
    .map((each) => isDescribed([...inside(each, 'xdr:cNvPr')][0]))
  return {
    extent: { count: sheets.length, unit: 'sheet' },
    language,
    title,
    findings: [
      titleFinding(title, 'In Excel, write it in File, Info, Properties, Title.'),
      // A workbook has no mark for the language of its cells, only this one word in its properties.
      ...(language === undefined ? [] : [languageFinding(language, '')]),
      ...sheetsFindings(sheets),
      ...picturesFinding(
        { total: pictures.length, good: pictures.filter(Boolean).length },
        'In Excel, right-click the picture or chart, choose View Alt Text, and describe it.',
      ),
      macrosFinding(openXmlHasMacros(files)),
    ],
  }
}

function readSheet(files: Package, path: string): Omit<Sheet, 'name'> {
  const root = files.xml(path)
  // A sheet that is too long to be looked through is not empty.
  if (!root) return { isEmpty: !files.isTooLong(path), merged: 0, tooLong: files.isTooLong(path) }
  const filled = [...inside(root, 'c')].some(
    (cell) => textOf(childOf(cell, 'v')) !== '' || textOf(childOf(cell, 'is')) !== '',
  )
  return {
    // A sheet can also be one chart, or have only pictures.
    isEmpty: root.name === 'worksheet' && !filled && childOf(root, 'drawing') === undefined,
    merged: childrenOf(childOf(root, 'mergeCells'), 'mergeCell').length,
    tooLong: false,
  }
}
