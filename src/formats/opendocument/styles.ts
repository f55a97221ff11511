import type { Element } from 'xast'
import type { Raw } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { colours } from '../../pictures/colours.ts'
import { serialised } from '../xml.ts'
import { directionProperties, languageProperties, writingMode } from './languages.ts'
import { link, nameOf, namespaces, text } from './markup.ts'

/*
 * How OpenDocument text looks, and what its styles are called. Names that LibreOffice knows, such
 * as “Text body” or “Quotations”, are used for what it has them for: it shows them in the
 * language of the person who edits, and keeps their meaning when it writes other formats.
 */

/** Centimetres. The lines of A4 hold about 75 characters, the pictures are never wider. */
export const measures = {
  page: { width: 21, height: 29.7 },
  margin: { side: 3, end: 2.2 },
  text: { width: 15, tallest: 18 },
  listStep: 0.9,
  quotationStep: 0.8,
} as const

type Properties = Record<string, string>

export interface ParagraphStyle {
  parent?: string
  next?: string
  level?: number
  paragraph?: Properties
  text?: Properties
}

const bold = {
  'fo:font-weight': 'bold',
  'style:font-weight-asian': 'bold',
  'style:font-weight-complex': 'bold',
}
const italic = {
  'fo:font-style': 'italic',
  'style:font-style-asian': 'italic',
  'style:font-style-complex': 'italic',
}
/** Code is in no language: ISO 639-2 has zxx for that, and no program checks how it is spelt. */
const code = {
  'style:font-name': 'Liberation Mono',
  'style:font-name-asian': 'Liberation Mono',
  'style:font-name-complex': 'Liberation Mono',
  'fo:language': 'zxx',
  'fo:country': 'none',
}
const size = (points: number): Properties => ({
  'fo:font-size': `${points}pt`,
  'style:font-size-asian': `${points}pt`,
  'style:font-size-complex': `${points}pt`,
})
const space = (above: number, below: number): Properties => ({
  'fo:margin-top': `${above}cm`,
  'fo:margin-bottom': `${below}cm`,
})
const withNext = { 'fo:keep-with-next': 'always' }
const rule = `0.07cm solid ${colours.link}`

/** The line before the words of a quotation. LibreOffice does not turn it with their direction. */
export function quotationRule(lang: string): Properties {
  return writingMode(lang) === 'rl-tb'
    ? { 'fo:border-left': 'none', 'fo:border-right': rule, 'fo:padding-right': '0.3cm' }
    : { 'fo:border-left': rule, 'fo:border-right': 'none', 'fo:padding-left': '0.3cm' }
}

const heading = (level: number, points: number, above: number, below: number): ParagraphStyle => ({
  parent: 'Heading',
  next: 'Text body',
  level,
  paragraph: space(above, below),
  text: size(points),
})

