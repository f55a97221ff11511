import { isReadable, type Checked } from './findings.ts'
import { LanguageTally } from './languages.ts'
import {
  coreProperties,
  isDescribed,
  mainPart,
  openXmlHasMacros,
  relationshipsOf,
} from './open-xml.ts'
import type { Package } from './unpack.ts'
import {
  languageFinding,
  macrosFinding,
  picturesFinding,
  slideTitlesFinding,
  tablesFinding,
  textFinding,
  titleFinding,
} from './usual-findings.ts'
import {
  attribute,
  childOf,
  childrenOf,
  holds,
  inside,
  saysYes,
  textOf,
  type XmlElement,
} from './xml.ts'

/**
 * Looks through PowerPoint slides (ECMA-376, part 1, PresentationML).
 * @throws {CannotCheck} when it is damaged
 */
export function checkSlides(files: Package): Checked {
  const main = mainPart(files)
  const presentation = files.required(main, 'p:presentation')
  const { title } = coreProperties(files)
  const related = relationshipsOf(files, main)
  const slides = childrenOf(childOf(presentation, 'p:sldIdLst'), 'p:sldId').map((each) =>
    files.required(related.get(attribute(each, 'r:id') ?? '')?.target ?? '', 'p:sld'),
  )
  const usual = childOf(presentation, 'p:defaultTextStyle', 'a:lvl1pPr', 'a:defRPr')
  const languages = new LanguageTally()
  for (const run of slides.flatMap((slide) => [...inside(slide, 'a:r')])) {
    const mark = attribute(childOf(run, 'a:rPr'), 'lang') ?? attribute(usual, 'lang')
    languages.add(textOf(childOf(run, 'a:t')), mark)
  }
  const pictures = slides.flatMap(picturesOf)
  const tables = slides.flatMap((slide) => [...inside(slide, 'a:tbl')])
  return {
    extent: { count: slides.length, unit: 'slide' },
    language: languages.main,
    title,
    findings: [
      textFinding(languages.hasText),
      titleFinding(title, 'In PowerPoint, write it in File, Info, Properties, Title.'),
      languageFinding(
        languages.main,
        'In PowerPoint, select all of the text, then Review, Language, Set Proofing Language.',
      ),
      ...slideTitlesFinding(
        { total: slides.length, good: slides.filter(hasTitle).length },
        'In PowerPoint, choose a layout with a title, and give each slide one; it may stand off the slide.',
      ),
      ...picturesFinding(
        { total: pictures.length, good: pictures.filter(isDescribed).length },
        'In PowerPoint, right-click the picture, choose View Alt Text, and describe it or mark it as decorative.',
      ),
      ...tablesFinding(
        {
          total: tables.length,
          good: tables.filter((each) => saysYes(attribute(childOf(each, 'a:tblPr'), 'firstRow')))
            .length,
        },
        'In PowerPoint, select the table, then Table Design, Header Row.',
      ),
      macrosFinding(openXmlHasMacros(files)),
    ],
  }
}

const hasTitle = (slide: XmlElement): boolean =>
  [...inside(slide, 'p:sp')].some((shape) => {
    const place = attribute(childOf(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph'), 'type')
    return (
      (place === 'title' || place === 'ctrTitle') && isReadable(textOf(childOf(shape, 'p:txBody')))
    )
  })

/** The properties of pictures, charts and diagrams; a table is read as text. */
const picturesOf = (slide: XmlElement): (XmlElement | undefined)[] => [
  ...[...inside(slide, 'p:pic')].map((each) => childOf(each, 'p:nvPicPr', 'p:cNvPr')),
  ...[...inside(slide, 'p:graphicFrame')]
    .filter((each) => !holds(each, 'a:tbl'))
    .map((each) => childOf(each, 'p:nvGraphicFramePr', 'p:cNvPr')),
]
