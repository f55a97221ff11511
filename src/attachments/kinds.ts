/** A kind of document that can be checked. */
export interface Kind {
  /** For readers, such as 'Word document'. */
  words: string
  /** How the names of such files end. */
  ending: string
  mediaType: string
}

const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

export const kinds = {
  pdf: { words: 'PDF', ending: '.pdf', mediaType: 'application/pdf' },
  docx: {
    words: 'Word document',
    ending: '.docx',
    mediaType: `${openXml}.wordprocessingml.document`,
  },
  odt: { words: 'OpenDocument text', ending: '.odt', mediaType: `${openDocument}.text` },
  xlsx: {
    words: 'Excel workbook',
    ending: '.xlsx',
    mediaType: `${openXml}.spreadsheetml.sheet`,
  },
  ods: {
    words: 'OpenDocument spreadsheet',
    ending: '.ods',
    mediaType: `${openDocument}.spreadsheet`,
  },
  pptx: {
    words: 'PowerPoint slides',
    ending: '.pptx',
    mediaType: `${openXml}.presentationml.presentation`,
  },
  odp: {
    words: 'OpenDocument slides',
    ending: '.odp',
    mediaType: `${openDocument}.presentation`,
  },
  csv: { words: 'CSV table', ending: '.csv', mediaType: 'text/csv' },
  txt: { words: 'plain text', ending: '.txt', mediaType: 'text/plain' },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds

/** Those that are ZIP archives of XML. */
export const packedKinds = ['docx', 'odt', 'xlsx', 'ods', 'pptx', 'odp'] as const
export type PackedKind = (typeof packedKinds)[number]

/** What a document is by its name; undefined when it is none that can be checked. */
export function kindByEnding(ending: string): KindName | undefined {
  return ([...packedKinds, 'pdf', 'csv', 'txt'] as const).find(
    (name) => kinds[name].ending === ending,
  )
}

/** The endings and media types of all documents that can be checked. */
export const checkableKinds: readonly Kind[] = Object.values(kinds)
