import { pairsOfNames, placeOf } from '../in-page/structure/links.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const sameWordsTwoPlaces: PageRule = {
  id: 'same-words-two-places',
  level: 'warn',
  criteria: ['2.4.9'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/b20e66/',
  meets:
    'Two links with the same words lead to different places, and a list of links shows no difference.',
  mend: 'Give each link the words by which it differs.',
  *find(): Iterable<FaultyElement> {
    for (const [first, other] of pairsOfNames()) {
      if (placeOf(other.element) === placeOf(first.element)) continue
      const detail = `“${other.name}” leads to ${other.written} here, and to ${first.written} before.`
      yield { element: other.element, detail }
    }
  },
}
