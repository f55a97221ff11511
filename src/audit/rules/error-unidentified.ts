import { all, isSeen } from '../in-page/dom.ts'
import { fieldsIn, type Field } from '../in-page/forms/fields.ts'
import { fieldsNamedIn, messagesIn, type Message } from '../in-page/forms/messages.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Messages about the whole form: something in it is wrong. */
const general =
  /\b(?:errors?|problems?|mistakes?)\b|\bfields?\b|\bplease (?:fill|correct|complete)\b/i
const mark = /(?:^|[-_\s])(?:has-?)?(?:errors?|invalid|is-invalid|danger)(?:$|[-_\s])/i

export const errorUnidentified: PageRule = {
  id: 'error-unidentified',
  level: 'error',
  criteria: ['3.3.1', '1.4.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Understanding/error-identification',
  meets: 'The page says that something is wrong, and no words say which field.',
  mend: 'Write beside each field what is wrong, with aria-invalid on the field, and link to it from the summary.',
  *find(): Iterable<FaultyElement> {
    const fields = fieldsIn().filter(isSeen)
    if (fields.length === 0) return
    const messages = messagesIn()
    const about = messages.find(({ words, field }) => field === undefined && general.test(words))
    if (!about || isIdentified(messages, fields)) return
    const marked = fields.filter(
      (field) => mark.test(field.className) || mark.test(field.parentElement?.className ?? ''),
    )
    if (marked.length === 0) {
      yield { element: about.element, detail: 'No field is marked, and none is named.' }
      return
    }
    const isByColour = marked.every((field) =>
      isSameBorder(
        field,
        fields.filter((other) => !marked.includes(other)),
      ),
    )
    yield {
      element: about.element,
      detail: `${marked.length} ${marked.length === 1 ? 'field is' : 'fields are'} marked by ${isByColour ? 'colour alone' : 'the border alone'}.`,
      ...(isByColour ? {} : { level: 'manual' as const }),
    }
  },
}

function isIdentified(messages: readonly Message[], fields: readonly Field[]): boolean {
  if (fields.some((field) => field.getAttribute('aria-invalid') === 'true')) return true
  if (messages.some(({ field }) => field !== undefined)) return true
  return messages.some(({ element, words }) => {
    const isLinked = all<HTMLAnchorElement>('a[href^="#"]', element).length > 0
    return isLinked || fieldsNamedIn(words, fields).length > 0
  })
}

function isSameBorder(field: Field, others: readonly Field[]): boolean {
  const own = getComputedStyle(field)
  return others.every((other) => {
    const style = getComputedStyle(other)
    return (
      style.borderTopWidth === own.borderTopWidth &&
      style.borderTopStyle === own.borderTopStyle &&
      style.outlineStyle === own.outlineStyle &&
      style.backgroundImage === own.backgroundImage
    )
  })
}
