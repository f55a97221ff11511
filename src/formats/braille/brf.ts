import type { Format, Paged } from '../writers.ts'
import { braillePages } from './braille.ts'
import type { Grade } from './languages.ts'
import { brailleProblems } from './problems.ts'

/**
 * Braille-ready files: a character of ASCII for each cell, in capitals as embossers expect them,
 * lines that end with CR LF, and a form feed between pages.
 */
export const braille: Format<Paged> = brf('contracted', '.brf')
export const uncontractedBraille: Format<Paged> = brf('uncontracted', '-uncontracted.brf')

function brf(grade: Grade, ending: string): Format<Paged> {
  return {
    name: `braille (BRF, ${grade})`,
    ending,
    problems: brailleProblems,
    write: (publication, context) => {
      const pages = braillePages(publication, grade, context)
      const body = pages.map((lines) => lines.map((line) => `${inAscii(line)}\r\n`).join(''))
      return { body: body.join('\f'), pages: pages.length }
    },
  }
}

/** The characters of North American ASCII Braille, in the order of Unicode's cells from U+2800. */
const ascii = ' A1B\'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)='

const inAscii = (cells: string): string =>
  cells.replace(/./gu, (cell) => ascii.charAt(cell.charCodeAt(0) - 0x2800))
