import { escape } from '../xml.ts'
import type { PdfStructure } from './structure.ts'

/** What Typst cannot say of a document. */
export interface Description {
  publisher: string
  rights: string
  /** When its readers were last told of a change, as RFC 3339 writes it. */
  updatedAt: string | undefined
}

/** Says in a PDF who published it, under what terms, and when it was last changed. */
export function describe(
  structure: PdfStructure,
  { publisher, rights, updatedAt }: Description,
): void {
  if (updatedAt !== undefined) structure.changed(new Date(updatedAt))
  const dublinCore = [
    ...(publisher === ''
      ? []
      : [`<dc:publisher><rdf:Bag><rdf:li>${escape(publisher)}</rdf:li></rdf:Bag></dc:publisher>`]),
    `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escape(rights)}</rdf:li></rdf:Alt></dc:rights>`,
  ].join('')
  structure.changeMetadata((packet) => {
    const dated =
      updatedAt === undefined
        ? packet
        : packet.replace(/(<xmp:ModifyDate>)[^<]*/, (_, opening: string) => opening + updatedAt)
    return dated.replace('</rdf:Description>', (end) => dublinCore + end)
  })
}
