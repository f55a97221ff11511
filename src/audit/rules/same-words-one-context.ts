import { isSameContext, pairsOfNames, placeOf } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const sameWordsOneContext: PageRule = {
  id: 'same-words-one-context',
  level: 'manual',
  criteria: ['2.4.4'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/fd3a94/',
  meets:
    'Two links in the same paragraph have the same words and lead to different places, so nobody can tell which to follow.',
  mend: 'Give each link the words by which it differs, or let both lead to the same place.',
  *find(): Iterable<FaultyElement> {
    for (const [first, other] of pairsOfNames()) {
      if (placeOf(other.element) === placeOf(first.element)) continue
      if (!isSameContext(first, other)) continue
      const detail = `“${other.name}” leads to ${other.written} here, and to ${first.written} before.`
      yield { element: other.element, detail }
    }
  },
}
