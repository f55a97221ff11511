import { all, isSeen, squeeze } from '../in-page/dom.ts'
import { blockOf } from '../in-page/looks/blocks.ts'
import { colourOf, contrast, isSame, ratioInWords } from '../in-page/looks/colours.ts'
import { hasOwnMark } from '../in-page/looks/marks.ts'
import { fitting, sheetRules } from '../in-page/looks/sheets.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Of WCAG technique G183, which then asks for another mark on hover and focus. */
const ENOUGH = 3
/** Fewer are a label, or a mark between links. */
const WORDS = 2

export const colourAloneLink: PageRule = {
  id: 'colour-alone-link',
  level: 'error',
  criteria: ['1.4.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F73',
  meets: 'Whoever does not see the difference in colour does not find the link in the text.',
  mend: 'Underline links that stand in text.',
  modes: ['wide', 'dark', 'more contrast'],
  *find(): Iterable<FaultyElement> {
    for (const link of all('a[href], [role=link]', document.body)) {
      if (
        squeeze(link.textContent) === '' ||
        link.closest('nav, [role=navigation], header, footer')
      )
        continue
      if (getComputedStyle(link).display !== 'inline' || !isSeen(link)) continue
      const around = surroundings(link)
      if (!around || hasOwnMark(link, around)) continue
      const [own, other] = [
        colourOf(getComputedStyle(innermost(link)).color),
        colourOf(getComputedStyle(around).color),
      ]
      if (isSame(own, other)) {
        yield { element: link, detail: 'The link looks like the text around it.' }
        continue
      }
      const ratio = contrast(own, other)
      const detail = `Its colour and that of the text around it have a contrast of ${ratioInWords(ratio)}.`
      if (ratio < ENOUGH) yield { element: link, detail }
      else if (!hasMarkOnHover(link)) {
        const missing =
          'That is enough only with another mark under the pointer, and there is none.'
        yield { element: link, detail: `${detail} ${missing}`, level: 'manual' }
      }
    }
  },
}

/** Whether a style sheet marks the link under the pointer by more than a colour of its words. */
function hasMarkOnHover(link: Element): boolean {
  return sheetRules().some(({ rule: { selectorText, style } }) => {
    if (!selectorText.includes(':hover')) return false
    const isMark = /underline|border|outline|shadow|font-|background/.test(style.cssText)
    return isMark && fitting(selectorText.replace(/:hover/g, '')).includes(link)
  })
}

/** The element whose own words stand beside the link, in the same block. */
function surroundings(link: Element): Element | undefined {
  const block = blockOf(link)
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let words = 0
  let around: Element | undefined
  while (walker.nextNode()) {
    const { currentNode: node } = walker
    const element = node.parentElement
    if (!element || element.closest('a[href], [role=link], button, label, script, style')) continue
    if (blockOf(element) !== block) continue
    const found = squeeze(node.nodeValue).match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0
    words += found
    if (found > 0 && isSeen(element)) around ??= element
  }
  return words >= WORDS ? around : undefined
}

function innermost(link: Element): Element {
  const only = link.childNodes.length === 1 ? link.firstElementChild : null
  return only ? innermost(only) : link
}
