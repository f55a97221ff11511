import type { Publication } from '../../document/library.ts'
import { ContentError, type Problem } from '../../document/problems.ts'
import { unshownPictures } from '../pictures.ts'
import type { Format, FormatContext } from '../writers.ts'
import { xmlProblems } from '../xml.ts'
import { packDocument } from './package.ts'
import { DocxWriter } from './writer.ts'

/**
 * A Word document that is a document: headings, lists, tables, quotes, captions and languages are
 * Word's own, so that a screen reader, the navigation pane and other programs find them. What it
 * looks like is in its styles, so a reader can change it in one place.
 */
export const docx: Format<Uint8Array<ArrayBuffer>> = {
  name: 'Word document',
  ending: '.docx',
  problems: findProblems,
  write: (publication, context) => {
    const problems = findProblems(publication, context)
    if (problems.length > 0) throw new ContentError(problems)
    return packDocument(new DocxWriter(publication, context).parts(), publication, context)
  },
}

function findProblems(publication: Publication, context: FormatContext): Problem[] {
  return [
    ...xmlProblems(publication, 'a Word document'),
    ...unshownPictures(publication, context, 'Word', ['png', 'jpg', 'gif']),
  ]
}