const paragraphStyles = {
  Standard: {},
  'Text body': { parent: 'Standard', paragraph: space(0, 0.3) },
  Heading: {
    parent: 'Standard',
    next: 'Text body',
    paragraph: { ...withNext, 'fo:keep-together': 'always', 'fo:line-height': '115%' },
    text: { ...bold, 'fo:color': colours.link },
  },
  'Heading 1': heading(1, 24, 0, 0.4),
  'Heading 2': heading(2, 17, 0.7, 0.25),
  'Heading 3': heading(3, 14, 0.55, 0.2),
  'Heading 4': heading(4, 12.5, 0.45, 0.15),
  'Heading 5': heading(5, 12, 0.45, 0.15),
  'Heading 6': heading(6, 12, 0.45, 0.15),
  Details: {
    parent: 'Standard',
    paragraph: space(0, 0.1),
    text: { 'fo:color': colours.quiet },
  },
  'Details end': { parent: 'Details', paragraph: space(0, 0.7) },
  Notice: {
    parent: 'Text body',
    paragraph: {
      'fo:background-color': colours.tint,
      'fo:border': rule,
      'fo:padding': '0.25cm',
    },
  },
  'Notice heading': {
    parent: 'Notice',
    next: 'Notice',
    paragraph: { ...withNext, ...space(0.5, 0) },
    text: { ...bold, ...size(14), 'fo:color': colours.link },
  },
  List: { parent: 'Text body', paragraph: space(0, 0.2) },
  Facts: { parent: 'Text body', paragraph: space(0, 0.15) },
  'Timeline date': { parent: 'List', paragraph: { ...withNext, ...space(0, 0.05) }, text: bold },
  Attribution: { parent: 'Text body', paragraph: { ...withNext, ...space(0.3, 0.15) } },
  Quotations: {
    parent: 'Text body',
    paragraph: {
      ...space(0, 0.3),
      'fo:margin-left': `${measures.quotationStep}cm`,
      'fo:margin-right': '0.3cm',
      ...quotationRule('en'),
    },
  },
  'Preformatted Text': {
    parent: 'Standard',
    paragraph: {
      ...space(0, 0.3),
      ...directionProperties('en'),
      'fo:background-color': colours.tint,
      'fo:padding': '0.15cm',
      'fo:border': `0.02cm solid ${colours.tint}`,
    },
    text: { ...code, ...size(11) },
  },
  Break: {
    parent: 'Text body',
    paragraph: { ...space(0.3, 0.6), 'fo:text-align': 'center' },
    text: { 'fo:color': colours.quiet },
  },
  Figure: { parent: 'Standard', paragraph: { ...space(0.3, 0.3), 'fo:line-height': 'normal' } },
  'Figure with caption': { parent: 'Figure', paragraph: { ...withNext, ...space(0.3, 0.1) } },
  Caption: {
    parent: 'Standard',
    paragraph: space(0, 0.4),
    text: { ...size(11), 'fo:color': colours.quiet },
  },
  'Table caption': {
    parent: 'Caption',
    paragraph: { ...withNext, ...space(0.4, 0.15) },
    text: { ...bold, ...size(12) },
  },
  'Table Contents': { parent: 'Standard', paragraph: { 'fo:line-height': '120%' } },
  'Table Heading': { parent: 'Table Contents', text: bold },
  'Contents Heading': { parent: 'Heading', level: 2, paragraph: space(0.6, 0.2), text: size(14) },
  'Contents entry': { parent: 'Standard', paragraph: space(0, 0.08) },
  'Contents end': { parent: 'Contents entry', paragraph: space(0, 0.7) },
  Note: { parent: 'Text body' },
  'Way back': { parent: 'Text body', text: size(11) },
  Footer: {
    parent: 'Standard',
    paragraph: { 'fo:line-height': '120%' },
    text: { ...size(10), 'fo:color': colours.quiet },
  },
} satisfies Record<string, ParagraphStyle>

export type ParagraphStyleName = keyof typeof paragraphStyles

const textStyles = {
  Emphasis: italic,
  'Strong Emphasis': bold,
  'Source Text': code,
  'Internet link': {
    'fo:color': colours.link,
    'style:text-underline-style': 'solid',
    'style:text-underline-width': 'auto',
    'style:text-underline-color': 'font-color',
  },
  'Note mark': { 'style:text-position': 'super 75%', ...bold },
} satisfies Record<string, Properties>

export type TextStyleName = keyof typeof textStyles

const named = (name: string, family: string, attributes: Properties, ...children: Element[]) =>
  x(
    'style:style',
    {
      'style:name': nameOf(name),
      ...(name.includes(' ') && { 'style:display-name': name }),
      'style:family': family,
      ...attributes,
    },
    children,
  )

/** A style of paragraphs, with the properties that its parent has not. */
export function paragraphStyle(name: string, style: ParagraphStyle): Element {
  const { parent, next, level, paragraph = {}, text = {} } = style
  return named(
    name,
    'paragraph',
    {
      ...(parent !== undefined && { 'style:parent-style-name': nameOf(parent) }),
      ...(next !== undefined && { 'style:next-style-name': nameOf(next) }),
      ...(level !== undefined && { 'style:default-outline-level': String(level) }),
    },
    x('style:paragraph-properties', paragraph),
    x('style:text-properties', text),
  )
}

