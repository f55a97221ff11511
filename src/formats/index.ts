import type { Publication } from '../document/library.ts'
import { braille, uncontractedBraille } from './braille/brf.ts'
import { docx } from './word/docx.ts'
import { epub } from './epub/epub.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { odt } from './opendocument/odt.ts'
import type { OfferedEnding } from '../document/offered-formats.ts'
import { giantPrint, largePrint, pdf } from './pdf/pdf.ts'
import { pef } from './braille/pef.ts'
import { searchRecord } from './search.ts'
import { singleFile } from './single-file.ts'
import { socialPicture } from './social-picture.ts'
import { socialPictureInWords } from './social-picture-words.ts'
import { text } from './text.ts'
import type { Format } from './writers.ts'

/** What the site itself shows of every publication. */
const shown: readonly Format[] = [html, socialPicture, socialPictureInWords, searchRecord]

/** What readers can have a release or a plan as; the type sees that none that is offered is missing. */
const alternatives: Readonly<Record<OfferedEnding, Format>> = {
  '.docx': docx,
  '.pdf': pdf,
  '-large-print.pdf': largePrint,
  '-giant-print.pdf': giantPrint,
  '-single-file.html': singleFile,
  '.epub': epub,
  '.brf': braille,
  '-uncontracted.brf': uncontractedBraille,
  '.pef': pef,
  '.odt': odt,
  '.txt': text,
  '.md': markdown,
}

const all: readonly Format[] = [...shown, ...Object.values(alternatives)]

/** Every format that a publication is written in. */
export function formatsOf({ collection }: Pick<Publication, 'collection'>): readonly Format[] {
  return collection === 'press-releases' || collection === 'action-plans' ? all : shown
}
