import { language, val, w, wordPart, type Content, type Xml } from './markup.ts'

/*
 * How a Word document looks: its styles and the signs of its lists. Names that Word knows
 * (“heading 1”, “List Bullet” …) keep those names, so that programs know what they are.
 * Sizes are in half points, lengths in twentieths of a point, as in the file.
 */

/** How far a level of a list, and a quotation, are set in. */
export const listStep = 454
export const quoteStep = 454
/** The levels that a list of Word has; deeper ones look like the last. */
export const listLevels = 9

// Word and LibreOffice both have it, or a font of the same widths.
const font = 'Arial'
const codeFont = 'Courier New'
const colours = {
  text: '1B2126', // 16.2 to 1 on white
  quiet: '474F56', // 8.3 on white
  heading: '0A4657', // 10.2 on white, 9.0 on the tint
  link: '0A4657',
  followed: '5B2A6E', // 10.2 on white
  tint: 'F3F0E8',
  line: 'CFC9BB',
  alert: '8A2C00',
}

interface Look {
  basedOn?: string
  next?: string
  before?: number
  after?: number
  line?: number
  left?: number
  keepNext?: boolean
  centred?: boolean
  border?: { side: 'left' | 'top'; size: number; colour: string; space: number }
  shade?: string
  outline?: number
  size?: number
  bold?: boolean
  colour?: string
  font?: string
  contextual?: boolean
}

/** A style of paragraphs that Word does not bring along. */
const custom = {
  Details: { after: 320, colour: colours.quiet, contextual: true },
  Credit: { after: 200, colour: colours.quiet },
  Fact: { after: 80 },
  Picture: { before: 160, after: 80, line: 240 },
  'Quote Attribution': { before: 160, after: 80, keepNext: true },
  Notice: {
    after: 160,
    left: 170,
    border: { side: 'left', size: 24, colour: colours.alert, space: 8 },
    shade: colours.tint,
  },
  'Note to Editors': { after: 120 },
  'Way Back': { after: 240, contextual: true },
  'Timeline Date': { before: 160, after: 40, bold: true, keepNext: true },
  'Timeline Step': {
    after: 80,
    left: 340,
    border: { side: 'left', size: 12, colour: colours.line, space: 8 },
  },
  Break: { before: 240, after: 240, centred: true, colour: colours.quiet },
  'Table Text': { before: 60, after: 60, line: 288 },
  'Table Heading': { basedOn: 'TableText', bold: true },
} satisfies Record<string, Look>

const heading = (size: number, before: number, after: number, outline: number): Look => ({
  next: 'Normal',
  before,
  after,
  line: 264,
  keepNext: true,
  outline,
  size,
  bold: true,
  colour: colours.heading,
})

/** Styles of paragraphs that Word knows by these names. */
const known = {
  'heading 1': heading(52, 0, 200, 0),
  'heading 2': heading(34, 440, 140, 1),
  'heading 3': heading(28, 340, 120, 2),
  'heading 4': heading(26, 280, 100, 3),
  'heading 5': heading(24, 240, 80, 4),
  'heading 6': heading(24, 240, 80, 5),
  'TOC Heading': { basedOn: 'Heading2', next: 'Normal' },
  'toc 1': { after: 80 },
  'toc 2': { after: 80, left: listStep },
  'toc 3': { after: 80, left: 2 * listStep },
  'List Bullet': { after: 80 },
  'List Number': { after: 80 },
  'List Continue': { after: 80 },
  Quote: {
    after: 160,
    left: quoteStep,
    border: { side: 'left', size: 24, colour: colours.line, space: 10 },
  },
  caption: { before: 120, after: 100, bold: true },
  'HTML Preformatted': {
    before: 80,
    after: 200,
    line: 288,
    left: 113,
    shade: colours.tint,
    font: codeFont,
    size: 22,
  },
  footer: {
    after: 0,
    line: 276,
    border: { side: 'top', size: 4, colour: colours.line, space: 6 },
    size: 20,
    colour: colours.quiet,
  },
} satisfies Record<string, Look>

export type ParagraphStyle = keyof typeof custom | keyof typeof known | 'Normal'

