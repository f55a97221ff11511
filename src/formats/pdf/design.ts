import { directionOf } from '../../document/languages.ts'
import { colours } from '../../pictures/colours.ts'
import { families } from './typst.ts'
import { stringLiteral } from './words.ts'

/** What differs between the PDFs: one is for everybody, two are large print. */
export interface PdfDesign {
  /** Size of the text, in points. */
  points: 12 | 18 | 24
  /**
   * Large print, as the UK Association for Accessible Formats wants it: everything in the size of
   * the text or larger, no italics, no underlining (Creating Clear Print and Large Print
   * Documents, 2012).
   */
  large: boolean
  /** Sizes of headings from level 1 on, in points. */
  headings: readonly [number, number, number, number]
  /** From line to line, beyond the height of a capital letter, in ems. */
  leading: number
  /** At the sides of a page, in points. */
  margin: number
  /** Below the text, with the foot of the page in it, in points. */
  bottom: number
  /** Size of the words at the foot of a page, in points. */
  foot: number
}

export const clearPrint: PdfDesign = {
  points: 12,
  large: false,
  headings: [24, 16, 13.5, 12],
  leading: 0.76,
  margin: 88,
  bottom: 96,
  foot: 10,
}
export const largePrint: PdfDesign = {
  points: 18,
  large: true,
  headings: [28, 23, 20, 18],
  leading: 0.84,
  margin: 57,
  bottom: 92,
  foot: 18,
}
export const giantPrint: PdfDesign = {
  points: 24,
  large: true,
  headings: [36, 30, 26.5, 24],
  leading: 0.8,
  margin: 57,
  bottom: 104,
  foot: 24,
}

/** A4. */
const page = { width: 595.28, height: 841.89 }
const top = 64

/** How wide a line is, in points. */
export const lineWidth = ({ margin }: PdfDesign): number => page.width - 2 * margin

/** How high a page's text is, in points. */
export const textHeight = ({ bottom }: PdfDesign): number => page.height - top - bottom

/**
 * How many characters surely fit in a line: most letters of the font are narrower than this.
 * @param width in points
 * @param size of the type, in points
 */
export const charactersIn = (width: number, size: number): number => Math.floor(width / size / 0.6)

/** How many characters of a title have room beside “Page 10 of 12” at the foot of a page. */
export const roomAtFoot = (design: PdfDesign): number =>
  Math.floor(lineWidth(design) / design.foot / 0.52) - 14

/** What stands around the text of a publication. */
export interface PdfFrame {
  title: string
  publisher: string
  summary: string
  /** A calendar date, or none for a page of the site. */
  date: string | undefined
  lang: string
  /** The title as the foot of each page has it. */
  shortTitle: string
  /** The address of the web page, where the foot of each page has room for it. */
  address: string | undefined
}

/** What Typst calls a language. */
export function languageArguments(lang: string): string {
  const { language, region } = new Intl.Locale(lang)
  return `lang: ${stringLiteral(language)}, region: ${region === undefined ? 'none' : stringLiteral(region)}`
}

export const isRightToLeft = (lang: string): boolean => directionOf(lang) === 'rtl'

