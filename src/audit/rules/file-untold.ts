import { descriptionOf } from '../in-page/dom.ts'
import { contextOf, linksOfPage } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Endings of files that open in another program, and the words that tell of them. */
const FORMATS: Readonly<Record<string, RegExp>> = {
  pdf: /\bpdf\b/i,
  doc: /\b(docx?|word)\b/i,
  docx: /\b(docx?|word)\b/i,
  odt: /\b(odt|open ?document|libreoffice)\b/i,
  rtf: /\brtf\b/i,
  xls: /\b(xlsx?|excel|spreadsheet)\b/i,
  xlsx: /\b(xlsx?|excel|spreadsheet)\b/i,
  ods: /\b(ods|open ?document|spreadsheet)\b/i,
  csv: /\b(csv|spreadsheet)\b/i,
  ppt: /\b(pptx?|powerpoint|slides)\b/i,
  pptx: /\b(pptx?|powerpoint|slides)\b/i,
  odp: /\b(odp|open ?document|slides)\b/i,
  epub: /\b(epub|e-?book)\b/i,
  zip: /\bzip\b/i,
}
const SIZE = /\d\s?(bytes?|kb|mb|gb|kib|mib|kilobytes?|megabytes?|pages?|slides?|rows?)\b/i

export const fileUntold: PageRule = {
  id: 'file-untold',
  level: 'warn',
  criteria: [],
  source: 'https://www.gov.uk/guidance/content-design/links',
  meets:
    'A file opens or is loaded unexpectedly, in a program that may not read it out, or at a cost.',
  mend: 'Say the format and the size in the link, such as “(PDF, 320 KB)”.',
  *find(): Iterable<FaultyElement> {
    for (const link of linksOfPage()) {
      const { element, name } = link
      const ending = /\.([a-z0-9]{3,4})$/i.exec(element.pathname)?.[1]?.toLowerCase() ?? ''
      const told = FORMATS[ending]
      if (!told) continue
      const words = `${name} ${descriptionOf(element)} ${contextOf(link)}`
      const lacks = [!told.test(words) && 'the format', !SIZE.test(words) && 'the size']
      const missing = lacks.filter((lack) => lack !== false)
      if (missing.length > 0)
        yield {
          element,
          detail: `It leads to a .${ending} file and does not say ${missing.join(' and ')}.`,
        }
    }
  },
}
