import { isReadable, type Checked, type Extent } from './findings.ts'
import { LanguageTally } from './languages.ts'
import { coreProperties, isDescribed, mainPart, openXmlHasMacros, relatedTo } from './open-xml.ts'
import { inherited, type Style, type Styles } from './styles.ts'
import type { Package } from './unpack.ts'
import {
  boldLinesFinding,
  describes,
  headingsFinding,
  languageFinding,
  looksLikeHeading,
  macrosFinding,
  picturesFinding,
  tablesFinding,
  textFinding,
  titleFinding,
  type Tally,
} from './usual-findings.ts'
import { attribute, childOf, childrenOf, holds, inside, textOf, type XmlElement } from './xml.ts'

/**
 * Looks through a Word document (ECMA-376, part 1, WordprocessingML).
 * @throws {CannotCheck} when it is damaged or too long
 */
export function checkWord(files: Package): Checked {
  const main = mainPart(files)
  const root = files.required(main, 'w:document')
  const { title } = coreProperties(files)
  const { readable, language, levels, boldLines } = readText(root, readStyles(files, main))
  return {
    extent: pagesWhenLastSaved(files),
    language,
    title,
    findings: [
      textFinding(readable),
      titleFinding(title, 'In Word, write it in File, Info, Properties, Title.'),
      languageFinding(
        language,
        'In Word, select all of the text, then Review, Language, Set Proofing Language.',
      ),
      headingsFinding(
        levels,
        'In Word, give each heading a style: Heading 1, Heading 2 and so on.',
      ),
      ...picturesFinding(
        picturesOf(root),
        'In Word, right-click the picture, choose View Alt Text, and describe it or mark it as decorative.',
      ),
      ...tablesFinding(
        tablesOf(root),
        'In Word, select the first row of the table, then Table Layout, Repeat Header Rows.',
      ),
      boldLinesFinding(boldLines),
      macrosFinding(openXmlHasMacros(files)),
    ],
  }
}

interface StyleSheet {
  styles: Styles
  /** The style of a paragraph that names none. */
  usual: string | undefined
  /** The language of text for which no style and no mark gives another. */
  language: string | undefined
}

function readStyles(files: Package, main: string): StyleSheet {
  const path = relatedTo(files, main, 'styles')
  const root = path === undefined ? undefined : files.xml(path)
  const all = childrenOf(root, 'w:style')
  const usual = all.find(
    (each) =>
      attribute(each, 'w:type') === 'paragraph' && isOn(attribute(each, 'w:default') ?? 'false'),
  )
  return {
    styles: new Map(all.map((each) => [attribute(each, 'w:styleId') ?? '', styleOf(each)])),
    usual: attribute(usual, 'w:styleId'),
    language: valueOf(childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')),
  }
}

function styleOf(style: XmlElement): Style {
  const outline = valueOf(childOf(style, 'w:pPr', 'w:outlineLvl'))
  // Word knows its own headings by name, so their level may not be written down.
  const named = /^heading ([1-9])$/i.exec(valueOf(childOf(style, 'w:name')) ?? '')?.[1]
  return {
    parent: valueOf(childOf(style, 'w:basedOn')),
    language: valueOf(childOf(style, 'w:rPr', 'w:lang')),
    level:
      outline !== undefined ? Number(outline) + 1 : named !== undefined ? Number(named) : undefined,
  }
}

function readText(root: XmlElement, { styles, usual, language }: StyleSheet) {
  const languages = new LanguageTally()
  const levels: number[] = []
  const inTables = new Set([...inside(root, 'w:tbl')].flatMap((each) => [...inside(each, 'w:p')]))
  let boldLines = 0
  for (const paragraph of inside(root, 'w:p')) {
    const style = valueOf(childOf(paragraph, 'w:pPr', 'w:pStyle')) ?? usual
    const runs = [...inside(paragraph, 'w:r')]
    const words = runs.map(wordsOf)
    runs.forEach((run, index) => {
      const own = childOf(run, 'w:rPr', 'w:lang')
      const mark =
        valueOf(own) ??
        inherited(styles, valueOf(childOf(run, 'w:rPr', 'w:rStyle')), 'language') ??
        inherited(styles, style, 'language') ??
        language
      languages.add(words[index] ?? '', mark)
    })
    const line = words.join('')
    if (!isReadable(line)) continue
    const outline = valueOf(childOf(paragraph, 'w:pPr', 'w:outlineLvl'))
    const level = outline === undefined ? inherited(styles, style, 'level') : Number(outline) + 1
    const isBoldLine = runs.every((run) => !isReadable(wordsOf(run)) || isBold(run))
    if (level !== undefined && level <= 9) levels.push(level)
    else if (isBoldLine && looksLikeHeading(line) && !inTables.has(paragraph)) boldLines += 1
  }
  return { readable: languages.hasText, language: languages.main, levels, boldLines }
}

/** The words of a run, without those of a text box that hangs on it. */
const wordsOf = (run: XmlElement): string => childrenOf(run, 'w:t').map(textOf).join('')

function isBold(run: XmlElement): boolean {
  const bold = childOf(run, 'w:rPr', 'w:b')
  return bold !== undefined && isOn(valueOf(bold))
}

const valueOf = (element: XmlElement | undefined): string | undefined => attribute(element, 'w:val')

/** A property that stands there without a value is on (ECMA-376, part 1, section 17.17.4). */
const isOn = (value: string | undefined): boolean =>
  value === undefined || !['0', 'false', 'off'].includes(value)

/** Pictures, diagrams and charts; a box of text is read as text. */
function picturesOf(root: XmlElement): Tally {
  const drawings = [...inside(root, 'wp:inline', 'wp:anchor')]
    .filter((each) => !holds(each, 'w:txbxContent'))
    .map((each) => isDescribed(childOf(each, 'wp:docPr')))
  const older = [...inside(root, 'w:pict')]
    .flatMap((each) => [...inside(each, 'v:shape')])
    .filter((each) => holds(each, 'v:imagedata'))
    .map((each) => describes(attribute(each, 'alt')))
  const all = [...drawings, ...older]
  return { total: all.length, good: all.filter(Boolean).length }
}

/** Tables of at least two rows and two columns: a smaller one has nothing to be a header of. */
function tablesOf(root: XmlElement): Tally {
  const tables = [...inside(root, 'w:tbl')]
    .map((each) => childrenOf(each, 'w:tr'))
    .filter((rows) => rows.length > 1 && rows.some((row) => childrenOf(row, 'w:tc').length > 1))
  const good = tables.filter(([first]) => {
    const header = childOf(first, 'w:trPr', 'w:tblHeader')
    return header !== undefined && isOn(valueOf(header))
  })
  return { total: tables.length, good: good.length }
}

/** How many pages the program counted that saved it last. */
function pagesWhenLastSaved(files: Package): Extent | undefined {
  const path = relatedTo(files, '', 'extended-properties')
  const root = path === undefined ? undefined : files.xml(path)
  const count = Number(textOf(childOf(root, 'Pages')))
  return count > 0 ? { count, unit: 'page' } : undefined
}
