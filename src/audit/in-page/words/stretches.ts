import { squeeze } from '../dom.ts'
import { blocksOfPage } from '../looks/blocks.ts'
import { oncePerRun } from '../looks/once.ts'

/** Words that stand together in one block and are said to be in one language. */
export interface Stretch {
  /** The block, or the part of it that has a `lang` of its own. */
  readonly element: Element
  /** What carries the `lang` that is in force; null when nothing does. */
  readonly source: Element | null
  /** A tag of BCP 47; empty when there is none. */
  readonly lang: string
  readonly words: string
}

/** What is not written in any language that people speak, or not to be translated. */
const NO_WORDS = 'code, pre, kbd, samp, var, math, svg, address, textarea, [translate="no"]'

/** @returns the words that are seen on the page, by block and by the `lang` in force */
export const stretchesOfPage = oncePerRun((): Stretch[] =>
  blocksOfPage().flatMap(({ element: block, texts }) => {
    const bySource = new Map<Element | null, string[]>()
    for (const { element, node } of texts) {
      if (element.closest(NO_WORDS)) continue
      const source = element.closest('[lang]')
      bySource.set(source, [...(bySource.get(source) ?? []), node.nodeValue ?? ''])
    }
    return [...bySource].map(([source, parts]) => ({
      element: source && block.contains(source) ? source : block,
      source,
      lang: source?.getAttribute('lang') ?? '',
      words: squeeze(parts.join('')),
    }))
  }),
)

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** @returns the sentences of a text, by the rules of Unicode's annex 29 */
export function sentencesOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean)
}

/** @returns the words of a text, without its signs */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) ?? []
}
