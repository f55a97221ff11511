import { all, descriptionOf, isSeen, nameOf, squeeze } from '../in-page/dom.ts'
import { ownBackground } from '../in-page/looks/backgrounds.ts'
import { colourOf, hueName } from '../in-page/looks/colours.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const FIELDS =
  'input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset], [type=checkbox], [type=radio]), select, textarea'
const SPEAKS_OF_COLOUR = /\b(red|orange|green|blue|yellow|colou?red|highlighted)\b/i
const SPEAKS_OF_FAULTS =
  /\b(errors?|wrong|correct|fix|problems?|mistakes?|invalid|required|mandatory|missing)\b/i
const SAYS =
  /\b(error|required|mandatory|must|enter|invalid|missing|needs?|cannot|wrong|not valid)\b|\*/i

export const colourAloneField: PageRule = {
  id: 'colour-alone-field',
  level: 'error',
  criteria: ['1.4.1'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F81',
  meets: 'Whoever does not see the colour does not know which fields are required or wrong.',
  mend: 'Say it in words at each field, beside the colour.',
  *find(): Iterable<FaultyElement> {
    for (const form of all('form, fieldset, body')) {
      const fields = all(FIELDS, form).filter(
        (field) => field.closest('form, fieldset, body') === form && isSeen(field),
      )
      if (fields.length < 2) continue
      const hues = fields.map(hueOf)
      const coloured = fields.filter((_, place) => hues[place] !== undefined)
      if (coloured.length === 0 || coloured.length === fields.length) continue
      const words = squeeze(form.innerText)
      const isSpokenOf = SPEAKS_OF_COLOUR.test(words) || SPEAKS_OF_FAULTS.test(words)
      const plain = fields.filter((field) => !coloured.includes(field))
      const widest = Math.max(...plain.map(edgeOf))
      for (const field of coloured) {
        // A thicker edge is a mark that needs no colour.
        if (edgeOf(field) > widest) continue
        if (saysWhy(field)) continue
        yield { element: field, ...(isSpokenOf ? {} : { level: 'manual' as const }) }
      }
    }
  },
}

/** The colour that marks a field or its label, beside the greys of the others. */
function hueOf(field: HTMLElement): string | undefined {
  const labels =
    field instanceof HTMLInputElement ||
    field instanceof HTMLSelectElement ||
    field instanceof HTMLTextAreaElement
      ? [...(field.labels ?? [])]
      : []
  const { borderTopColor, borderTopWidth } = getComputedStyle(field)
  const hueIn = (colour: string): string | undefined => hueName(colourOf(colour))
  return (
    (borderTopWidth === '0px' ? undefined : hueIn(borderTopColor)) ??
    hueName(ownBackground(field)) ??
    labels.map((label) => hueIn(getComputedStyle(label).color)).find((hue) => hue !== undefined)
  )
}

/** The width of its edge, in px. */
function edgeOf(field: Element): number {
  return Number.parseFloat(getComputedStyle(field).borderTopWidth)
}

function saysWhy(field: HTMLElement): boolean {
  const near = squeeze(field.closest('label, p, li, td, div')?.textContent)
  const isNear = near.length < 200 && SAYS.test(near)
  return isNear || SAYS.test(`${nameOf(field)} ${descriptionOf(field)}`)
}
