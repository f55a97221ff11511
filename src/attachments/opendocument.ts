import { isReadable } from './findings.ts'
import { LanguageTally, languageTag } from './languages.ts'
import { inherited, type Style, type Styles } from './styles.ts'
import type { Package } from './unpack.ts'
import { describes, looksLikeHeading, type Tally } from './usual-findings.ts'
import { attribute, childOf, childrenOf, holds, inside, textOf, type XmlElement } from './xml.ts'

/* What OpenDocument texts, spreadsheets and slides have in common (OpenDocument 1.3, part 3). */

/** What the document says about itself. */
export function metadataOf(files: Package) {
  const root = childOf(files.xml('meta.xml'), 'office:meta')
  const title = textOf(childOf(root, 'dc:title')).trim()
  const statistic = childOf(root, 'meta:document-statistic')
  return {
    title: title === '' ? undefined : title,
    language: languageTag(textOf(childOf(root, 'dc:language'))),
    pages: Number(attribute(statistic, 'meta:page-count')),
  }
}

/** Whether its manifest says that its files are locked with a password (part 2, section 4.4). */
export function isLocked(files: Package): boolean {
  const manifest = files.xml('META-INF/manifest.xml')
  return manifest !== undefined && holds(manifest, 'manifest:encryption-data')
}

/** Whether there are programs; the lists of libraries alone are none. */
export const openDocumentHasMacros = (files: Package): boolean =>
  files.paths
    .values()
    .some((path) => /^(?:Basic\/.+\/(?!script-l[bc]\.xml$)[^/]+|Scripts\/.+[^/])$/.test(path))

/** The styles by their family and name; a family's default has an empty name. */
function readStyles(files: Package, content: XmlElement): Styles {
  const sheet = files.xml('styles.xml')
  const byHand = childOf(content, 'office:automatic-styles')
  const all = [
    ...childrenOf(childOf(sheet, 'office:styles')),
    ...childrenOf(childOf(sheet, 'office:automatic-styles')),
    ...childrenOf(byHand),
  ].filter(({ name }) => name === 'style:style' || name === 'style:default-style')
  const handMade = new Set(childrenOf(byHand))
  return new Map(
    all.map((each) => [
      key(attribute(each, 'style:family'), attribute(each, 'style:name')),
      styleOf(each, handMade.has(each)),
    ]),
  )
}

const key = (family = '', name = ''): string => `${family}/${name}`

function styleOf(style: XmlElement, byHand: boolean): Style {
  const family = attribute(style, 'style:family')
  const text = childOf(style, 'style:text-properties')
  return {
    parent:
      style.name === 'style:default-style'
        ? undefined
        : key(family, attribute(style, 'style:parent-style-name')),
    language: languageOf(text),
    boldByHand: byHand && attribute(text, 'fo:font-weight') === 'bold',
  }
}

function languageOf(text: XmlElement | undefined): string | undefined {
  const language = attribute(text, 'fo:language')
  const country = attribute(text, 'fo:country')
  return (
    attribute(text, 'style:rfc-language-tag') ??
    (language === undefined || country === undefined || country === 'none'
      ? language
      : `${language}-${country}`)
  )
}

/**
 * Reads the text of a document.
 * @param usual the family whose default holds for text without a style of its own
 */
export function readText(files: Package, content: XmlElement, body: XmlElement, usual: string) {
  const styles = readStyles(files, content)
  const fallback = styles.get(key(usual))?.language
  const languages = new LanguageTally()
  const levels: number[] = []
  const inTables = new Set(
    [...inside(body, 'table:table')].flatMap((table) => [...inside(table, 'text:p')]),
  )
  let boldLines = 0
  for (const paragraph of inside(body, 'text:p', 'text:h')) {
    const style = key('paragraph', attribute(paragraph, 'text:style-name'))
    const pieces = piecesOf(paragraph, [style])
    for (const { text, ways } of pieces) {
      const mark = ways
        .toReversed()
        .map((way) => inherited(styles, way, 'language'))
        .find((each) => each !== undefined)
      languages.add(text, mark ?? fallback)
    }
    const line = pieces.map(({ text }) => text).join('')
    if (!isReadable(line)) continue
    const isBoldLine = pieces.every(
      ({ text, ways }) => !isReadable(text) || ways.some((way) => styles.get(way)?.boldByHand),
    )
    if (paragraph.name === 'text:h') {
      levels.push(Number(attribute(paragraph, 'text:outline-level') ?? 1))
    } else if (isBoldLine && looksLikeHeading(line) && !inTables.has(paragraph)) boldLines += 1
  }
  return { readable: languages.hasText, language: languages.main, levels, boldLines }
}

interface Piece {
  text: string
  /** The styles that hold for it, from the paragraph inwards. */
  ways: readonly string[]
}

/** The text of a paragraph, without the paragraphs of notes and boxes that hang on it. */
function piecesOf(element: XmlElement, ways: readonly string[]): Piece[] {
  return element.children.flatMap((each): Piece[] => {
    if (each.type === 'text' || each.type === 'cdata') return [{ text: each.value, ways }]
    if (each.type !== 'element') return []
    if (each.name === 'text:span') {
      return piecesOf(each, [...ways, key('text', attribute(each, 'text:style-name'))])
    }
    return each.name === 'text:a' ? piecesOf(each, ways) : []
  })
}

/** Pictures, charts and drawings of other programs; what holds a table or text is read as such. */
export function picturesOf(body: XmlElement): Tally {
  const pictures = [...inside(body, 'draw:frame')].filter(
    (frame) =>
      childrenOf(frame).some(({ name }) => /^draw:(?:image|object|object-ole)$/.test(name)) &&
      childOf(frame, 'table:table') === undefined,
  )
  const good = pictures.filter(
    (frame) =>
      attribute(frame, 'loext:decorative') === 'true' ||
      attribute(frame, 'draw:decorative') === 'true' ||
      describes(textOf(childOf(frame, 'svg:desc'))) ||
      describes(textOf(childOf(frame, 'svg:title'))),
  )
  return { total: pictures.length, good: good.length }
}

/**
 * Tables of at least two rows and two columns: a smaller one has nothing to be a header of.
 * @param hasHeader whether a table says which of its rows is a header
 */
export function tablesOf(body: XmlElement, hasHeader: (table: XmlElement) => boolean): Tally {
  const tables = [...inside(body, 'table:table')].filter((table) => {
    const rows = [...inside(table, 'table:table-row')]
    return rows.length > 1 && rows.some((row) => childrenOf(row, 'table:table-cell').length > 1)
  })
  return { total: tables.length, good: tables.filter(hasHeader).length }
}
