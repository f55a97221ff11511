import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isReadable } from './findings.ts'

/** The text of a page, and where it stands. */
export interface PageText {
  /** Whether there is a letter or a digit on it. */
  hasText: boolean
  /** How many characters stand in the tags. */
  tagged: number
  /** How many stand neither in them nor in what is marked as decoration of the page. */
  outside: number
}

/** @param ids of the pieces of content that the tags have on this page */
export async function readPageText(
  page: PDFPageProxy,
  ids: ReadonlySet<string>,
): Promise<PageText> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const text: PageText = { hasText: false, tagged: 0, outside: 0 }
  const around: ('tagged' | 'decoration' | 'other')[] = []
  for (const item of items) {
    if ('str' in item) {
      if (!isReadable(item.str)) continue
      text.hasText = true
      if (around.includes('tagged')) text.tagged += item.str.length
      else if (!around.includes('decoration')) text.outside += item.str.length
    } else if (item.type === 'endMarkedContent') around.pop()
    else if ('tag' in item && item.tag === 'Artifact') around.push('decoration')
    else around.push(ids.has(item.id) ? 'tagged' : 'other')
  }
  return text
}

/**
 * Whether nothing is drawn on a page. Where a picture is, only the change of place and size
 * before it can be seen, because pictures are not unpacked.
 */
export async function isBlank(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { fnArray, argsArray } = await page.getOperatorList()
  const draws = new Set([
    OPS.transform,
    OPS.shadingFill,
    OPS.rawFillPath,
    OPS.showText,
    OPS.paintImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintInlineImageXObject,
    OPS.paintSolidColorImageMask,
  ])
  return !fnArray.some((operator, index) => {
    if (operator !== OPS.constructPath) return draws.has(operator)
    const path: unknown = argsArray[index]
    // A path that only limits what comes after it is not seen.
    return !Array.isArray(path) || path[0] !== OPS.endPath
  })
}
