import type { Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'

/*
 * Reads braille back to words, as a braille reader does. English is read by rules written down here
 * from The Rules of Unified English Braille (ICEB, 2013), not by liblouis, which wrote it. Capitals
 * and emphasis are left out.
 */

/** The pages of a BRF, as lines. */
export const pagesOfBrf = (brf: string): string[][] =>
  brf.split('\f').map((page) => page.replace(/\r\n$/, '').split('\r\n'))

/** The pages of a PEF as another program's parser finds them, as lines of ASCII Braille. */
export function pagesOfPef(pef: string): string[][] {
  const elements = (node: Nodes, name: string): Nodes[] =>
    'children' in node
      ? node.children.flatMap((child) =>
          child.type === 'element' && child.name === name ? [child] : elements(child, name),
        )
      : []
  const text = (node: Nodes): string =>
    'children' in node ? node.children.map(text).join('') : node.type === 'text' ? node.value : ''
  const inAscii = (row: string) =>
    row.replace(/./gu, (cell) => String.fromCharCode(0x20 + cellsOfAscii.indexOf(cell)))
  return elements(fromXml(pef), 'page').map((page) =>
    elements(page, 'row').map((row) => inAscii(text(row))),
  )
}

/** The cells of the characters from the space to the underscore, from their dots. */
const cellsOfAscii =
  '0 2346 5 3456 1246 146 12346 3 12356 23456 16 346 6 36 46 34 356 2 23 25 256 26 235 2356 236 35 156 56 126 123456 345 1456 4 1 12 14 145 15 124 1245 125 24 245 13 123 134 1345 135 1234 12345 1235 234 2345 136 1236 2456 1346 13456 1356 246 1256 12456 45 456'
    .split(' ')
    .map((dots) =>
      Array.from(dots).reduce((sum, dot) => sum + (dot === '0' ? 0 : 2 ** (+dot - 1)), 0),
    )
    .map((number) => String.fromCharCode(0x2800 + number))

/** What is not the publication's, and where links lead. */
const notRead = [/@\.<.*?@\.>/gs, /@<(?:HTTP|MAILTO3|TEL3)\S*?@>[1-46]*/g]

/** Words of one language. The text's own has no code. */
export interface Part {
  code?: string
  text: string
}

/** The text of some pages, without page numbers, in parts where the language changes. */
export function partsOf(pages: readonly string[][]): Part[] {
  const lines = pages.flatMap((page) => page.slice(0, -1))
  const whole = lines
    .map((line) => line.trim())
    .join('\n')
    .replace(/"\n/g, '')
  const text = notRead.reduce((left, pattern) => left.replace(pattern, ''), whole)
  const [first = '', ...others] = text.split(/"\(([A-Z]+)'|,"\)/)
  const parts: Part[] = [{ text: first }]
  // The marks' codes, and nothing for closing marks, stand between the texts.
  for (let at = 0; at < others.length; at += 2) {
    const code = others[at]
    parts.push({ ...(code && { code: code.toLowerCase() }), text: others[at + 1] ?? '' })
  }
  return parts
}

/** The words in English braille; of those in another, only that they are in it. */
export function readPages(pages: readonly string[][]): string[] {
  return partsOf(pages).flatMap(({ code, text }) =>
    code === undefined ? readEnglish(text) : [`(${code})`],
  )
}

/** The words of a BRF in English. */
export const readBrf = (brf: string): string[] => readPages(pagesOfBrf(brf))

/** The words of a PEF in English. */
export const readPef = (pef: string): string[] => readPages(pagesOfPef(pef))

/** Words in uncontracted Welsh: its letters are those of English, and its signs are left out. */
export const readWelsh = (text: string): string[] => wordsOf(text.replace(/[^A-Z'\s]/g, ''))

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/* Unified English Braille, contracted or not: what is contracted shows itself. */

export const readEnglish = (text: string): string[] =>
  text.split(/\s+/).flatMap((word) => wordsOf(readWord(word)))

const table = (signs: string): Map<string, string> =>
  new Map(
    signs
      .trim()
      .split(/\s+/)
      .map((pair) => [pair.slice(0, pair.lastIndexOf(':')), pair.slice(pair.lastIndexOf(':') + 1)]),
  )

/** Signs that mean a word when they stand alone (§10.1, §10.2, §10.5). */
const wordsigns = table(`
  B:but C:can D:do E:every F:from G:go H:have J:just K:knowledge L:like M:more N:not P:people
  Q:quite R:rather S:so T:that U:us V:very W:will X:it Y:you Z:as *:child %:shall ?:this ::which
  \\:out /:still 2:be 5:enough 7:were 8:his 9:in 0:was`)

/** §10.9. */
const shortforms = table(`
  AB:about ABV:above AC:according ACR:across AF:after AFN:afternoon AFW:afterward AG:again
  AG/:against ALM:almost ALR:already AL:also AL?:although ALT:altogether ALW:always 2C:because
  2F:before 2H:behind 2L:below 2N:beneath 2S:beside 2T:between 2Y:beyond BL:blind BRL:braille
  *N:children 3CV:conceive 3CVG:conceiving CD:could DCV:deceive DCVG:deceiving DCL:declare
  DCLG:declaring EI:either F/:first FR:friend GD:good GRT:great H]F:herself HM:him HMF:himself
  IMM:immediate XS:its XF:itself LR:letter LL:little M*:much M/:must MYF:myself NEC:necessary
  NEI:neither "OF:oneself \\RVS:ourselves PD:paid P]CV:perceive P]CVG:perceiving P]H:perhaps
  QK:quick RCV:receive RCVG:receiving RJC:rejoice RJCG:rejoicing SD:said %D:should S*:such
  !MVS:themselves ?YF:thyself TD:today TGR:together TM:tomorrow TN:tonight WD:would YR:your
  YRF:yourself YRVS:yourselves`)

/** Signs that mean the same anywhere in a word (§10.3, §10.4, §10.6, §10.7, §10.8). */
const groupsigns = table(`
  &:and =:for (:of !:the ):with *:ch <:gh %:sh ?:th ::wh $:ed ]:er \\:ou [:ow /:st +:ing >:ar
  5:en 9:in "D:day "E:ever "F:father "H:here "K:know "L:lord "M:mother "N:name "O:one "P:part
  "Q:question "R:right "S:some "T:time "U:under "W:work "Y:young "!:there "*:character
  "?:through "::where "\\:ought ^U:upon ^W:word ^!:these ^?:those ^::whose _C:cannot _H:had
  _M:many _S:spirit _!:their _W:world .D:ound .E:ance .N:sion .S:less .T:ount ;E:ence ;G:ong
  ;L:ful ;N:tion ;S:ness ;T:ment ;Y:ity`)

/** Signs that mean something else at the beginning of a word than inside it (§10.6). */
const lowerAtFirst = table('2:be 3:con 4:dis')
const lowerInside = table('1:ea 2:bb 3:cc 6:ff 7:gg')

const digits = 'JABCDEFGHI'
const accents = table('/:\u0301 3:\u0308 *:\u0300 %:\u0302')

/** Signs that end a word and are none (§3, §7, §9); longer ones first. */
const signs =
  /(444|,-|,[08]|"[<>6789]|\.[<>0]|@[<>&ALE9]|_[/<>?4]|;?(?:[.^_@][127'](?![A-Z]*$)|[.^_@][127']))/

/** What a word does not stand alone beside (§2.6): a slash, angle brackets, and the like. */
const touching = /^(?:_\/|@[ALE<>]|_\?|"7)$/

/** A word between blanks, with what touches it. */
function readWord(word: string): string {
  const parts = word.split(signs)
  const beside = (at: number) => {
    const [before = '', sign = '', after = ''] = parts.slice(at - 1, at + 2)
    // A bracket separates words only where it is not in the middle of one.
    return (
      touching.test(sign) || (/^["._][<>]$/.test(sign) && before !== '' && /^8?[A-Z]/.test(after))
    )
  }
  return parts
    .map((part, at) => {
      if (at % 2 === 1) return /^[.^_@][127']$/.test(part) ? '' : ' '
      // A word of lower dots only has nothing beside it (§10.5).
      if (/^[2078]$/.test(part) && part !== word) return ' '
      const pieces = part.split('-')
      const alone = (piece: number) =>
        (piece > 0 || !beside(at - 1)) && (piece < pieces.length - 1 || !beside(at + 1))
      return pieces.map((piece, index) => readPart(piece, alone(index))).join(' ')
    })
    .join('')
}

function readPart(part: string, alone: boolean): string {
  const found = /#([A-J](?:[A-J14]|"(?=[A-J]))*)/.exec(part)
  if (!found) return readLetters(part, alone)
  const [all, number = ''] = found
  const before = part.slice(0, found.index)
  const after = part.slice(found.index + all.length)
  const written = number.replace(/./g, (sign) =>
    /[A-J]/.test(sign) ? String(digits.indexOf(sign)) : ' ',
  )
  // A number is followed by grade 1 (§5), until the next number at the latest.
  const rest = after.includes('#') ? readPart(after, alone) : after.replace(/[;,]|[0-9'].*/g, '')
  const letters = /^8?$/.test(before) ? '' : readLetters(before, false)
  return `${letters}${/[0-8]$/.test(before) ? ' ' : ''}${written}${rest}`
}

function readLetters(letters: string, alone: boolean): string {
  const small = letters.replace(/,'|,+/g, '')
  const whole = wordsigns.get(small)
  if (alone && whole !== undefined) return whole
  const core = small.replace(/^8/, '').replace(/[1234680']+$/, '')
  const [base = '', ...ending] = core.split(/(?=')/)
  const known = alone ? (wordsigns.get(base) ?? shortforms.get(base)) : undefined
  return known === undefined ? readSigns(core) : `${known}${ending.join('')}`
}

function readSigns(core: string): string {
  // Short forms that longer words may begin with (§10.9.3), as far as we met them.
  const [begins = ''] = /^(?:GRT|BRL)/.exec(core) ?? []
  let read = shortforms.get(begins) ?? ''
  for (let at = begins.length; at < core.length;) {
    const [one, two] = [core.charAt(at), core.slice(at, at + 2)]
    const accent = one === '^' ? accents.get(two.charAt(1)) : undefined
    const both = one === ';' && at === 0 ? undefined : groupsigns.get(two)
    if (accent !== undefined) {
      read += `${core.charAt(at + 2)}${accent}`.normalize('NFC')
      at += 3
    } else if (both !== undefined) {
      read += both
      at += 2
    } else {
      const lower = at === 0 ? lowerAtFirst.get(one) : lowerInside.get(one)
      read += groupsigns.get(one) ?? lower ?? (/[A-Z']/.test(one) ? one : one === ';' ? '' : ' ')
      at += 1
    }
  }
  return read
}
