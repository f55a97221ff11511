import { all } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const inlineColour: PageRule = {
  id: 'inline-colour',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/css/C22',
  meets: 'Readers who bring their own colours cannot easily override those in a style attribute.',
  mend: 'Give the element a class and its colours in the style sheet.',
  *find(): Iterable<FaultyElement> {
    for (const element of all('[style]', document.body)) {
      if (element.closest('svg, [aria-hidden="true"]')) continue
      const names = [...element.style].filter((name) => /^(color|background-color)$/.test(name))
      const given = names.filter(
        (name) =>
          !/^(initial|inherit|unset|currentcolor|transparent)$/.test(
            element.style.getPropertyValue(name),
          ),
      )
      if (given.length === 0) continue
      yield { element, detail: `Its style attribute sets ${given.join(' and ')}.` }
    }
  },
}
