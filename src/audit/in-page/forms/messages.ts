import { all, isHeard, isSeen, nameOf, squeeze, wordsOf } from '../dom.ts'
import { fieldsIn, seenLabelOf, type Field } from './fields.ts'

/** Words of an error that can be seen on the page. */
export interface Message {
  readonly element: Element
  readonly words: string
  /** The one field that it speaks of, by its tie or its place. */
  readonly field: Field | undefined
  /** Whether a screen reader knows of the tie: a description, an error message, or words of the label. */
  readonly isTied: boolean
}

const marked =
  /(?:^|[-_\s])(?:errors?|invalid-feedback|form-error|validation|alert-danger|error-?summary|error-?message)(?:$|[-_\s\d])/i
const speaks =
  /^(?:(?:please |you (?:need|have) to |you must )?(?:fix|correct|resolve) (?:the |all |these |any )?(?:errors?|problems?|mistakes?|fields?)|there (?:is|are|was|were) (?:a |an |\d+ |some )?(?:problems?|errors?|mistakes?) (?:with|in|on|below)|error:|some (?:fields|answers) are (?:wrong|missing|invalid)|(?:the )?form (?:contains|has) (?:\w+ )?errors?)/i
/** What an error says, in whatever words. */
export const erring =
  /\b(?:errors?|invalid|not valid|incorrect|wrong|missing|required|cannot|can’t|can't|must|please|problem|failed|fix|correct|enter|choose|select|fill|too (?:short|long)|empty|blank)\b/i

/** @returns the errors that are shown, the outermost elements of each */
export function messagesIn(root: ParentNode = document): Message[] {
  const fields = fieldsIn()
  const found = all<Element>('[class], [id], [role=alert], p, strong, div', root).filter(
    (element) => isMessage(element) && !holdsField(element) && isSeen(element),
  )
  return found
    .filter((element) => !found.some((other) => other !== element && other.contains(element)))
    .map((element) => {
      const words = wordsOf(element)
      const tied = fields.find((field) => idsOf(field).some((id) => isWithin(id, element)))
      const label = fields.find((field) =>
        [...(field.labels ?? [])].some((each) => each.contains(element)),
      )
      return {
        element,
        words,
        field: tied ?? label ?? fieldAt(element),
        isTied: (tied ?? label) !== undefined,
      }
    })
    .filter(({ words }) => words !== '')
}

function isMessage(element: Element): boolean {
  if (element.closest('nav, header, footer, a, button, pre, code, main > article p')) return false
  if (
    element.matches(
      'input, select, textarea, form, fieldset, label, body, main, html, h1, script, style',
    )
  )
    return false
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`
  const isNamed = marked.test(names) || element.matches('[role=alert]')
  if (isNamed) return erring.test(wordsOf(element))
  return (
    fieldsIn().length > 0 &&
    element.children.length < 4 &&
    speaks.test(squeeze(element.textContent))
  )
}

function holdsField(element: Element): boolean {
  return fieldsIn(element).length > 0
}

function idsOf(field: Field): string[] {
  return ['aria-describedby', 'aria-errormessage']
    .flatMap((name) => (field.getAttribute(name) ?? '').split(/\s+/))
    .filter(Boolean)
}

function isWithin(id: string, element: Element): boolean {
  const named = document.getElementById(id)
  return named !== null && (element === named || element.contains(named) || named.contains(element))
}

/** The one field beside a message: of the nearest ancestor that holds a field, if it holds no other. */
function fieldAt(element: Element): Field | undefined {
  if (element.matches('[role=alert]')) return undefined
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    const fields = fieldsIn(at)
    if (fields.length > 1) return undefined
    if (fields[0]) return at.matches('form, main') ? undefined : fields[0]
  }
  return undefined
}

/** Whether a screen reader meets the message, or the same words elsewhere. */
export function isTold({ element, words }: Message): boolean {
  if (isHeard(element)) return true
  return all('p, span, div, li').some(
    (other) => isHeard(other) && squeeze(other.textContent) === words,
  )
}

/** @returns the fields that a text names by their labels, leaving out labels that several fields share */
export function fieldsNamedIn(words: string, fields: readonly Field[]): Field[] {
  const text = words.toLowerCase()
  const labels = fields.map((field) => bare(seenLabelOf(field) || nameOf(field)))
  return fields.filter((field, index) => {
    const label = labels[index] ?? ''
    const group = bare(squeeze(field.closest('fieldset')?.querySelector('legend')?.textContent))
    const isOne = field.type === 'radio' || labels.filter((other) => other === label).length === 1
    const lastWord = group.split(' ').at(-1) ?? ''
    if (field.type === 'radio' || field.type === 'checkbox')
      return (
        (group !== '' && text.includes(group)) ||
        (lastWord.length > 3 && text.includes(lastWord)) ||
        (label.length > 3 && text.includes(label))
      )
    return (
      isOne && label !== '' && (text.includes(label) || text.includes(label.replace(/^your /, '')))
    )
  })
}

function bare(label: string): string {
  return squeeze(label.toLowerCase().replace(/\([^)]*\)|[*:?]/g, ' '))
}
