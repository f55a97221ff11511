import { isRightToLeft, w, xml, type Xml } from './markup.ts'

/* The pages of a Word document. Lengths are in twentieths of a point. */

export const inch = 1440
/** Drawings are measured in English metric units. */
export const emuPerTwentieth = 635

/** A4, with room for a long footer. */
const page = { width: 11906, height: 16838, margin: inch, foot: 2000, edge: 709 }
export const textWidth = page.width - 2 * page.margin
export const tallestPicture = 10800

/** What word/document.xml calls the relationship to word/footer.xml. */
export const footerId = 'footer'

/** @param lang the language of the document, which says on which side its pages begin */
export function sectionOf(lang: string): Xml {
  const { width, height, margin, foot, edge } = page
  return w(
    'sectPr',
    {},
    xml('w:footerReference', { 'w:type': 'default', 'r:id': footerId }),
    w('pgSz', { w: width, h: height }),
    w('pgMar', {
      top: margin,
      right: margin,
      bottom: foot,
      left: margin,
      header: edge,
      footer: edge,
      gutter: 0,
    }),
    isRightToLeft(lang) && w('bidi', {}),
  )
}
