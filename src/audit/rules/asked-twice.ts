import { isSeen, nameOf } from '../in-page/dom.ts'
import {
  companyOf,
  fieldsIn,
  groupOf,
  isTyped,
  seenLabelOf,
  type Field,
} from '../in-page/forms/fields.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const again =
  /\b(?:re-?(?:enter|type|peat)|repeat|confirm(?:ation)?|again|verify|once more|second time)\b/i
const what =
  /e-?mail|phone|mobile|address|postcode|account number|sort code|name\b|date of birth|iban/i

export const askedTwice: PageRule = {
  id: 'asked-twice',
  level: 'manual',
  criteria: ['3.3.7'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G221',
  meets: 'Who types or remembers with effort has to give the same answer a second time.',
  mend: 'Ask once, and show the answer for a check before it is sent; or fill it in from the first one.',
  *find(): Iterable<FaultyElement> {
    for (const field of fieldsIn()) {
      if (!isTyped(field) || !isSeen(field) || field.type === 'password') continue
      const label = seenLabelOf(field) || nameOf(field)
      // What the first answer is copied into asks for nothing.
      if (field.value !== '' || field.readOnly || offersCopy(field)) continue
      if (again.test(label) && what.test(label) && hasTwin(field))
        yield { element: field, detail: `It asks “${label}”.` }
      else if (isInSecondGroup(field, label))
        yield { element: field, detail: `“${label}” was asked for before, in another group.` }
    }
  },
}

function hasTwin(field: Field): boolean {
  return (
    companyOf(field).filter(
      (other) => other !== field && other.type === field.type && isTyped(other),
    ).length > 0
  )
}

const address = /address|postcode|post code|town|city|street|zip/i

/** An address in a second group, such as billing after delivery. */
function isInSecondGroup(field: Field, label: string): boolean {
  const group = groupOf(field)
  if (
    group === '' ||
    !address.test(label) ||
    !/billing|delivery|shipping|invoice|payment/i.test(group)
  )
    return false
  const before = companyOf(field).find((other) => (seenLabelOf(other) || nameOf(other)) === label)
  return before !== undefined && before !== field && groupOf(before) !== group
}

function offersCopy(field: Field): boolean {
  return companyOf(field).some(
    (other) =>
      other.type === 'checkbox' && /same|copy|as above|use (?:my|the)/i.test(nameOf(other)),
  )
}
