import { all, isHeard, nameOf } from '../in-page/dom.ts'
import { isVagueButton } from '../in-page/structure/vague-words.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const buttonSaysNothing: PageRule = {
  id: 'button-says-nothing',
  level: 'error',
  criteria: ['2.4.6'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G131',
  meets: 'The button does not tell what it does.',
  mend: 'Name the button after what it does: “Search”, “Send the request”.',
  *find(): Iterable<FaultyElement> {
    for (const element of all(
      'button, input[type=submit], input[type=button], input[type=image], [role=button]',
    )) {
      const name = nameOf(element)
      if (!isHeard(element) || !isVagueButton(name)) continue
      const detail = `The button says “${name}”.`
      // “Press me” may be said beside words that tell what it does.
      yield /me\b/i.test(name) ? { element, detail, level: 'manual' } : { element, detail }
    }
  },
}
