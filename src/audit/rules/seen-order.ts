import { all, isHeard } from '../in-page/dom.ts'
import { isBefore, placedChildren, type Placed } from '../in-page/structure/places.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const SEQUENCE = /\b(first|second|third|then|next|last(ly)?|finally|step \d|\d\.)\b/i

export const seenOrder: PageRule = {
  id: 'seen-order',
  level: 'manual',
  criteria: ['1.3.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F1',
  meets: 'It is heard in another order than it is seen, and may make no sense so.',
  mend: 'Write the parts in the order in which they are read, and place them without turning it.',
  *find(): Iterable<FaultyElement> {
    for (const container of all('body, body *')) {
      if (container.childElementCount < 2 || container.childElementCount > 60) continue
      if (/^(ruby|svg|table|tr|select|math)$/.test(container.localName) || !isMoved(container))
        continue
      if (!isHeard(container)) continue
      const children = placedChildren(container)
      const turned = turnsIn(children, getComputedStyle(container).direction === 'rtl')
      const isSteps =
        children.filter(({ element }) => SEQUENCE.test(element.textContent)).length > 1
      if (turned >= 2 || (turned === 1 && isSteps))
        yield {
          element: container,
          detail: `${turned} of its parts are seen before the part that is heard before them.`,
        }
    }
  },
}

/** Whether style can change the order of the children at all. */
function isMoved(container: Element): boolean {
  const { flexDirection, display } = getComputedStyle(container)
  if (display.includes('flex') && flexDirection.endsWith('reverse')) return true
  return [...container.children].some((child) => {
    const { float, position, order, gridRowStart, gridColumnStart } = getComputedStyle(child)
    const isPlaced = gridRowStart !== 'auto' || gridColumnStart !== 'auto'
    return (
      float === 'right' ||
      float === 'left' ||
      position === 'absolute' ||
      order !== '0' ||
      (isPlaced && display.includes('grid'))
    )
  })
}

/** @returns how many neighbours in the document are seen the other way round */
function turnsIn(children: readonly Placed[], isRightToLeft: boolean): number {
  return children.filter(({ box }, place) => {
    const before = children[place - 1]
    return (
      before !== undefined &&
      isBefore(box, before.box, isRightToLeft) &&
      !isBefore(before.box, box, isRightToLeft)
    )
  }).length
}
