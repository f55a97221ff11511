import { all, isSeen } from '../in-page/dom.ts'
import { backgroundOf, ownBackground } from '../in-page/looks/backgrounds.ts'
import { colourOf, contrast, over, ratioInWords, type Colour } from '../in-page/looks/colours.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const FIELDS =
  'input:not([type=hidden], [type=submit], [type=button], [type=image], [type=reset], [type=range], [type=file], [type=color], [type=checkbox], [type=radio]), select, textarea, [role=textbox], [role=combobox]:not(input)'
const BOXES = 'input[type=checkbox], input[type=radio]'
const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const
/** Of WCAG 2.2, success criterion 1.4.11. */
const NEEDED = 3

export const controlEdgeContrast: PageRule = {
  id: 'control-edge-contrast',
  level: 'error',
  criteria: ['1.4.11'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G195',
  meets: 'The edge of the field is too pale to see where to click or write.',
  mend: 'Give the field a border, or a background, with a contrast of 3:1 to what is around it.',
  modes: ['wide', 'dark', 'more contrast'],
  *find(): Iterable<FaultyElement> {
    for (const field of all(`${FIELDS}, ${BOXES}`)) {
      if (field.matches(':disabled, [aria-disabled=true]') || !isSeen(field)) continue
      const style = getComputedStyle(field)
      // The browser draws it; what it draws is not the page's choice.
      if (style.appearance !== 'none' && field.matches(BOXES)) continue
      if (style.appearance === 'auto' && !isAuthored(style)) continue
      const { parentElement } = field
      if (!parentElement || style.boxShadow !== 'none' || style.backgroundImage !== 'none') continue
      const around = backgroundOf(parentElement)
      const best = Math.max(
        ...edges(field).map((edge) => contrast(over(edge, around.colour), around.colour)),
      )
      if (best >= NEEDED || !isBare(field)) continue
      const detail = `Its edge has a contrast of ${ratioInWords(best)}.`
      yield {
        element: field,
        detail,
        level: around.isCertain && !field.matches('[role]') ? 'error' : 'manual',
      }
    }
  },
}

function edges(field: Element): Colour[] {
  const style = getComputedStyle(field)
  const drawn = SIDES.filter(
    (side) =>
      style[`border${side}Style`] !== 'none' && Number.parseFloat(style[`border${side}Width`]) > 0,
  )
  const outline = style.outlineStyle === 'none' ? [] : [colourOf(style.outlineColor)]
  return [
    ownBackground(field),
    ...drawn.map((side) => colourOf(style[`border${side}Color`])),
    ...outline,
  ]
}

/** Whether the field's colours are the page's: a browser's own border is inset. */
function isAuthored({ borderTopStyle, borderBottomStyle }: CSSStyleDeclaration): boolean {
  return borderTopStyle !== 'inset' && borderBottomStyle !== 'inset'
}

/** Whether nothing but its own edge shows where it is: no box drawn closely around it. */
function isBare(field: Element): boolean {
  const around = field.parentElement
  if (!around) return true
  const style = getComputedStyle(around)
  const isFramed = SIDES.some(
    (side) =>
      style[`border${side}Style`] !== 'none' && Number.parseFloat(style[`border${side}Width`]) > 0,
  )
  const isTight = around.getBoundingClientRect().height < field.getBoundingClientRect().height + 24
  return !(isTight && (isFramed || style.boxShadow !== 'none' || ownBackground(around).alpha > 0))
}
