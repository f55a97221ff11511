import type { Publication } from '../../document/library.ts'
import { ContentError } from '../../document/problems.ts'
import type { FormatContext } from '../writers.ts'
import type { Grade } from './languages.ts'
import { paginate } from './pages.ts'
import { brailleProblems } from './problems.ts'
import { BrailleWriter } from './writer.ts'

/**
 * The pages of a publication: 25 lines each, of at most 40 cells, without blanks at their end. A
 * cell is a character of the Unicode block U+2800.
 * @throws {ContentError} when a language or a character cannot be written.
 */
export function braillePages(
  publication: Publication,
  grade: Grade,
  { siteUrl }: FormatContext,
): string[][] {
  const known = written.get(publication) ?? new Map<string, string[][]>()
  written.set(publication, known)
  const key = `${grade} ${siteUrl}`
  const pages = known.get(key) ?? transcribe(publication, grade, siteUrl)
  known.set(key, pages)
  return pages
}

/** BRF and PEF are made of the same pages. They are forgotten with the publication. */
const written = new WeakMap<Publication, Map<string, string[][]>>()

function transcribe(publication: Publication, grade: Grade, siteUrl: string): string[][] {
  const problems = brailleProblems(publication)
  if (problems.length > 0) throw new ContentError(problems)
  const pages = paginate(new BrailleWriter(publication, grade, siteUrl).publication())
  const strange = pages.flat().find((line) => /[^\u2800-\u283F]/u.test(line))
  if (strange !== undefined) throw new Error(`${publication.file}: no six-dot braille: ${strange}`)
  return pages
}
