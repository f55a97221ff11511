import { all, isHeard } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const NAMES = [
  'aria-labelledby',
  'aria-describedby',
  'aria-errormessage',
  'aria-details',
  'aria-owns',
  'aria-controls',
  'aria-flowto',
]

export const brokenReference: PageRule = {
  id: 'broken-reference',
  level: 'warn',
  criteria: ['1.3.1', '4.1.2'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/6a7281/',
  meets: 'The element names another one that is not there, so what it should say is not heard.',
  mend: 'Correct the id, or remove the attribute.',
  *find(): Iterable<FaultyElement> {
    for (const element of all(NAMES.map((name) => `[${name}]`).join(', '))) {
      if (!isHeard(element)) continue
      for (const name of NAMES) {
        const ids = (element.getAttribute(name) ?? '').split(/\s+/).filter((id) => id !== '')
        const lost = ids.filter((id) => document.getElementById(id) === null)
        // What a control opens may come into the page only when it is open.
        if (
          lost.length === 0 ||
          (/controls|owns/.test(name) && element.getAttribute('aria-expanded') !== 'true')
        )
          continue
        yield { element, detail: `${name} names “${lost.join('”, “')}”, which is not there.` }
      }
    }
    for (const element of all('[for]:is(label, output)')) {
      const id = element.getAttribute('for') ?? ''
      const twins = id === '' ? [] : all(`[id="${CSS.escape(id)}"]`)
      if (twins.length > 1) yield { element, detail: `Several elements have the id “${id}”.` }
    }
  },
}
