import { isRightToLeft, language, val, w, xml, type Xml } from './markup.ts'
import { bold, inCodeFont, italic, styleId } from './styles.ts'

/** How words in a line are said. */
export interface Voice {
  strong: boolean
  emphasis: boolean
  code: boolean
  link: boolean
  lang: string
}

/** @param documentLang the language that is not marked */
export function runsOf(words: string, voice: Voice, documentLang: string): Xml[] {
  return inDirections(words, voice.lang).map(({ words, rightToLeft }) =>
    w(
      'r',
      {},
      soundOf(voice, documentLang, rightToLeft),
      words
        .split('\t')
        .flatMap((part, index) => [
          index > 0 && w('tab', {}),
          part !== '' && xml('w:t', { 'xml:space': 'preserve' }, part),
        ]),
    ),
  )
}

/**
 * In the order of EG_RPrBase (section 17.3.2.28). A run has one style, so what else it is, is
 * said by its looks.
 */
function soundOf(voice: Voice, documentLang: string, rightToLeft: boolean): Xml | false {
  const { strong, emphasis, code, link, lang } = voice
  const styles = [
    link && 'Hyperlink',
    code && 'HTML Code',
    strong && 'Strong',
    emphasis && 'Emphasis',
  ]
  const style = styles.find((each) => each !== false)
  const isOther = lang !== documentLang
  if (style === undefined && !rightToLeft && !isOther) return false
  return w(
    'rPr',
    {},
    style !== undefined && val('rStyle', styleId(style)),
    code && style !== 'HTML Code' && inCodeFont(),
    strong && style !== 'Strong' && bold(),
    emphasis && style !== 'Emphasis' && italic(),
    rightToLeft && w('rtl', {}),
    isOther && language('lang', lang),
  )
}

const rightToLeftScripts = ['Arabic', 'Hebrew', 'Syriac', 'Thaana', 'Nko', 'Adlam']
  .map((script) => `\\p{Script=${script}}`)
  .join('')
/** From the first to the last letter of words that are written from the left, or their number. */
const leftToRight = new RegExp(
  `([\\p{L}--[${rightToLeftScripts}]](?:[^${rightToLeftScripts}]*[[\\p{L}\\p{N}\\/]--[${rightToLeftScripts}]])?)`,
  'v',
)

/**
 * Words in a language that is written from the right, apart from Latin and other words in them:
 * Word's sign for it must not stand on letters that are written from the left (section 17.3.2.30).
 */
function inDirections(words: string, lang: string): { words: string; rightToLeft: boolean }[] {
  if (!isRightToLeft(lang)) return words === '' ? [] : [{ words, rightToLeft: false }]
  return words
    .split(leftToRight)
    .map((each, index) => ({ words: each, rightToLeft: index % 2 === 0 }))
    .filter(({ words }) => words !== '')
}
