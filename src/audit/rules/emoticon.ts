import { isHeard } from '../in-page/dom.ts'
import { textsOfPage } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const emoticon: PageRule = {
  id: 'emoticon',
  level: 'manual',
  criteria: ['1.1.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/html/H86',
  meets: 'A face made of punctuation is read out as “colon, hyphen, bracket”, or not at all.',
  mend: 'Say it in words, or put the signs into role="img" with a name.',
  *find(): Iterable<FaultyElement> {
    for (const { element, words } of textsOfPage()) {
      if (
        !isHeard(element) ||
        element.closest('code, pre, kbd, samp, [role=img], [aria-label], abbr[title]')
      )
        continue
      const face =
        /(?:^|\s)([:;=][-o^']?[)(DPp|/\\]|[xX]D|<3|¯\\_\(ツ\)_\/¯|\(\^[_.]?\^\)|[oO]_[oO])(?=[\s.,!?]|$)/.exec(
          words,
        )?.[1]
      if (face !== undefined) yield { element, detail: `It is ${face}` }
    }
  },
}
