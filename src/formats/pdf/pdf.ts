import type { Publication } from '../../document/library.ts'
import { ContentError, type Problem } from '../../document/problems.ts'
import { missingCharacters } from '../../pictures/fonts.ts'
import { characterProblems } from '../characters.ts'
import { emojiInWords } from '../emoji.ts'
import {
  clearPrint,
  giantPrint as giant,
  largePrint as large,
  preamble,
  roomAtFoot,
  type PdfDesign,
} from './design.ts'
import { describe } from './metadata.ts'
import { readPictures, shownByTypst, type PdfPicture } from './pictures.ts'
import { describeSpans } from './spans.ts'
import { PdfStructure } from './structure.ts'
import { shortened } from './words.ts'
import { PdfWriter } from './writer.ts'
import { unshownPictures } from '../pictures.ts'
import { publisher } from '../publisher.ts'
import { markRowHeaders } from './row-headers.ts'
import { setType, TypstError } from './typst.ts'
import type { Format, FormatContext, Paged } from '../writers.ts'

/** Tagged PDF (PDF/UA-1, ISO 14289-1) in print for everybody. */
export const pdf = format('PDF', '.pdf', clearPrint)
export const largePrint = format('large-print PDF', '-large-print.pdf', large)
export const giantPrint = format('giant-print PDF', '-giant-print.pdf', giant)

function format(name: string, ending: string, design: PdfDesign): Format<Promise<Paged>> {
  return {
    name,
    ending,
    problems: problemsOf,
    write: (publication, context) => write(publication, context, design),
  }
}

async function write(
  publication: Publication,
  context: FormatContext,
  design: PdfDesign,
): Promise<Paged> {
  const problems = problemsOf(publication, context)
  if (problems.length > 0) throw new ContentError(problems)
  const pictures = readPictures(publication, context)
  const { tree, data } = publication
  const writer = new PdfWriter(design, publication, context.siteUrl, pictures)
  const text = writer.blocks(tree)
  const { from, owner } = publisher(tree)
  const published = from ?? owner ?? ''
  const frame = {
    title: data.title,
    publisher: published,
    summary: data.summary,
    date: 'published' in data ? data.published : undefined,
    lang: data.lang,
    shortTitle: shortened(data.title, roomAtFoot(design)),
    address: design.large ? undefined : `${context.siteUrl}${publication.address}`,
  }
  const set = setPublication(publication, `${preamble(design, frame)}\n${text}`, pictures)
  const structure = await PdfStructure.of(set.body)
  describeSpans(structure, writer.spans)
  markRowHeaders(structure, writer.rowHeaders)
  describe(structure, {
    publisher: published,
    rights: context.site.disclaimer,
    updatedAt: data.updatedAt,
  })
  return { body: await structure.bytes(), pages: set.pages }
}

const known = new WeakMap<Publication, Problem[]>()

/** What a publication has that a PDF cannot show; looked for once for the three. */
function problemsOf(publication: Publication, context: FormatContext): Problem[] {
  const before = known.get(publication)
  if (before) return before
  const problems = [
    ...unshownPictures(publication, context, 'PDF', shownByTypst),
    ...characterProblems(
      publication,
      'PDF',
      (words) => missingCharacters(emojiInWords(words)),
      'Write it with other characters: the fonts for print have Latin and Arabic letters.',
    ),
  ]
  known.set(publication, problems)
  return problems
}

function setPublication(
  { file }: Publication,
  source: string,
  pictures: ReadonlyMap<string, PdfPicture>,
): ReturnType<typeof setType> {
  try {
    return setType(source, new Map([...pictures].map(([src, { bytes }]) => [src, bytes])))
  } catch (error) {
    if (!(error instanceof TypstError)) throw error
    const what = `It cannot be set as PDF: ${error.message}.`
    const mend =
      'Look at the pictures, which another program may have to save again; or report it as a fault of this program.'
    throw new ContentError([{ level: 'error', file, line: 1, column: 1, what, mend }])
  }
}
