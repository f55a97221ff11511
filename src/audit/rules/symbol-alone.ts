import { seenTexts, squeeze } from '../in-page/dom.ts'
import { blockOf } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Ticks, crosses, stars, dots and warning signs, alone or at the end of words. */
const symbol = /(?:^|\s)([✓✔☑✅✗✘✕✖❌❎☒☐★☆⭐●○◆◇▲▼■□⚠⛔🔴🟢🟡🟠]\uFE0F?)+$/u

export const symbolAlone: PageRule = {
  id: 'symbol-alone',
  level: 'manual',
  criteria: ['1.3.3', '1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F26',
  meets: 'Who does not see the sign, or does not know it, misses what it says.',
  mend: 'Write the word beside the sign, or give the sign role="img" and a name.',
  *find(): Iterable<FaultyElement> {
    for (const { element, words } of seenTexts()) {
      if (!symbol.test(words)) continue
      if (
        element.closest(
          '[role=img], [aria-label], [title], [aria-hidden=true], button, a, summary, label',
        )
      )
        continue
      // Before words, a sign is a bullet.
      const block = blockOf(element)
      const all = squeeze(block.textContent)
      if (!symbol.test(all) && block.tagName !== 'TD') continue
      yield { element, detail: `“${words.slice(-20)}” has no words for its sign.` }
    }
  },
}
