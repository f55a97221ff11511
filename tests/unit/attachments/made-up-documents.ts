import { strToU8, zipSync, type Zippable } from 'fflate'
import { checkDocument } from '../../../src/attachments/check.ts'
import type { DocumentCheck, Finding, Subject } from '../../../src/attachments/findings.ts'

/* Small documents written by hand, each with one thing right or wrong. */

/** Packs files as office programs do. */
export function packed(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const zippable: Zippable = {}
  for (const [path, content] of Object.entries(files)) {
    zippable[path] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(zippable)
}

/** What a check says about one subject; undefined when it says nothing. */
export const about = (check: DocumentCheck, subject: Subject): Finding | undefined =>
  check.findings.find((each) => each.about === subject)

/** Whether a subject passes, or how it fails. */
export function resultOf(check: DocumentCheck, subject: Subject): string {
  const finding = about(check, subject)
  if (finding === undefined) return 'nothing said'
  return finding.passed ? 'passed' : finding.weight
}

/** The words about one subject for readers. */
export const wordsOf = (check: DocumentCheck, subject: Subject): string =>
  about(check, subject)?.words ?? ''

const openXml = 'http://schemas.openxmlformats.org'
const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${openXml}/package/2006/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${openXml}/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const contentTypes = (part: string, type: string): string =>
  `<Types xmlns="${openXml}/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`

interface OpenXml {
  main: string
  /** The content type of the main part. */
  type: string
  /** What the main part refers to, as type and target. */
  related?: readonly (readonly [string, string])[]
  title?: string
  language?: string
  files: Record<string, string | Uint8Array>
}

/** A package of Word, Excel or PowerPoint. */
export function openXmlPackage({ main, type, related, title, language, files }: OpenXml) {
  const [folder = '', name = ''] = main.split('/')
  return packed({
    '[Content_Types].xml': contentTypes(main, type),
    '_rels/.rels': relationships([
      ['officeDocument', main],
      ['metadata/core-properties', 'docProps/core.xml'],
      ['extended-properties', 'docProps/app.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${openXml}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title ?? ''}</dc:title><dc:language>${language ?? ''}</dc:language></cp:coreProperties>`,
    'docProps/app.xml':
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>3</Pages></Properties>',
    [`${folder}/_rels/${name}.rels`]: relationships(related ?? []),
    ...files,
  })
}

export const drawingNamespaces =
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

interface OpenDocument {
  mediaType: string
  /** What stands in office:body. */
  body: string
  automaticStyles?: string
  styles?: string
  meta?: string
  files?: Record<string, string>
}

const openDocumentNamespaces = [
  ['office', 'office'],
  ['style', 'style'],
  ['text', 'text'],
  ['table', 'table'],
  ['draw', 'drawing'],
  ['presentation', 'presentation'],
  ['fo', 'xsl-fo-compatible'],
  ['svg', 'svg-compatible'],
  ['meta', 'meta'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

const openDocumentPart = (name: string, inside: string): string =>
  `<office:document-${name} ${openDocumentNamespaces} xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0">${inside}</office:document-${name}>`

/** A package of LibreOffice and others. */
export function openDocumentPackage(document: OpenDocument): Uint8Array {
  const { mediaType, body, automaticStyles = '', styles = '', meta = '', files = {} } = document
  return packed({
    mimetype: `application/vnd.oasis.opendocument.${mediaType}`,
    'content.xml': openDocumentPart(
      'content',
      `<office:automatic-styles>${automaticStyles}</office:automatic-styles><office:body>${body}</office:body>`,
    ),
    'styles.xml': openDocumentPart('styles', `<office:styles>${styles}</office:styles>`),
    'meta.xml': openDocumentPart('meta', `<office:meta>${meta}</office:meta>`),
    ...files,
  })
}

export const check = checkDocument
