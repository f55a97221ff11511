import { colours, type Colour } from '../pictures/colours.ts'
import { directionOf } from '../document/languages.ts'
import { ContentError } from '../document/problems.ts'
import { FlatPicture } from '../pictures/flat-picture.ts'
import { fit, type Fitted } from '../pictures/lines.ts'
import { measureIn, setLine, type Face } from '../pictures/typesetter.ts'
import { pictureProblems, pictureWords, type PictureWords } from './social-picture-words.ts'
import type { Format } from './writers.ts'

/** The size that social sites ask for, in pixels (https://ogp.me/ leaves it open). */
export const pictureSize = { width: 1200, height: 630 } as const

/**
 * The picture that social sites show beside a link: who says what, and when, set in type.
 */
export const socialPicture: Format<Buffer> = {
  name: 'picture for social sites',
  ending: '.png',
  problems: (publication, { site }) => pictureProblems(publication, site.name),
  write: (publication, { site }) => {
    const problems = pictureProblems(publication, site.name)
    if (problems.length > 0) throw new ContentError(problems)
    return draw(pictureWords(publication, site.name), publication.data.lang)
  },
}

/*
 * Three bands, as on the site: masthead, title, foot. Lengths are in pixels, the height of a line
 * in sizes of its type.
 */
const { width, height } = pictureSize
const margin = 72
const bar = 14
const masthead = { top: 38, bottom: 108, sizes: [32, 26, 20], lineHeight: 1.4, room: 58 }
const band = { above: 34, below: 38, gap: 16 }
const kindType = { size: 32, lineHeight: 1.4 }
const titleSizes = [92, 86, 80, 74, 70, 64, 58, 52, 46, 40]
const foot = { above: 28, below: 34, sizes: [30, 26, 22], lineHeight: 1.4, room: 130 }

const { page, tint, text, quiet, link } = colours
const strong: Face = { weight: 700, lang: 'en-GB' }
const plain: Face = { weight: 400, lang: 'en-GB' }

/** Words in lines, and how they look. */
interface Paragraph extends Fitted {
  face: Face
  lineHeight: number
  colour: Colour
}

let sheet: FlatPicture | undefined

function draw({ kind, title, who, when, site }: PictureWords, lang: string): Buffer {
  const name = set(site, masthead.sizes, masthead, strong, text)
  const names = set(who, foot.sizes, foot, strong, text)
  const date = set(when, foot.sizes, foot, plain, quiet)
  const below = heightOf(names) + heightOf(date)
  const bandBottom = below > 0 ? Math.round(height - foot.below - below - foot.above) : height

  const kindLine = set(kind, [kindType.size], { ...kindType, room: Infinity }, strong, link)
  const aboveTitle = kind === '' ? 0 : heightOf(kindLine) + band.gap
  const room = bandBottom - masthead.bottom - band.above - band.below - aboveTitle
  const lineHeight = /\p{Script=Arabic}/u.test(title) ? 1.45 : 1.15
  const heading = set(title, titleSizes, { room, lineHeight }, { weight: 700, lang }, text)
  if (heading.lines.length === 0) throw new RangeError(`No room for the title “${title}”.`)

  // Kept, because new memory costs more than what is written into it.
  sheet ??= new FlatPicture(width, height)
  const picture = sheet
  picture.clear(page)
  picture.fill(0, 0, width, bar, link)
  picture.fill(0, masthead.bottom, width, bandBottom - masthead.bottom, tint)

  const fromTheRight = directionOf(lang) === 'rtl'
  const say = ({ lines, face, size, lineHeight, colour }: Paragraph, top: number, on: Colour) => {
    lines.forEach((words, index) => {
      const line = setLine(words, face, size)
      const start = fromTheRight ? width - margin - Math.ceil(line.advance) : margin
      // Letters stand from 0.7 of their size above the baseline to 0.2 below it.
      const baseline = Math.round(top + size * ((index + 0.5) * lineHeight + 0.25))
      picture.stamp(line, start - line.left, baseline - line.above, colour, on)
    })
  }
  const titleTop = masthead.bottom + band.above + aboveTitle + (room - heightOf(heading)) / 2
  say(name, masthead.top, page)
  say(kindLine, titleTop - aboveTitle, tint)
  say(heading, titleTop, tint)
  say(names, bandBottom + foot.above, page)
  say(date, bandBottom + foot.above + heightOf(names), page)
  return picture.toPng()
}

/** Words in as many lines as there is room for; a crowd of names for which there is none has none. */
function set(
  words: string,
  sizes: readonly number[],
  { room, lineHeight }: { room: number; lineHeight: number },
  face: Face,
  colour: Colour,
): Paragraph {
  const space = { width: width - 2 * margin, height: room, lineHeight }
  const fitted = words === '' ? undefined : fit(words, space, sizes, measureIn(face))
  return { ...(fitted ?? { lines: [], size: 0 }), face, lineHeight, colour }
}

const heightOf = ({ lines, size, lineHeight }: Paragraph): number =>
  lines.length * size * lineHeight
