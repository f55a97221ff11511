import { isTyped, type Field } from '../forms/fields.ts'

const samples: Readonly<Record<string, string>> = {
  email: 'ann@example.org',
  tel: '07700900258',
  url: 'https://example.org/',
  number: '7',
  date: '2030-01-31',
  month: '2030-01',
  week: '2030-W05',
  time: '10:30',
  'datetime-local': '2030-01-31T10:30',
}
const MOST_LETTERS = 12

/** Types into a field, letter by letter, and leaves its value as people would have made it. */
export function type(
  field: HTMLInputElement | HTMLTextAreaElement,
  words = samples[field.type] ?? '123456789012',
): void {
  const isWhole = /date|month|week|time/.test(field.type)
  const most = field.maxLength > 0 ? field.maxLength : Math.max(MOST_LETTERS, words.length)
  const text = words.slice(0, most)
  for (let end = isWhole ? text.length : 1; end <= text.length; end++) {
    const key = text.charAt(end - 1)
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    put(field, text.slice(0, end))
    field.dispatchEvent(
      new InputEvent('input', { bubbles: true, data: key, inputType: 'insertText' }),
    )
    field.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true }))
    if (document.activeElement !== field) return
  }
}

/** Changes a field as people do: another option, a tick, some words. @returns whether it could be changed */
export function change(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const other = [...field.options].findLast(({ selected, disabled }) => !selected && !disabled)
    if (!other) return false
    other.selected = true
    field.dispatchEvent(new Event('input', { bubbles: true }))
  } else if (/^(?:checkbox|radio)$/.test(field.type)) {
    // Fires input and change by itself.
    field.click()
    return true
  } else if (isTyped(field)) {
    type(field)
  } else return false
  field.dispatchEvent(new Event('change', { bubbles: true }))
  return true
}

/** Past the setters by which frameworks listen. */
export function put(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  const owner = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement
  Reflect.set(owner.prototype, 'value', value, field)
}
