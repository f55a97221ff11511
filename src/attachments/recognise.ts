import {
  checkOpenDocumentSlides,
  checkOpenDocumentSpreadsheet,
  checkOpenDocumentText,
} from './check-opendocument.ts'
import { checkPdf } from './check-pdf.ts'
import { checkPlainText } from './check-plain-text.ts'
import { checkSlides } from './check-slides.ts'
import { checkSpreadsheet } from './check-spreadsheet.ts'
import { checkWord } from './check-word.ts'
import { CannotCheck, locked, type Checked } from './findings.ts'
import { kinds, packedKinds, type KindName, type PackedKind } from './kinds.ts'
import { isLocked } from './opendocument.ts'
import { openXmlKind } from './open-xml.ts'
import { Package } from './unpack.ts'

/** What a document is by its bytes, and how it is checked. */
export interface Recognised {
  kind: KindName
  check: () => Checked | Promise<Checked>
}

const packed: Record<PackedKind, (files: Package) => Checked> = {
  docx: checkWord,
  odt: checkOpenDocumentText,
  xlsx: checkSpreadsheet,
  ods: checkOpenDocumentSpreadsheet,
  pptx: checkSlides,
  odp: checkOpenDocumentSlides,
}

/** The first bytes of .doc, .xls and .ppt, and of newer documents with a password ([MS-CFB], 2.2). */
const compoundFile = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/**
 * @param named what it is by its name, which alone tells kinds of plain text apart
 * @throws {CannotCheck} when it is none of the kinds that can be checked
 */
export function recognise(bytes: Uint8Array, named: KindName | undefined): Recognised {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const start = file.toString('latin1', 0, 1024)
  const isPlain = named === 'csv' || named === 'txt'
  // Some programs put other bytes before a PDF's first (ISO 32000-1, annex H.3, note 13).
  if (isPlain ? start.startsWith('%PDF-') : start.includes('%PDF-')) {
    return { kind: 'pdf', check: () => checkPdf(bytes) }
  }
  if (start.startsWith('PK\x03\x04')) return recognisePacked(bytes)
  if (start.startsWith(compoundFile)) {
    throw file.includes('EncryptedPackage', 0, 'utf16le') ? locked() : ofOldKind()
  }
  if (isPlain) return { kind: named, check: () => checkPlainText(bytes) }
  throw named === undefined ? ofUnknownKind() : notAsNamed(named)
}

function recognisePacked(bytes: Uint8Array): Recognised {
  const files = new Package(bytes)
  const mediaType = files.text('mimetype')?.trim()
  const kind =
    mediaType === undefined && files.paths.has('[Content_Types].xml')
      ? openXmlKind(files)
      : packedKinds.find((name) => kinds[name].mediaType === mediaType)
  if (kind === undefined) throw ofUnknownKind()
  if (isLocked(files)) throw locked()
  return { kind, check: () => packed[kind](files) }
}

const ofOldKind = (): CannotCheck =>
  new CannotCheck(
    'It is of an old kind (.doc, .xls or .ppt) that this check cannot look into.',
    'Save it as .docx, .xlsx or .pptx.',
  )

const ofUnknownKind = (): CannotCheck =>
  new CannotCheck(
    'It is of a kind that this check cannot look into.',
    `Save it as one of these: ${Object.values(kinds)
      .map(({ ending }) => ending)
      .join(', ')}.`,
  )

const notAsNamed = (named: KindName): CannotCheck =>
  new CannotCheck(
    `Its name ends in ${kinds[named].ending}, but it is no ${kinds[named].words}, or a damaged one.`,
    'Open it in the program in which it was written, and save it again.',
  )
