import type { Publication } from '../../document/library.ts'
import { ContentError, type Problem } from '../../document/problems.ts'
import { unshownPictures } from '../pictures.ts'
import type { Format, FormatContext } from '../writers.ts'
import { xmlProblems } from '../xml.ts'
import { packDocument } from './package.ts'
import { OdtWriter } from './writer.ts'

/**
 * OpenDocument 1.3 text, which LibreOffice, Word and others open and can change. Headings, lists,
 * tables, languages and links are what these programs have for them, so that a screen reader can
 * tell them; all that is for the eye stands in named styles (styles.ts).
 */
export const odt: Format<Uint8Array<ArrayBuffer>> = {
  name: 'OpenDocument text',
  ending: '.odt',
  problems: findProblems,
  write: (publication, context) => {
    const problems = findProblems(publication, context)
    if (problems.length > 0) throw new ContentError(problems)
    return packDocument(new OdtWriter(publication, context).parts(), publication, context)
  },
}

function findProblems(publication: Publication, context: FormatContext): Problem[] {
  return [
    ...xmlProblems(publication, 'OpenDocument text'),
    // What LibreOffice shows, WebP since version 7.4.
    ...unshownPictures(publication, context, 'OpenDocument text', [
      'png',
      'jpg',
      'gif',
      'svg',
      'webp',
    ]),
  ]
}