const levels = Array.from({ length: 10 }, (_, index) => index + 1)
const bullets = ['•', '–', '▪']

/** `Plain` has neither numbers nor signs. */
export type ListKind = 'Bullets' | 'Numbers' | 'Plain'

/** @param indent centimetres by which the whole list stands further in */
export function listStyle(name: string, kind: ListKind, indent = 0): Element {
  return x('text:list-style', { 'style:name': name }, levels.map(level))

  function level(number: number): Element {
    const common = { 'text:level': number }
    const step = kind === 'Plain' ? 0.6 : measures.listStep
    const steps = kind === 'Plain' ? number - 1 : number
    const margin = `${(indent + steps * step).toFixed(2)}cm`
    const label =
      kind === 'Plain'
        ? { 'text:label-followed-by': 'nothing' }
        : {
            'text:label-followed-by': 'listtab',
            'text:list-tab-stop-position': margin,
            'fo:text-indent': `-${step}cm`,
          }
    const properties = x(
      'style:list-level-properties',
      { 'text:list-level-position-and-space-mode': 'label-alignment' },
      x('style:list-level-label-alignment', { ...label, 'fo:margin-left': margin }),
    )
    return kind === 'Bullets'
      ? x(
          'text:list-level-style-bullet',
          { ...common, 'text:bullet-char': bullets[(number - 1) % bullets.length] },
          properties,
        )
      : x(
          'text:list-level-style-number',
          kind === 'Numbers'
            ? { ...common, 'style:num-format': '1', 'style:num-suffix': '.' }
            : { ...common, 'style:num-format': '' },
          properties,
        )
  }
}

/** The fonts, each with those that stand in for it where it is missing. */
export const fonts = (): Element =>
  x('office:font-face-decls', [
    x('style:font-face', {
      'style:name': 'Liberation Sans',
      'svg:font-family': "'Liberation Sans', Arial, Helvetica, sans-serif",
      'style:font-family-generic': 'swiss',
      'style:font-pitch': 'variable',
    }),
    x('style:font-face', {
      'style:name': 'Liberation Mono',
      'svg:font-family': "'Liberation Mono', 'Courier New', monospace",
      'style:font-family-generic': 'modern',
      'style:font-pitch': 'fixed',
    }),
  ])

const families = {
  text: 'style:text-properties',
  graphic: 'style:graphic-properties',
  table: 'style:table-properties',
  'table-column': 'style:table-column-properties',
  'table-row': 'style:table-row-properties',
  'table-cell': 'style:table-cell-properties',
} as const

/** A style that only the file itself uses; programs show no name of it. */
export const automaticStyle = (
  name: string,
  family: keyof typeof families,
  properties: Properties,
  parent?: string,
): Element =>
  x(
    'style:style',
    { 'style:name': name, 'style:family': family, 'style:parent-style-name': parent },
    x(families[family], properties),
  )

const line = `0.02cm solid ${colours.quiet}`
const cell = { 'fo:padding': '0.15cm', 'fo:border-bottom': line }

const table = (mode: string): Element =>
  automaticStyle(`Table-${mode}`, 'table', {
    'style:width': `${measures.text.width}cm`,
    'table:align': 'margins',
    'fo:margin-bottom': '0.5cm',
    'style:writing-mode': mode,
    'table:border-model': 'collapsing',
  })

/** The automatic styles that every document has. */
export const fixedStyles: readonly Element[] = [
  table('lr-tb'),
  table('rl-tb'),
  automaticStyle('Table-row', 'table-row', { 'fo:keep-together': 'always' }),
  automaticStyle('Table-head', 'table-cell', {
    ...cell,
    'fo:background-color': colours.tint,
    'fo:border-top': line,
    'style:vertical-align': 'bottom',
  }),
  automaticStyle('Table-row-head', 'table-cell', cell),
  automaticStyle('Table-cell', 'table-cell', cell),
]

