import { boxesOf } from '../dom.ts'
import { blocksOfPage, type Block } from './blocks.ts'
import { cutterOfLines } from './cut-text.ts'
import { framesNow } from './frames.ts'
import { overlapping, seenLines } from './overlapping-text.ts'

/** Words that are there and cannot be read. */
export interface LostText {
  readonly element: Element
  readonly kind: 'cut' | 'overlaps'
  /** Whether the page says with an ellipsis that there is more. */
  readonly isShortened: boolean
}

/**
 * @param blocks in the order of the document
 * @returns blocks with a part in sight and a part cut off, and lines that lie over each other
 */
export function lostTexts(blocks: readonly Block[] = blocksOfPage()): LostText[] {
  const frameOf = framesNow()
  const read = blocks
    .filter(({ element }) => !element.closest('svg'))
    .map((block) => ({
      element: block.element,
      lines: linesBoxes(block),
      frame: frameOf(block.element),
    }))
    .filter(({ frame }) => !frame.isTurned)
  const cut = read.flatMap(({ element, lines, frame }): LostText[] => {
    const cutter = cutterOfLines(lines, frame.cutters)
    if (!cutter) return []
    return [{ element, kind: 'cut', isShortened: isShortened(cutter) || isShortened(element) }]
  })
  const seen = read
    // A bar that stays in place covers words for as long as they are scrolled under it.
    .filter(({ frame }) => !frame.isPinned)
    .flatMap(({ element, lines, frame }) =>
      seenLines(lines, frame.cutters).map((box) => ({ owner: element, box })),
    )
  const covered = [...overlapping(seen)].map((element): LostText => ({
    element,
    kind: 'overlaps',
    isShortened: isShortened(element),
  }))
  return [...cut, ...covered]
}

function linesBoxes({ texts }: Block): DOMRect[] {
  return texts
    .flatMap(({ node }) => boxesOf(node))
    .filter(({ width, height }) => width > 1 && height > 1)
}

/** Whether the page shows that there is more: an ellipsis, or a way to the whole beside it. */
function isShortened(element: Element): boolean {
  const next = element.nextElementSibling
  const isLed = next?.matches('a, button, details, :has(> a, > button)') ?? false
  if (isLed && /\b(full|more|all|whole|expand|show)\b/i.test(next?.textContent ?? '')) return true
  const style = getComputedStyle(element)
  return (
    style.textOverflow === 'ellipsis' || style.getPropertyValue('-webkit-line-clamp') !== 'none'
  )
}

/**
 * @param before what was lost already
 * @returns what is lost now, with words that say so
 */
export function newlyLost(
  before: readonly LostText[],
  now = lostTexts(),
): { element: Element; detail: string; isShortened: boolean }[] {
  const known = new Set(before.map(({ element }) => element))
  return now
    .filter(({ element }) => !known.has(element))
    .map(({ element, kind, isShortened: isShort }) => ({
      element,
      isShortened: isShort,
      detail: kind === 'cut' ? 'A part of the words is cut off.' : 'Lines lie over each other.',
    }))
}