/** The id of a style by its name, made as Word makes it: 'Heading1', 'ListBullet', 'TOC1'. */
export const styleId = (name: string): string =>
  name
    .replaceAll(' ', '')
    .replace(/^toc/, 'TOC')
    .replace(/^./, (first) => first.toUpperCase())

const looks = new Map<string, Look>(Object.entries({ ...known, ...custom }))

/** How far paragraphs of a style are set in where nothing surrounds them. */
export const indentOf = (style: ParagraphStyle): number => looks.get(style)?.left ?? 0
export const spaceBefore = (style: ParagraphStyle): number => looks.get(style)?.before ?? 0

function paragraphStyle(name: string, look: Look, isCustom: boolean): Xml {
  return w(
    'style',
    { type: 'paragraph', ...(isCustom && { customStyle: 1 }), styleId: styleId(name) },
    val('name', name),
    val('basedOn', look.basedOn ?? 'Normal'),
    look.next !== undefined && val('next', look.next),
    w('qFormat', {}),
    paragraphLook(look),
    runLook(look),
  )
}

/** In the order that CT_PPrBase has (section 17.3.1.26). */
function paragraphLook({ border, shade, keepNext, before, after, line, ...look }: Look): Xml {
  const { left, centred, contextual, outline } = look
  return w(
    'pPr',
    {},
    keepNext === true && [w('keepNext', {}), w('keepLines', {})],
    border &&
      w(
        'pBdr',
        {},
        w(border.side, {
          val: 'single',
          sz: border.size,
          space: border.space,
          color: border.colour,
        }),
      ),
    shade !== undefined && fill(shade),
    (before ?? after ?? line) !== undefined &&
      w('spacing', { before, after, ...(line !== undefined && { line, lineRule: 'auto' }) }),
    left !== undefined && w('ind', { left }),
    contextual === true && w('contextualSpacing', {}),
    centred === true && val('jc', 'center'),
    outline !== undefined && val('outlineLvl', outline),
  )
}

/** In the order of EG_RPrBase (section 17.3.2.28), with what Arabic and Hebrew letters need. */
function runLook({ font, bold, colour, size }: Look): Xml {
  return w(
    'rPr',
    {},
    font !== undefined && fonts(font),
    bold === true && [w('b', {}), w('bCs', {})],
    colour !== undefined && val('color', colour),
    size !== undefined && [val('sz', size), val('szCs', size)],
  )
}

const fonts = (name: string): Xml =>
  w('rFonts', { ascii: name, hAnsi: name, eastAsia: name, cs: name })
const fill = (colour: string): Xml => w('shd', { val: 'clear', color: 'auto', fill: colour })

const characterStyle = (name: string, isCustom: boolean, ...look: Content[]): Xml =>
  w(
    'style',
    { type: 'character', ...(isCustom && { customStyle: 1 }), styleId: styleId(name) },
    val('name', name),
    val('basedOn', 'DefaultParagraphFont'),
    w('qFormat', {}),
    w('rPr', {}, ...look),
  )

/** The looks of words in a line, which a run may also need one by one. */
export const bold = (): Xml[] => [w('b', {}), w('bCs', {})]
export const italic = (): Xml[] => [w('i', {}), w('iCs', {})]
export const inCodeFont = (): Xml => fonts(codeFont)

const written = new Map<string, string>()

/** @returns word/styles.xml for documents in a language; there are few, so each is written once */
export function writeStyles(lang: string): string {
  const styles = written.get(lang) ?? stylesIn(lang)
  written.set(lang, styles)
  return styles
}

