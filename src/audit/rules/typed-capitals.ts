import { stretchesOfPage } from '../in-page/words/stretches.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Words of capitals in a row, with nothing but blanks and light signs between them. */
const run =
  /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}’']*(?:[\s,;:.!?–—-]+\p{Lu}[\p{Lu}\p{N}’']*){4,}(?![\p{L}\p{N}])/gu
/** Short forms in a list, such as a row of names of bodies, are not shouted. */
const FEWEST_LETTERS = 24

export const typedCapitals: PageRule = {
  id: 'typed-capitals',
  level: 'warn',
  criteria: [],
  source: 'https://www.gov.uk/guidance/style-guide/a-to-z',
  meets: 'Words in capitals have no outline of their own, and some screen readers spell them.',
  mend: 'Write small letters; give what must not be missed a sentence or a heading of its own.',
  *find(): Iterable<FaultyElement> {
    for (const { element, words } of stretchesOfPage()) {
      for (const [found] of words.matchAll(run)) {
        const gaps = found.match(/[^\p{L}\p{N}’']+/gu) ?? []
        const isList = gaps.filter((gap) => gap.trim() === '').length * 2 < gaps.length
        const isLong = (found.match(/\p{Lu}/gu)?.length ?? 0) >= FEWEST_LETTERS
        if (isList || !isLong) continue
        yield { element, detail: `“${found.slice(0, 60)}” is typed in capitals.` }
        break
      }
    }
  },
}
