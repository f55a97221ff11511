import type { Publication } from '../../document/library.ts'
import { languageInEnglish } from '../../document/languages.ts'
import { isEnglish, languageOf, type Grade } from './languages.ts'
import { typeforms } from './liblouis.ts'
import { wrap } from './lines.ts'
import type { Piece } from './pages.ts'
import { translate } from './words.ts'

/** UEB's indicators of a note that is not in the text (UEB §3). */
const opens = '⠈⠨⠣'
const closes = '⠈⠨⠜'

/** What the reader must know of this file; it says so that it is not in the text. */
export function transcribersNote(
  { address, data: { lang } }: Publication,
  grade: Grade,
  siteUrl: string,
): Piece {
  const words =
    `This is ${nameOfCode(lang, grade)}, made by machine. No braille reader has proofread it. ` +
    `You can ask for a proofread or embossed copy at ${siteUrl}/request-a-format/?page=${address}`
  // In English also where the text is not, and then as plainly as can be.
  const runs = [{ lang: 'en', words, form: typeforms.none }]
  const braille = translate(runs, isEnglish(lang) ? grade : 'uncontracted', 'en')
  const lines = wrap(`${opens}${braille}${closes}`, { first: 6, others: 4 })
  return { lines, before: true, after: true }
}

/** Such as “contracted Unified English Braille”. */
function nameOfCode(lang: string, grade: Grade): string {
  const tables = languageOf(lang)?.tables
  const written = tables?.contracted === tables?.uncontracted ? 'uncontracted' : grade
  const code = isEnglish(lang) ? 'Unified English Braille' : `${languageInEnglish(lang)} braille`
  return `${written} ${code}`
}