function stylesIn(lang: string): string {
  return wordPart(
    w(
      'styles',
      {},
      w(
        'docDefaults',
        {},
        w(
          'rPrDefault',
          {},
          w('rPr', {}, fonts(font), val('sz', 24), val('szCs', 24), language('lang', lang)),
        ),
        w(
          'pPrDefault',
          {},
          w('pPr', {}, w('spacing', { after: 160, line: 336, lineRule: 'auto' })),
        ),
      ),
      defaultStyle(
        'paragraph',
        'Normal',
        w('qFormat', {}),
        w('rPr', {}, val('color', colours.text)),
      ),
      defaultStyle('character', 'Default Paragraph Font'),
      defaultStyle('numbering', 'No List'),
      defaultStyle(
        'table',
        'Normal Table',
        w('tblPr', {}, w('tblInd', { w: 0, type: 'dxa' }), cellMargins(0, 108)),
      ),
      Object.entries(known).map(([name, look]) => paragraphStyle(name, look, false)),
      Object.entries(custom).map(([name, look]) => paragraphStyle(name, look, true)),
      characterStyle('Strong', false, ...bold()),
      characterStyle('Emphasis', false, ...italic()),
      characterStyle('HTML Code', false, inCodeFont()),
      characterStyle('Hyperlink', false, val('color', colours.link), val('u', 'single')),
      characterStyle(
        'FollowedHyperlink',
        false,
        val('color', colours.followed),
        val('u', 'single'),
      ),
      tableStyle(),
    ),
    ['w'],
  )
}

const defaultStyle = (type: string, name: string, ...children: Content[]): Xml =>
  w('style', { type, default: 1, styleId: styleId(name) }, val('name', name), ...children)

const cellMargins = (above: number, beside: number): Xml =>
  w(
    'tblCellMar',
    {},
    w('top', { w: above, type: 'dxa' }),
    w('left', { w: beside, type: 'dxa' }),
    w('bottom', { w: above, type: 'dxa' }),
    w('right', { w: beside, type: 'dxa' }),
  )

export const tableStyleName = 'Publication Table'

/**
 * Header cells are bold by the style of their paragraphs: bold in a table's style and in a
 * paragraph's style would cancel each other out (section 17.7.3).
 */
function tableStyle(): Xml {
  const line = (side: string, size: number, color: string) =>
    w(side, { val: 'single', sz: size, space: 0, color })
  return w(
    'style',
    { type: 'table', customStyle: 1, styleId: styleId(tableStyleName) },
    val('name', tableStyleName),
    val('basedOn', styleId('Normal Table')),
    w(
      'tblPr',
      {},
      w(
        'tblBorders',
        {},
        line('top', 8, colours.quiet),
        line('bottom', 8, colours.quiet),
        line('insideH', 4, colours.line),
      ),
      cellMargins(0, 100),
    ),
    w(
      'tblStylePr',
      { type: 'firstRow' },
      w('tcPr', {}, w('tcBorders', {}, line('bottom', 8, colours.quiet)), fill(colours.tint)),
    ),
  )
}

/** A list with numbers: its level, from 0, and the number of its first item. */
export interface NumberedList {
  level: number
  start: number
}

const bulletsId = 1
const numbersId = 2
/** The list of word/numbering.xml that all lists without numbers belong to. */
export const bullets = 1
/** The list that a list with numbers is, by its place among those, from 0. */
export const numbersOf = (index: number): number => bullets + 1 + index

/**
 * Each list with numbers is one of its own that says where it starts: otherwise Word would count
 * on from the one before.
 * @returns word/numbering.xml
 */
export function writeNumbering(lists: readonly NumberedList[]): string {
  return wordPart(
    w(
      'numbering',
      {},
      signs(bulletsId, (level) => ['bullet', level % 2 === 0 ? '•' : '–']),
      signs(numbersId, (level) => ['decimal', `%${level + 1}.`]),
      w('num', { numId: bullets }, val('abstractNumId', bulletsId)),
      lists.map(({ level, start }, index) =>
        w(
          'num',
          { numId: numbersOf(index) },
          val('abstractNumId', numbersId),
          w('lvlOverride', { ilvl: level }, val('startOverride', start)),
        ),
      ),
    ),
    ['w'],
  )
}

/** What stands before the items of a list, at each level. */
function signs(id: number, signOf: (level: number) => [kind: string, sign: string]): Xml {
  const levels = Array.from({ length: listLevels }, (_, level) => {
    const [kind, sign] = signOf(level)
    return w(
      'lvl',
      { ilvl: level },
      val('start', 1),
      val('numFmt', kind),
      val('lvlText', sign),
      val('lvlJc', 'left'),
      w('pPr', {}, w('ind', { left: listStep * (level + 1), hanging: listStep })),
    )
  })
  return w('abstractNum', { abstractNumId: id }, val('multiLevelType', 'hybridMultilevel'), levels)
}