/** The beginning of a Typst document: the look of everything, and words for it. */
export function preamble(design: PdfDesign, frame: PdfFrame): string {
  const { points, large, leading, margin, bottom, foot } = design
  const [year, month, day] = frame.date?.split('-').map(Number) ?? []
  const date =
    frame.date === undefined ? 'none' : `datetime(year: ${year}, month: ${month}, day: ${day})`
  return `
#let (text-colour, quiet, link-colour, tint) = ("${colours.text}", "${colours.quiet}", "${colours.link}", "${colours.tint}").map(rgb)
#let line-colour = rgb("#a8a294")
#let hairline = 0.6pt + line-colour
#set document(title: ${stringLiteral(frame.title)}, author: ${stringLiteral(frame.publisher)}, description: ${stringLiteral(frame.summary)}, date: ${date})
#let fonts = (${Object.values(families).map(stringLiteral).join(', ')})
#set text(font: fonts, size: ${points}pt, ${languageArguments(frame.lang)}, fallback: false, hyphenate: false, fill: text-colour, costs: (widow: 500%, orphan: 500%))
#set par(leading: ${leading}em, spacing: ${leading + 0.5}em, justify: false)
#set page(width: ${page.width}pt, height: ${page.height}pt, margin: (x: ${margin}pt, top: ${top}pt, bottom: ${bottom}pt), footer-descent: 20pt, footer: context {
  set text(size: ${foot}pt, fill: quiet, dir: ltr, lang: "en", region: "GB")
  set par(leading: 0.5em, spacing: 0.6em)
  line(length: 100%, stroke: hairline)
  v(0.6em, weak: true)
  grid(columns: (1fr, auto), column-gutter: 1em, ${stringLiteral(frame.shortTitle)}, "Page " + str(counter(page).get().first()) + " of " + str(counter(page).final().first()))
  ${frame.address === undefined ? '' : `par(${stringLiteral(frame.address)})`}
})
${headings(design)}
#set strong(delta: 300)
#let o = box()
#let span(words) = quote(block: false, quotes: false, words)
#set list(marker: ("•", "–"), indent: 0.2em, body-indent: 0.6em)
#set enum(indent: 0.2em, body-indent: 0.6em, numbering: number => strong(str(number) + "."))
#let numbered(start, ..items) = enum(start: start, numbering: number => str(number) + ".", ..items)
#let code(words) = span(highlight(fill: tint, extent: 0.1em, words))
#let code-block(lines) = block(fill: tint, inset: 0.8em, width: 100%, par(lines))
#let way(to, words) = link(to, text(fill: link-colour, ${large ? 'weight: "bold", words' : 'underline(offset: 0.16em, stroke: 0.5pt, words)'}))
#let mark(to, words) = link(to, text(fill: link-colour, weight: "bold", words))
#let title-block(kind, heading, details) = {
  line(length: 4em, stroke: 3pt + link-colour)
  block(width: 100%, breakable: false, above: 1em, below: 1.6em, inset: (top: if kind == none { 0pt } else { 1.9em }), {
    heading
    if kind != none { place(top + start, dy: -1.9em, par(text(fill: quiet, weight: "bold", kind))) }
    if details != none { set par(spacing: ${leading}em); set text(fill: quiet); details }
  })
  line(length: 100%, stroke: hairline)
}
#let rule = block(above: 1.8em, below: 1.2em, sticky: true, line(length: 100%, stroke: hairline))
#let divider = block(above: 1.8em, below: 1.8em, width: 100%, align(center, line(length: 25%, stroke: hairline)))
#let at(side, one) = if side == left { (left: one) } else { (right: one) }
#let set-off(side, colour, body) = block(width: 100%, inset: (..at(side, 1.1em), y: 0.2em), stroke: at(side, 2.5pt + colour), body)
#show quote.where(block: true): it => {
  set block(spacing: ${leading + 0.5}em)
  it.body
}
#let quotation(attribution, body) = block(above: 1.8em, below: 1.8em, {
  block(sticky: true, attribution)
  body
})
#let notice(body) = block(width: 100%, inset: 1em, stroke: 1.5pt + link-colour, above: 1.4em, below: 1.4em, body)
#let note(side, whole, body) = block(breakable: not whole, above: 1.4em, below: 1.4em, set-off(side, line-colour, body))
#let facts(..items) = terms(separator: [: ], hanging-indent: 0pt, tight: false, spacing: ${leading + (large ? 0.25 : 0.1)}em, ..items)
#let facts-in-columns(..items) = terms(separator: none, hanging-indent: 9em, tight: false, spacing: ${leading + 0.1}em, ..items.pos().map(((term, words)) => (box(width: 9em, term), words)))
#let step(side, mark, dash, whole, when, body) = block(breakable: not whole, width: 100%, inset: (..at(side, 1.3em), bottom: 1.1em), stroke: at(side, (paint: link-colour, thickness: 1.5pt, dash: dash)), {
  place(side + top, dx: if side == left { -1.66em } else { 1.66em }, circle(radius: 0.36em, fill: if mark { link-colour } else { white }, stroke: 1.5pt + link-colour))
  block(sticky: true, below: ${leading}em, strong(when))
  body
})
#let timeline(..steps) = list(marker: [], indent: 0.5em, body-indent: 0pt, spacing: 0pt, ..steps)
#show outline.entry: set block(spacing: ${leading}em)
// Typst's own entries have a word joiner before the number, which programs then find in every year.
#show outline.entry: it => link(it.element.location(), it.indented(none, it.body() + h(1fr) + it.page()))
#let contents(parts) = block(below: 2em, outline(title: none, indent: level => calc.max(level - 1, 0) * 1.2em, target: parts))
#show figure: set block(breakable: true)
#show figure: set align(start)
#set figure.caption(position: top)
#show figure.caption: it => block(width: 100%, sticky: true, below: 0.8em, align(start, strong(it.body)))
#set table(stroke: (x, y) => if y == 0 { (bottom: 1.2pt + text-colour) } else { (bottom: hairline) }, inset: (x: 0.5em, y: 0.55em), align: start)
#show table.cell: set par(leading: 0.6em)
#let captioned(caption, body) = block(above: 1.4em, below: 1.6em, figure(kind: table, supplement: none, numbering: none, outlined: false, caption: caption, body))
#let picture(body, ..below) = block(above: 1.6em, below: 1.8em, breakable: false, {
  body
  set text(fill: quiet)
  set par(spacing: ${leading}em)
  below.pos().map(par).join()
})
`
}

/** Headings, with as much room above as makes clear what they belong to. */
function headings({ headings, points }: PdfDesign): string {
  const rules = headings.map((size, index) => {
    const above = index === 0 ? 0 : (index === 1 ? 2.2 : 1.7) * points
    return `#show heading.where(level: ${index + 1}): set text(size: ${size}pt)
#show heading.where(level: ${index + 1}): set block(above: ${above}pt, below: ${(index === 0 ? 1.3 : 1.05) * points}pt)`
  })
  return `#set heading(numbering: none)
#show heading: set text(weight: "bold", fill: text-colour)
#show heading: set par(leading: 0.5em)
${rules.join('\n')}`
}