/** What each page says at its foot. */
export interface Foot {
  title: string
  /** A whole web address. */
  address: string
  /** The language of the words “Page … of …”. */
  siteLang: string
}

/**
 * The root element of styles.xml.
 * @param lang the language of the document, as a tag
 */
export const stylesOf = (lang: string, foot: Foot): Element =>
  x('office:document-styles', { ...namespaces, 'office:version': '1.3' }, [
    fonts(),
    x('office:styles', [defaults(lang), namedStyles]),
    x('office:automatic-styles', [pageLayout(lang), footOfSite(foot.siteLang)]),
    x('office:master-styles', [
      x(
        'style:master-page',
        { 'style:name': 'Standard', 'style:page-layout-name': 'Page' },
        x('style:footer', footer(foot)),
      ),
    ]),
  ])

/** They are the same in every file, so they become XML once: that halves the time of a file. */
const namedStyles: Raw = {
  type: 'raw',
  value: serialised([
    ...Object.entries<ParagraphStyle>(paragraphStyles).map(([name, style]) =>
      paragraphStyle(name, style),
    ),
    ...Object.entries(textStyles).map(([name, properties]) =>
      named(name, 'text', {}, x('style:text-properties', properties)),
    ),
    named(
      'Graphics',
      'graphic',
      {},
      x('style:graphic-properties', {
        'text:anchor-type': 'as-char',
        'style:vertical-pos': 'top',
        'style:vertical-rel': 'baseline',
      }),
    ),
    listStyle('Bullets', 'Bullets'),
    listStyle('Numbers', 'Numbers'),
    listStyle('Plain', 'Plain'),
  ]),
}

const defaults = (lang: string): Element =>
  x(
    'style:default-style',
    { 'style:family': 'paragraph' },
    x('style:paragraph-properties', {
      'fo:line-height': '135%',
      'fo:orphans': '2',
      'fo:widows': '2',
      ...directionProperties(lang),
      'style:tab-stop-distance': '1.25cm',
    }),
    x('style:text-properties', {
      'style:font-name': 'Liberation Sans',
      'style:font-name-asian': 'Liberation Sans',
      'style:font-name-complex': 'Liberation Sans',
      ...size(12),
      'fo:color': colours.text,
      'fo:hyphenate': 'false',
      ...languageProperties(lang),
    }),
  )

const pageLayout = (lang: string): Element =>
  x(
    'style:page-layout',
    { 'style:name': 'Page' },
    x('style:page-layout-properties', {
      'fo:page-width': `${measures.page.width}cm`,
      'fo:page-height': `${measures.page.height}cm`,
      'style:print-orientation': 'portrait',
      'fo:margin-top': `${measures.margin.end}cm`,
      'fo:margin-bottom': '1.5cm',
      'fo:margin-left': `${measures.margin.side}cm`,
      'fo:margin-right': `${measures.margin.side}cm`,
      'style:writing-mode': writingMode(lang),
    }),
    x('style:footer-style', [
      x('style:header-footer-properties', { 'fo:min-height': '1cm', 'fo:margin-top': '0.6cm' }),
    ]),
  )

/** The web address and the count of pages are in the site's language, not in the document's. */
const footOfSite = (siteLang: string): Element =>
  paragraphStyle('Footer of site', {
    parent: 'Footer',
    paragraph: directionProperties(siteLang),
    text: languageProperties(siteLang),
  })

function footer({ title, address }: Foot): Element[] {
  const line = (style: string, ...children: (Element | string)[]) =>
    x('text:p', { 'text:style-name': nameOf(style) }, children)
  return [
    line('Footer', title),
    line('Footer of site', link(address, [text(address)])),
    line(
      'Footer of site',
      'Page ',
      x('text:page-number', { 'text:select-page': 'current' }, '1'),
      ' of ',
      x('text:page-count', '1'),
    ),
  ]
}
