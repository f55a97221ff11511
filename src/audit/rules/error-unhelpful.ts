import { squeeze } from '../in-page/dom.ts'
import { seenLabelOf } from '../in-page/forms/fields.ts'
import { messagesIn } from '../in-page/forms/messages.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const bare =
  /^(?:error[:.!]?|oops[!.]?|invalid(?: (?:value|input|entry|data|format|field|\w+))?(?: for [\w\s]+)?[.!]?|(?:[\w’'-]+ ){0,5}(?:is|are|was|were) (?:not (?:valid|correct|accepted|allowed|right)|invalid|incorrect|wrong|in error|in the wrong format)[.!]?|is not valid[.!]?|not valid[.!]?|wrong (?:value|format|input)[.!]?|bad (?:value|format|input)[.!]?|please (?:fill|complete) (?:in )?the field correctly[.!]?|please correct (?:this|the) (?:error|field)[.!]?)$/i

export const errorUnhelpful: PageRule = {
  id: 'error-unhelpful',
  level: 'manual',
  criteria: ['3.3.3', '3.3.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G85',
  meets: 'The message says that something is wrong, and not how to put it right.',
  mend: 'Say what to do, with an example: “Enter 10 digits, such as 07700 900258”.',
  *find(): Iterable<FaultyElement> {
    for (const { element, words, field } of messagesIn()) {
      const label = field ? seenLabelOf(field).replace(words, '') : ''
      const said = squeeze(words.replace(label, '').replace(/^[^\p{L}]+/u, ''))
      if (!bare.test(said)) continue
      // Whoever could say how to guess a password would help the wrong people.
      if (field?.type === 'password' || /password|log ?in|sign ?in|user ?name/i.test(words))
        continue
      const isKnown =
        field?.matches(
          '[pattern], [type=number], [type=email], [type=date], [min], [max], [minlength]',
        ) === true
      yield {
        element,
        detail: `It says no more than “${words.slice(0, 60)}”.`,
        ...(isKnown ? { level: 'error' } : {}),
      }
    }
  },
}
