import { all, isSeen, nameOf } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const resetButton: PageRule = {
  id: 'reset-button',
  level: 'warn',
  criteria: ['3.3.6'],
  source: 'https://www.w3.org/WAI/WCAG22/Understanding/error-prevention-all',
  meets: 'One wrong press beside the button that sends the form throws every answer away.',
  mend: 'Take the reset button away.',
  *find(): Iterable<FaultyElement> {
    for (const button of all<HTMLButtonElement | HTMLInputElement>(
      'button[type=reset], input[type=reset]',
    )) {
      if (button.form && isSeen(button))
        yield { element: button, detail: `It is called “${nameOf(button)}”.` }
    }
  },
}
