import { isHeard } from '../in-page/dom.ts'
import { blocksOfPage, type Block } from '../in-page/looks/blocks.ts'
import { goesOn } from '../in-page/structure/lines-of-text.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const NO_TEXT =
  'h1, h2, h3, h4, h5, h6, [role=heading], summary, legend, label, caption, figcaption, th, td, dt, dd, li, button, a, nav, blockquote, pre, code, header, footer, address, form, [role=button], [role=status], [role=alert]'

export const fakeHeading: PageRule = {
  id: 'fake-heading',
  level: 'error',
  criteria: ['1.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F2',
  meets: 'It looks like a heading and is none, so it is missing from the list of headings.',
  mend: 'Make it a heading of the right level, and style that.',
  *find(): Iterable<FaultyElement> {
    const blocks = blocksOfPage()
    for (const [place, block] of blocks.entries()) {
      const [before, next] = [blocks[place - 1], blocks[place + 1]]
      if (!next || !mayHead(block) || isOther(next)) continue
      // “Write to us at” goes on in the line below, which is no heading then.
      if (before && goesOn(before.words)) continue
      const [own, other] = [lookOf(block), lookOf(next)]
      const times = own.size / other.size
      const isLarge = times >= 1.4 || (times >= 1.15 && own.weight >= 600 && other.weight < 600)
      const isBold = own.weight >= 600 && other.weight < 600 && times >= 1
      const isOverText = next.words.length > 20 && next.words.includes(' ')
      if (isOverText ? !isLarge && !isBold : times < 1.4 || own.weight < 600) continue
      const isSure = isLarge && isOverText && !/\d/.test(block.words) && next.words.length >= 40
      const detail = `“${block.words}” is ${isLarge ? 'larger' : 'bolder'} than the text below it.`
      yield isSure
        ? { element: block.element, detail }
        : { element: block.element, detail, level: 'manual' }
    }
  },
}

function mayHead({ element, words, texts }: Block): boolean {
  if (words.length < 3 || words.length > 80 || !/\p{L}{3}/u.test(words)) return false
  if (/[.,;…:]$/.test(words) || element.closest(NO_TEXT) || !isHeard(element)) return false
  return texts.every(({ element: holder }) => !holder.closest('a, button, label, time'))
}

/** Whether a block is no ordinary text, as it stands under a heading. */
function isOther({ element }: Block): boolean {
  return (
    element.closest('h1, h2, h3, h4, h5, h6, button, nav, label, legend, td, th, footer') !== null
  )
}

function lookOf({ texts }: Block): { size: number; weight: number } {
  const styles = texts.map(({ element }) => getComputedStyle(element))
  return {
    size: Math.max(...styles.map(({ fontSize }) => parseFloat(fontSize))),
    weight: Math.min(...styles.map(({ fontWeight }) => Number(fontWeight))),
  }
}
