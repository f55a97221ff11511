import { all, isRendered, isSeen, nameOf, squeeze, wordsOf } from '../dom.ts'

export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const NO_FIELDS = 'hidden|submit|button|image|reset'

/** @returns the fields that people fill in or choose from, in the order of the document */
export function fieldsIn(root: ParentNode = document): Field[] {
  return all<Field>('input, select, textarea', root).filter(
    (field) => !NO_FIELDS.split('|').includes(field.type) && isRendered(field),
  )
}

/** Whether words are typed into it: no choice, colour, file or slider. */
export function isTyped(field: Field): field is HTMLInputElement | HTMLTextAreaElement {
  if (field instanceof HTMLTextAreaElement) return true
  return (
    field instanceof HTMLInputElement &&
    /^(?:text|email|tel|url|search|password|number|date|month|week|time|datetime-local)$/.test(
      field.type,
    )
  )
}

/** @returns the words that the eye takes for the field's label: its labels, or the words right before it */
export function seenLabelOf(field: Field): string {
  const tied = [...(field.labels ?? [])].filter(isSeen).map((label) => ownWords(label))
  const named = (field.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .flatMap((id) => document.getElementById(id) ?? [])
    .filter(isSeen)
    .map(wordsOf)
  return squeeze([...tied, ...named].join(' '))
}

/** The words of a label without those of fields, such as options, inside it. */
function ownWords(label: Element): string {
  const inside = all('select, textarea, option', label).map((each) => squeeze(each.textContent))
  return inside.reduce((words, each) => words.replace(each, ' '), wordsOf(label))
}

/** @returns the words of the group that a field is in: legend, or name of the group */
export function groupOf(field: Field): string {
  const group = field.closest('fieldset, [role=group], [role=radiogroup]')
  return group
    ? nameOf(group) || wordsOf(group.querySelector('legend') ?? document.createElement('p'))
    : ''
}

/** @returns the words by which a person knows the field: name and seen label */
export function wordsFor(field: Field): string {
  return squeeze(`${nameOf(field)} ${seenLabelOf(field)}`)
}

/** @returns the fields that belong together: of the field's form, or of the page without a form */
export function companyOf(field: Field): Field[] {
  return fieldsIn(field.form ?? document).filter((other) => other.form === field.form)
}
