import { nameOf, squeeze } from '../dom.ts'
import { fieldsIn, type Field } from '../forms/fields.ts'

/** @returns the element that names the group of a field, if there is one with a name */
export function namedGroupOf(field: Element): Element | undefined {
  for (let at = field.parentElement; at; at = at.parentElement) {
    if (at.matches('fieldset, [role=group], [role=radiogroup], optgroup') && isNamed(at)) return at
  }
  return undefined
}

function isNamed(group: Element): boolean {
  return nameOf(group) !== '' || squeeze(group.querySelector('legend')?.textContent) !== ''
}

/** @returns the choices with one `name` in one form, two or more of them */
export function choicesByName(type: 'radio' | 'checkbox'): HTMLInputElement[][] {
  const groups = new Map<string, HTMLInputElement[]>()
  for (const field of fieldsIn().filter(isInput)) {
    if (field.type !== type || field.name === '') continue
    const key = `${field.form ? [...document.forms].indexOf(field.form) : '-'} ${field.name}`
    groups.set(key, [...(groups.get(key) ?? []), field])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

function isInput(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement
}

/** @returns the words right before the first of some fields that no label of theirs holds */
export function questionBefore(fields: readonly Element[]): string {
  const [first] = fields
  if (!first) return ''
  const holder = first.closest('label, li, p, div') ?? first
  const root = first.closest('fieldset, form, section, main, body') ?? document.body
  const range = document.createRange()
  range.setStart(root, 0)
  range.setEndBefore(holder.contains(fields[1] ?? null) ? first : holder)
  const part = range.cloneContents()
  for (const label of part.querySelectorAll('label, script, style, button, select, legend'))
    label.remove()
  const lines = [...part.childNodes]
    .map((node) => squeeze(node.textContent))
    .filter((line) => line !== '')
  return lines.at(-1) ?? ''
}
