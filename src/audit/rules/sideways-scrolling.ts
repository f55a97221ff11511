import { boxesOf, isSeen } from '../in-page/dom.ts'
import { blocksOfPage, type Block } from '../in-page/looks/blocks.ts'
import { framesNow } from '../in-page/looks/frames.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Content that WCAG lets be wider than the screen. */
const TWO_WAYS =
  'table, [role=table], [role=grid], svg, canvas, math, pre, [role=toolbar], [role=application], iframe'
const TOLERANCE = 2

export const sidewaysScrolling: PageRule = {
  id: 'sideways-scrolling',
  level: 'error',
  criteria: ['1.4.10'],
  source: 'https://www.w3.org/WAI/WCAG22/Understanding/reflow',
  meets: 'On a telephone, or at 400 %, each line has to be scrolled sideways to be read.',
  mend: 'Let text wrap at the width of the screen: max-inline-size: 100% for width, and grids that fold.',
  modes: ['320 px'],
  *find(): Iterable<FaultyElement> {
    const { clientWidth, scrollWidth } = document.documentElement
    const frameOf = framesNow()
    const hasPictures = document.querySelector('img, video, canvas, svg, iframe, table') !== null
    for (const block of blocksOfPage()) {
      if (block.element.closest(TWO_WAYS) || !/\p{L}{2}/u.test(block.words)) continue
      const { isTurned, cutters } = frameOf(block.element)
      // What a box cuts does not scroll; that is another rule's.
      if (isTurned || cutters.some(({ cutsAcross }) => cutsAcross)) continue
      const frame = cutters.find(
        ({ scrolls, element }) => scrolls && element.scrollWidth > element.clientWidth + 1,
      )
      if (!frame && scrollWidth <= clientWidth) continue
      const [left, right] = frame ? [frame.box.left, frame.box.right] : [0, clientWidth]
      const width = right - left
      const widest = Math.max(...lineSpans(block))
      // A line that fits the screen can be brought into sight as a whole.
      if (widest > width + TOLERANCE) {
        yield {
          element: block.element,
          detail: `A line is ${Math.round(widest)} px wide, and ${Math.round(width)} px are in sight.`,
          // Its own box may be of a kind that has to scroll.
          level: frame ? 'manual' : 'error',
        }
      } else if (!frame && scrollWidth > clientWidth + TOLERANCE && isBeyond(block, clientWidth)) {
        yield {
          element: block.element,
          detail: `It ends ${Math.round(endOf(block) - clientWidth)} px beyond the screen.`,
          // A picture may need the room, and is let off.
          level: hasPictures ? 'manual' : 'error',
        }
      }
    }
  },
}

function lineSpans({ texts }: Block): number[] {
  const spans = new Map<number, { left: number; right: number }>()
  for (const { left, right, bottom } of texts.flatMap(({ node }) => boxesOf(node))) {
    const line = spans.get(Math.round(bottom)) ?? { left, right }
    spans.set(Math.round(bottom), {
      left: Math.min(left, line.left),
      right: Math.max(right, line.right),
    })
  }
  return [...spans.values()].map(({ left, right }) => right - left)
}

function endOf({ texts }: Block): number {
  return Math.max(...texts.flatMap(({ node }) => boxesOf(node)).map(({ right }) => right + scrollX))
}

function isBeyond(block: Block, width: number): boolean {
  return isSeen(block.element) && endOf(block) > width + TOLERANCE
}
