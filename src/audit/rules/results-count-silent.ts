import { all, squeeze } from '../in-page/dom.ts'
import { blocksOfPage } from '../in-page/looks/blocks.ts'
import { isInLiveRegion } from '../in-page/use/live.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const count =
  /^(?:(?:we )?found )?(?:about )?(?:\d[\d,. ]*|no|zero|showing .{1,30} of \d+) (?:\w+ )?(?:results?|matches|hits|items found|documents found|pages found)\b/i

export const resultsCountSilent: PageRule = {
  id: 'results-count-silent',
  level: 'manual',
  criteria: ['4.1.3'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/aria/ARIA22',
  meets: 'If a script writes the number of results, screen readers do not say it.',
  mend: 'Put the number into an element with role="status" that is in the page before the search.',
  *find(): Iterable<FaultyElement> {
    if (all('input[type=search], [role=search] input, search input').length === 0) return
    if (document.scripts.length === 0) return
    const isAsked = new URLSearchParams(location.search).size > 0
    const atStart = squeeze(window.auditWordsAtStart)
    for (const { element, words } of blocksOfPage()) {
      if (!count.test(words) || isInLiveRegion(element) || /^h[1-6]$/i.test(element.tagName))
        continue
      // Results of a page that was loaded with them are read as its content.
      if (isAsked && atStart.includes(words)) continue
      yield { element, detail: `It says “${words.slice(0, 60)}”.` }
    }
  },
}
