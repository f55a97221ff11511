import { isSeen } from '../in-page/dom.ts'
import { fieldsIn } from '../in-page/forms/fields.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const labelOnWrongSide: PageRule = {
  id: 'label-on-wrong-side',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G162',
  meets: 'The label is not where it is looked for: before a field, and behind a box or a circle.',
  mend: 'Put the label over or before a field, and behind a radio button or a checkbox.',
  *find(): Iterable<FaultyElement> {
    for (const element of fieldsIn()) {
      const label = [...(element.labels ?? [])].find(isSeen)
      if (
        !label ||
        element.matches('[role=switch], [type=range], [type=color], [type=file]') ||
        !isSeen(element)
      )
        continue
      const range = document.createRange()
      range.selectNodeContents(label)
      const words = label.contains(element)
        ? wordsBeside(label, element)
        : range.getBoundingClientRect()
      const box = element.getBoundingClientRect()
      if (!words || words.width === 0) continue
      const isChoice = /^(radio|checkbox)$/.test(element.type)
      const isRightToLeft = getComputedStyle(element).direction === 'rtl'
      const isInRow = words.top < box.bottom - 2 && words.bottom > box.top + 2
      const isLeft = words.right <= box.left + 2
      const isBehind = isInRow && isLeft === isRightToLeft
      const isWrong = isChoice
        ? isInRow && !isBehind && (isLeft || isRightToLeft)
        : isBehind || words.top >= box.bottom
      if (isWrong)
        yield {
          element,
          detail: isChoice ? 'Its label stands before it.' : 'Its label stands behind or below it.',
        }
    }
  },
}

/** @returns where the words of a label stand that also holds its field */
function wordsBeside(label: Element, field: Element): DOMRect | undefined {
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (!/[\p{L}\p{N}]/u.test(node.nodeValue ?? '') || field.contains(node)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    return range.getClientRects()[0]
  }
  return undefined
}
