import { all, isSeen } from '../in-page/dom.ts'
import { blocksOfPage } from '../in-page/looks/blocks.ts'
import { wordsIn } from '../in-page/words/stretches.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const LONG_PARAGRAPH = 400
const LONG_SECTION = 800
/** What parts a text for the eye and the ear. */
const PARTS = 'h1, h2, h3, h4, h5, h6, [role=heading], ul, ol, dl, table, figure, details, summary'

export const longText: PageRule = {
  id: 'long-text',
  level: 'warn',
  criteria: ['2.4.10'],
  source: 'https://www.w3.org/WAI/WCAG22/Understanding/section-headings',
  meets: 'A long text without headings or lists has no place to begin, to rest or to find again.',
  mend: 'Part the text by paragraphs, headings and lists.',
  *find(): Iterable<FaultyElement> {
    const parts = all(PARTS).filter(isSeen)
    let first: Element | undefined
    let words = 0
    let part: Element | undefined
    for (const { element, words: text } of blocksOfPage()) {
      if (element.closest('pre, textarea, nav, footer')) continue
      const count = wordsIn(text).length
      if (count > LONG_PARAGRAPH) yield { element, detail: `One block has ${count} words.` }
      const now = parts.findLast((each) => isAtOrBefore(each, element))
      if (now !== part) [part, first, words] = [now, undefined, 0]
      first ??= element
      const before = words
      words += count
      if (before <= LONG_SECTION && words > LONG_SECTION && count <= LONG_PARAGRAPH)
        yield {
          element: first,
          detail: `More than ${LONG_SECTION} words follow without a heading.`,
        }
    }
  },
}

function isAtOrBefore(part: Element, element: Element): boolean {
  const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY
  return part === element || (part.compareDocumentPosition(element) & FOLLOWING) !== 0
}
