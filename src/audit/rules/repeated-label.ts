import { isSeen, nameOf } from '../in-page/dom.ts'
import { fieldsIn, type Field } from '../in-page/forms/fields.ts'
import { namedGroupOf } from '../in-page/structure/groups.ts'
import { headingsOfPage } from '../in-page/structure/headings.ts'
import { bare } from '../in-page/structure/vague-words.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

export const repeatedLabel: PageRule = {
  id: 'repeated-label',
  level: 'manual',
  criteria: ['2.4.6'],
  source: 'https://www.w3.org/WAI/standards-guidelines/act/rules/cc0f0a/',
  meets: 'Two fields have the same label, so nobody can tell by it which is which.',
  mend: 'Say in each label what only its own field takes, or name the group of each.',
  *find(): Iterable<FaultyElement> {
    const known = new Map<string, Field>()
    for (const element of fieldsIn()) {
      const name = bare(nameOf(element))
      if (name === '' || element.type === 'radio') continue
      const group = namedGroupOf(element)
      const key = [name, group ? nameOf(group) : '', headingOver(element), formOf(element)].join(
        '\n',
      )
      if (known.has(key))
        yield { element, detail: `“${nameOf(element)}” is also the label of a field before it.` }
      known.set(key, element)
    }
  },
}

/** The heading that the eye finds over a field; a hidden one parts nothing for the eye. */
function headingOver(field: Element): string {
  const before = headingsOfPage().filter(
    ({ element }) =>
      isSeen(element) &&
      (element.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
  return before.at(-1)?.name ?? ''
}

function formOf({ form }: Field): string {
  return form ? String([...document.forms].indexOf(form)) : ''
}
