import type { Site } from '../../document/schemas.ts'
import { directionOf } from '../../document/languages.ts'
import type { Publication } from '../../document/library.ts'
import { colours, type Colour } from '../../pictures/colours.ts'
import { FlatPicture } from '../../pictures/flat-picture.ts'
import { fit, type Fitted } from '../../pictures/lines.ts'
import { measureIn, setLine, type Face } from '../../pictures/typesetter.ts'
import { pictureWords } from '../social-picture-words.ts'

/**
 * In pixels: two to three, as shelves of e-readers expect. It is no larger, because most of the time
 * that an EPUB takes is spent on the pixels of its cover.
 */
export const coverSize = { width: 1000, height: 1500 } as const

/*
 * Two bands: what it is, and who published it. Lengths are in pixels, the height of a line in
 * sizes of its type.
 */
const { width, height } = coverSize
const margin = 92
const kindType = { top: 100, size: 40 }
const rule = { top: 168, width: 116, height: 8 }
const titleType = { top: 225, bottom: 1030, sizes: [116, 106, 96, 86, 78, 70, 63, 56, 50, 44] }
const bandTop = 1085
const namesType = { top: 1140, sizes: [45, 40, 35, 30, 26], room: 160 }
const dateType = { gap: 8, size: 37 }
const siteType = { top: 1384, sizes: [32, 28, 24], room: 45 }
const lineHeight = 1.3

const { page, text, quiet, link } = colours
const bold = (lang = 'en-GB'): Face => ({ weight: 700, lang })
const plain: Face = { weight: 400, lang: 'en-GB' }

/** Words in lines, and how they look. */
interface Paragraph extends Fitted {
  face: Face
  lineHeight: number
  colour: Colour
  ground: Colour
}

let sheet: FlatPicture | undefined

/**
 * The cover of a publication, set in type: what it is and what it is called, and who published
 * it when and where.
 * @returns a PNG file
 */
export function drawCover(publication: Publication, site: Site): Buffer {
  const { lang } = publication.data
  const words = pictureWords(publication, site.name)
  const light = { colour: page, ground: link, face: bold(), lineHeight }
  const dark = { colour: text, ground: page, face: bold(), lineHeight }
  const kind = set(words.kind, [kindType.size], Infinity, light)
  const title = set(words.title, titleType.sizes, titleType.bottom - titleType.top, {
    ...light,
    face: bold(lang),
    // Arabic letters reach further above and below the line.
    lineHeight: /\p{Script=Arabic}/u.test(words.title) ? 1.45 : 1.16,
  })
  if (title.lines.length === 0) throw new RangeError(`No room for the title “${words.title}”.`)
  const who = set(words.who, namesType.sizes, namesType.room, dark)
  const when = set(words.when, [dateType.size], Infinity, { ...dark, face: plain })
  const quietly = { ...dark, face: plain, colour: quiet }
  const where = set(words.site, siteType.sizes, siteType.room, quietly)

  // Kept, because new memory costs more than what is written into it.
  sheet ??= new FlatPicture(width, height)
  const picture = sheet
  const fromTheRight = directionOf(lang) === 'rtl'
  const say = ({ lines, face, size, lineHeight, colour, ground }: Paragraph, top: number) => {
    lines.forEach((words, index) => {
      const line = setLine(words, face, size)
      const start = fromTheRight ? width - margin - Math.ceil(line.advance) : margin
      // Letters stand from 0.7 of their size above the baseline to 0.2 below it.
      const baseline = Math.round(top + size * ((index + 0.5) * lineHeight + 0.25))
      picture.stamp(line, start - line.left, baseline - line.above, colour, ground)
    })
  }
  picture.clear(page)
  picture.fill(0, 0, width, bandTop, link)
  const ruleStart = fromTheRight ? width - margin - rule.width : margin
  picture.fill(ruleStart, rule.top, rule.width, rule.height, page)
  say(kind, kindType.top)
  say(title, titleType.top)
  say(who, namesType.top)
  say(when, namesType.top + heightOf(who) + dateType.gap)
  say(where, siteType.top)
  return picture.toPng()
}

/** Words in as many lines as there is room for; a crowd of names for which there is none has none. */
function set(
  words: string,
  sizes: readonly number[],
  room: number,
  look: Omit<Paragraph, keyof Fitted>,
): Paragraph {
  const space = { width: width - 2 * margin, height: room, lineHeight: look.lineHeight }
  const fitted = words === '' ? undefined : fit(words, space, sizes, measureIn(look.face))
  return { ...(fitted ?? { lines: [], size: 0 }), ...look }
}

const heightOf = ({ lines, size, lineHeight }: Paragraph): number =>
  lines.length * size * lineHeight
