import { blocksOfPage } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Letters and blanks: a label or a short heading may be less. */
const LONG = 60

export const capitalsByStyle: PageRule = {
  id: 'capitals-by-style',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/tips/designing/',
  meets: 'Words in capitals have no outline of their own, so they are slow to read.',
  mend: 'Take text-transform: uppercase (or all-small-caps) off text of more than a few words.',
  *find(): Iterable<FaultyElement> {
    for (const { element, texts } of blocksOfPage()) {
      const words = texts
        .filter((text) => isInCapitals(text.element))
        .map(({ words: each }) => each)
        .join(' ')
      const first = texts[0]
      if (words.length < LONG || !first) continue
      yield { element, detail: `The style sheet sets ${words.length} letters in capitals.` }
    }
  },
}

function isInCapitals(element: Element): boolean {
  const { textTransform, fontVariantCaps } = getComputedStyle(element)
  return textTransform === 'uppercase' || /^all-|unicase/.test(fontVariantCaps)
}
