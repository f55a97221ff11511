import type { Checked } from './findings.ts'
import { damaged, isReadable } from './findings.ts'
import {
  metadataOf,
  openDocumentHasMacros,
  picturesOf,
  readText,
  tablesOf,
} from './opendocument.ts'
import { sheetsFindings, type Sheet } from './sheets.ts'
import type { Package } from './unpack.ts'
import {
  boldLinesFinding,
  headingsFinding,
  languageFinding,
  macrosFinding,
  picturesFinding,
  slideTitlesFinding,
  tablesFinding,
  textFinding,
  titleFinding,
} from './usual-findings.ts'
import { attribute, childOf, childrenOf, holds, inside, textOf, type XmlElement } from './xml.ts'

/* Looks through OpenDocument texts, spreadsheets and slides (OpenDocument 1.3, part 3). */

const titleMend = 'In LibreOffice, write it in File, Properties, Description, Title.'
const languageMend = 'In LibreOffice, choose Tools, Language, For all Text.'
const picturesMend =
  'In LibreOffice, right-click the picture, choose Description or Alt Text, and describe it or mark it as decorative.'

/** @throws {CannotCheck} when it is damaged or too long */
export function checkOpenDocumentText(files: Package): Checked {
  const { content, body } = contentOf(files, 'office:text')
  const { title, pages } = metadataOf(files)
  const { readable, language, levels, boldLines } = readText(files, content, body, 'paragraph')
  return {
    extent: pages > 0 ? { count: pages, unit: 'page' } : undefined,
    language,
    title,
    findings: [
      textFinding(readable),
      titleFinding(title, titleMend),
      languageFinding(language, languageMend),
      headingsFinding(
        levels,
        'In LibreOffice, give each heading a style: Heading 1, Heading 2 and so on.',
      ),
      ...picturesFinding(picturesOf(body), picturesMend),
      ...tablesFinding(
        tablesOf(body, (table) => childOf(table, 'table:table-header-rows') !== undefined),
        'In LibreOffice, choose Table, Properties, Text Flow, Repeat heading.',
      ),
      boldLinesFinding(boldLines),
      macrosFinding(openDocumentHasMacros(files)),
    ],
  }
}

/** @throws {CannotCheck} when it is damaged or too long */
export function checkOpenDocumentSpreadsheet(files: Package): Checked {
  const { content, body } = contentOf(files, 'office:spreadsheet')
  const { title } = metadataOf(files)
  const { readable, language } = readText(files, content, body, 'table-cell')
  const sheets = childrenOf(body, 'table:table').map(readSheet)
  return {
    extent: { count: sheets.length, unit: 'sheet' },
    language,
    title,
    findings: [
      titleFinding(title, titleMend),
      ...(readable ? [languageFinding(language, languageMend)] : []),
      ...sheetsFindings(sheets),
      ...picturesFinding(picturesOf(body), picturesMend),
      macrosFinding(openDocumentHasMacros(files)),
    ],
  }
}

/** @throws {CannotCheck} when it is damaged or too long */
export function checkOpenDocumentSlides(files: Package): Checked {
  const { content, body } = contentOf(files, 'office:presentation')
  const { title } = metadataOf(files)
  const { readable, language } = readText(files, content, body, 'graphic')
  const slides = childrenOf(body, 'draw:page')
  return {
    extent: { count: slides.length, unit: 'slide' },
    language,
    title,
    findings: [
      textFinding(readable),
      titleFinding(title, titleMend),
      languageFinding(language, languageMend),
      ...slideTitlesFinding(
        { total: slides.length, good: slides.filter(hasTitle).length },
        'In LibreOffice, choose a layout with a title, and give each slide one.',
      ),
      ...picturesFinding(picturesOf(body), picturesMend),
      ...tablesFinding(
        tablesOf(body, (table) => attribute(table, 'table:use-first-row-styles') === 'true'),
        'In LibreOffice, select the table, then switch Header row on in its design.',
      ),
      macrosFinding(openDocumentHasMacros(files)),
    ],
  }
}

function contentOf(files: Package, kind: string) {
  const content = files.required('content.xml', 'office:document-content')
  const body = childOf(content, 'office:body', kind)
  if (!body) throw damaged()
  return { content, body }
}

function readSheet(table: XmlElement): Sheet {
  const cells = [...inside(table, 'table:table-cell')]
  const merged = cells.filter((cell) =>
    ['table:number-columns-spanned', 'table:number-rows-spanned'].some(
      (name) => Number(attribute(cell, name) ?? 1) > 1,
    ),
  )
  return {
    name: attribute(table, 'table:name') ?? '',
    isEmpty: !cells.some((cell) => textOf(cell).trim() !== '') && !holds(table, 'draw:frame'),
    merged: merged.length,
    tooLong: false,
  }
}

const hasTitle = (slide: XmlElement): boolean =>
  childrenOf(slide, 'draw:frame').some(
    (frame) =>
      attribute(frame, 'presentation:class') === 'title' &&
      isReadable(textOf(childOf(frame, 'draw:text-box'))),
  )
