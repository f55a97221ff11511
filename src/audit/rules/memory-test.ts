import { all, isSeen, nameOf, wordsOf } from '../in-page/dom.ts'
import { fieldsIn, seenLabelOf } from '../in-page/forms/fields.ts'
import { blocksOfPage } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const partOfSecret =
  /(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|last)[^.]{0,40}(?:characters?|letters?|digits?)[^.]{0,20}(?:of|from|in) your (?:password|pass ?code|pin|memorable)/i
const puzzle =
  /captcha|(?:type|enter|copy|write) the (?:characters|letters|numbers|words|text|code) (?:you see|shown|(?:in|from|of) the (?:picture|image)|below)|what is (?:\w+|\d+) ?(?:\+|plus|times|minus|×|-) ?(?:\w+|\d+)|prove (?:that )?you are (?:human|not a robot)|i(?:’|')?m not a robot|select all (?:the )?(?:images|pictures|squares)/i
const player = /recaptcha|hcaptcha|turnstile|funcaptcha|arkoselabs|captcha/i

export const memoryTest: PageRule = {
  id: 'memory-test',
  level: 'manual',
  criteria: ['3.3.8'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F109',
  meets: 'People have to remember, count or solve something before they may go on.',
  mend: 'Take a whole password that can be pasted, a link by e-mail or a passkey; keep out robots by means that ask nothing.',
  *find(): Iterable<FaultyElement> {
    const split = fieldsIn().filter(
      (field) =>
        field instanceof HTMLInputElement &&
        field.type === 'password' &&
        field.maxLength === 1 &&
        isSeen(field),
    )
    const [first] = split
    const told = blocksOfPage().find(({ words }) => partOfSecret.test(words))
    if (first && (split.length > 1 || told))
      yield {
        element: first,
        level: 'error',
        detail: 'Characters of a password are asked for one by one.',
      }
    else if (told && fieldsIn().length > 0) yield { element: told.element, level: 'error' }

    const frame = all<HTMLIFrameElement>('iframe[src]').find(
      (each) => player.test(each.src) && isSeen(each),
    )
    if (frame) yield { element: frame, detail: 'The frame seems to hold a puzzle.' }
    for (const field of fieldsIn()) {
      const label = `${seenLabelOf(field)} ${nameOf(field)}`
      if (puzzle.test(label) && isSeen(field))
        yield {
          element: field,
          detail: `It asks “${wordsOf(field.labels?.[0] ?? field) || nameOf(field)}”.`,
        }
    }
  },
}
