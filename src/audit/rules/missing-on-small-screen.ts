import { all, isHeard, isSeen } from '../in-page/dom.ts'
import { blocksOfPage, type Block } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** What is seen in a wide window; that mode comes first. */
let wide: readonly Block[] = []
const OPENS = 'button, summary, [role=button], [aria-expanded], label[for], input[type=checkbox]'

export const missingOnSmallScreen: PageRule = {
  id: 'missing-on-small-screen',
  level: 'manual',
  criteria: ['1.4.10'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F102',
  meets:
    'Content of the wide page is gone on a telephone and at 400 %, and nothing brings it back.',
  mend: 'Show the same content at every width; fold it behind a button where room is short.',
  modes: ['wide', '320 px'],
  *find(): Iterable<FaultyElement> {
    const now = blocksOfPage()
    if (innerWidth > 320) {
      wide = now
      return
    }
    // What a control of the page opens, nobody can tell from its style.
    if (all(OPENS).some((control) => isSeen(control) && isHeard(control))) return
    const words = now.map((block) => block.words).join('\n')
    const gone = wide.filter(
      (block) =>
        block.words.length > 12 &&
        block.element.isConnected &&
        !words.includes(block.words) &&
        !isSeen(block.element),
    )
    const first = gone[0]
    if (!first) return
    yield { element: first.element, detail: `“${first.words.slice(0, 60)}” is not shown.` }
  },
}
