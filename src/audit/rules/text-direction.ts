import { blocksOfPage, type Block } from '../in-page/looks/blocks.ts'
import { isLeftToRight, isRightToLeft } from '../in-page/words/scripts.ts'
import { wordsIn } from '../in-page/words/stretches.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const textDirection: PageRule = {
  id: 'text-direction',
  level: 'error',
  criteria: ['1.3.2'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H56',
  meets: 'Full stops, numbers and names jump to the wrong side of the words.',
  mend: 'Put dir="rtl" on text that is written from the right, and dir="ltr" on text that is not.',
  *find(): Iterable<FaultyElement> {
    for (const block of blocksOfPage()) {
      const { element, words } = block
      if (!words || element.closest('svg, math, [dir=auto]')) continue
      if (wordsIn(words).length < 2) continue
      const isFromRight = getComputedStyle(element).direction === 'rtl'
      const isWrong = isFromRight ? isLeftToRight(words) : isRightToLeft(words)
      // A part with a direction of its own stands as it should within the line.
      if (!isWrong || isIsolated(block)) continue
      yield {
        element,
        detail: `The words run from the ${isFromRight ? 'left' : 'right'}, the block from the ${isFromRight ? 'right' : 'left'}.`,
        // Letters of one direction alone are in order still: only their side of the page is wrong.
        ...(isMixed(words, isFromRight) ? {} : { level: 'warn' as const }),
      }
    }
  },
}

function isIsolated({ element, texts }: Block): boolean {
  const { direction } = getComputedStyle(element)
  return texts.every((text) => getComputedStyle(text.element).direction !== direction)
}

/** Whether anything in the text can jump: signs at an end, or words of the other direction. */
function isMixed(words: string, isFromRight: boolean): boolean {
  if (/^[^\p{L}\p{M}\p{N}]|[^\p{L}\p{M}\p{N}]$/u.test(words)) return true
  return isFromRight
    ? /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words)
    : /[\p{Script=Latin}]/u.test(words)
}
