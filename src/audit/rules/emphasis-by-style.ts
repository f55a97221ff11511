import { isHeard, squeeze } from '../in-page/dom.ts'
import { textsOfPage } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const emphasisByStyle: PageRule = {
  id: 'emphasis-by-style',
  level: 'manual',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F2',
  meets: 'A word stands out for the eye alone.',
  mend: 'Put it into <em> or <strong>, or say in words why it stands out.',
  *find(): Iterable<FaultyElement> {
    for (const { element, words } of textsOfPage()) {
      if (
        !/^(span|font|big|label)$/.test(element.localName) ||
        words.length > 80 ||
        !isHeard(element)
      )
        continue
      const parent = element.parentElement
      if (!parent || !isRunningText(element, parent)) continue
      const [own, around] = [getComputedStyle(element), getComputedStyle(parent)]
      const isBolder = Number(own.fontWeight) >= 600 && Number(around.fontWeight) < 600
      const isSlanted =
        own.fontStyle !== 'normal' && around.fontStyle === 'normal' && !element.hasAttribute('lang')
      if (isBolder || isSlanted)
        yield { element, detail: `“${words}” is ${isBolder ? 'bold' : 'slanted'}.` }
    }
  },
}

/** Whether the element is a part of a sentence, with words of the paragraph on both sides. */
function isRunningText(element: Element, parent: Element): boolean {
  if (!/^(p|li|dd|td|blockquote|div)$/.test(parent.localName)) return false
  const [before, after] = [element.previousSibling, element.nextSibling].map((node) =>
    squeeze(node?.nodeValue),
  )
  return /\p{L}{2}/u.test(before ?? '') && /\p{L}{2}/u.test(after ?? '')
}
