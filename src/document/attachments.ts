import type { Problems } from './problems.ts'
import type { Registers } from './references.ts'
import type { MadeFormat, MentionedDocument } from './schemas.ts'
import { counted, sizeInWords } from './nodes.ts'
import type { Place } from './problems.ts'

/** The folder of content/ with documents that were made elsewhere, and their address. */
export const ATTACHMENTS = 'documents'

/** What is wrong with an attached document, for whoever can change it. */
export interface Fault {
  /** `error`: never publish it so; `barrier`: not as the only copy; else: it could be better. */
  weight: 'error' | 'barrier' | 'fault' | 'remark'
  words: string
  mend: string
}

/** A file of content/documents/ after it was checked (src/attachments/). */
export interface Attachment {
  /** What it is, such as 'PDF'. */
  kind: string
  bytes: number
  /** How long it is. */
  extent?: { count: number; unit: 'page' | 'sheet' | 'slide' } | undefined
  /** What the check found, in a sentence for readers, and the day in London on which it ran. */
  verdict: string
  checkedOn: string
  faults: Fault[]
  /** Names its bytes. */
  digest: string
}

/** The attached documents, by their address, such as /documents/a-report.pdf. */
export type Attachments = ReadonlyMap<string, Attachment>

/** What an attached document is and how large, such as 'PDF, 340 kB, 12 pages'. */
export function detailsOf({ kind, bytes, extent }: Attachment): string {
  return [kind, sizeInWords(bytes), ...(extent ? [counted(extent.count, extent.unit)] : [])].join(
    ', ',
  )
}

/** The same of a document that publications name; of one elsewhere, as it is written down. */
export function documentDetails(
  { href, mediaType, bytes, pages }: MentionedDocument,
  attachments: Attachments,
): string {
  const attachment = href === undefined ? undefined : attachments.get(href)
  if (attachment) return detailsOf(attachment)
  return [
    mediaType,
    bytes === undefined ? undefined : sizeInWords(bytes),
    pages === undefined ? undefined : counted(pages, 'page'),
  ]
    .filter((detail) => detail !== undefined)
    .join(', ')
}

/**
 * Reports what is wrong with attached documents, where they are named: documents that not
 * everybody can read are no errors while there is another copy.
 * @param formats what people made of publications, and where that is written
 */
export function checkAttachments(
  registers: Registers,
  formats: readonly { made: MadeFormat; place: Place }[],
  problems: Problems,
): void {
  const { attachments, documents, placeInDocuments } = registers
  const named = new Set<string>()
  const report = (href: string, title: string, hasOther: boolean, place: Place) => {
    named.add(href)
    for (const { weight, words, mend } of attachments.get(href)?.faults ?? []) {
      const what = `“${title}”: ${words}`
      if (weight === 'error') problems.error(place, what, mend)
      else if (weight !== 'barrier' || hasOther) problems.remark(place, what, mend)
      else {
        const other = 'Otherwise add a copy that works to its `formats`.'
        problems.error(place, `${what} It is the only copy.`, `${mend} ${other}`)
      }
    }
  }
  for (const [id, { href, title, formats: copies }] of documents) {
    if (href !== undefined) report(href, title, copies.length > 0, placeInDocuments(id, 'href'))
    copies.forEach((copy, index) => {
      report(copy.href, copy.format, true, placeInDocuments(id, 'formats', index, 'href'))
    })
  }
  for (const { made, place } of formats) report(made.href, made.format, true, place)
  for (const href of attachments.keys()) {
    if (named.has(href)) continue
    problems.error(
      { file: `content${href}`, line: 1, column: 1 },
      'No publication and no document of content/documents.yaml has this file.',
      `Write href: ${href} where it belongs, or take the file away.`,
    )
  }
}
