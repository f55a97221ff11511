import { all, isSeen, nameOf, wordsOf } from '../in-page/dom.ts'
import { fieldsIn, wordsFor } from '../in-page/forms/fields.ts'
import { tokenOf } from '../in-page/forms/purposes.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const binding =
  /^(?:pay|buy|order|place (?:your |my )?order|purchase|transfer|send (?:the )?money|sign|submit (?:your |my )?(?:application|claim|return|order|vote)|delete (?:my |your )?account|confirm (?:order|payment|purchase))\b/i
const review =
  /\b(?:check your|review|change your|you can (?:change|cancel)|cancel (?:this|your|the|within)|undo|are you sure|refund|next step|i have checked|i confirm)\b/i

export const noReview: PageRule = {
  id: 'no-review',
  level: 'manual',
  criteria: ['3.3.4'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G98',
  meets:
    'What is sent here binds or costs money, and nothing offers to check it or to take it back.',
  mend: 'Show the answers for a check before they are sent, or say how to change or cancel them.',
  *find(): Iterable<FaultyElement> {
    for (const form of all<HTMLFormElement>('form')) {
      const buttons = all('button, input[type=submit]', form).filter(isSeen)
      const button = buttons.find((each) => binding.test(nameOf(each)))
      if (!button) continue
      const fields = fieldsIn(form)
      const isMoney = fields.some(
        (field) =>
          tokenOf(field.getAttribute('autocomplete')).startsWith('cc-') ||
          /card number|iban|sort code|account number|amount/i.test(wordsFor(field)),
      )
      const isLaw = /sign|application|claim|return|account/i.test(nameOf(button))
      if ((!isMoney && !isLaw) || fields.length === 0 || review.test(wordsOf(document.body)))
        continue
      if (fields.some(({ type }) => type === 'checkbox')) continue
      yield { element: button, detail: `It says “${nameOf(button)}”.` }
    }
  },
}
