import { squeeze } from '../dom.ts'
import { ownBackground } from './backgrounds.ts'
import { clear, colourOf, hueName } from './colours.ts'
import { hasEdge, hasPicture, isDecorated } from './marks.ts'

/** Like parts of one thing that share a colour, where others of it have another. */
export interface ColourGroup {
  readonly hue: string | undefined
  readonly elements: readonly Element[]
  /** The like parts of other colours. */
  readonly others: readonly Element[]
}

/**
 * @param parent a list, table, paragraph or group
 * @returns its like parts by colour, when they are two or more groups that nothing else in their
 *   style tells apart; else nothing
 */
export function groupsByColour(parent: Element): ColourGroup[] {
  const parts = likeParts(parent)
  if (parts.length < 2 || parts.length > 300) return []
  const byColour = new Map<string, Element[]>()
  const byLook = new Set<string>()
  for (const part of parts) {
    const colour = meaningfulColour(part)
    byColour.set(colour, [...(byColour.get(colour) ?? []), part])
    byLook.add(`${colour}\n${lookBesideColour(part)}`)
  }
  // One more look than colours: something else differs too.
  if (byColour.size < 2 || byColour.size > 6 || byLook.size > byColour.size) return []
  if (new Set([...byLook].map((look) => look.split('\n')[1])).size > 1) return []
  return [...byColour].map(([colour, elements]) => ({
    hue: hueName(colourOf(colour)),
    elements,
    others: parts.filter((part) => !elements.includes(part)),
  }))
}

function likeParts(parent: Element): Element[] {
  if (parent.localName === 'table') return [...parent.querySelectorAll('td')].filter(hasWords)
  const name =
    { ul: 'li', ol: 'li', dl: 'dd' }[parent.localName] ?? 'span, b, strong, em, font, i, text'
  if (parent.localName === 'fieldset') return [...parent.querySelectorAll('label')]
  return [...parent.children].filter((child) => child.matches(name) && hasWords(child))
}

function hasWords(element: Element): boolean {
  return squeeze(element.textContent) !== '' && element.querySelector('a[href], button') === null
}

/** The colour by which the part stands out: of its box, or else of its words. */
function meaningfulColour(part: Element): string {
  const at =
    part.childElementCount === 1 && part.children[0]?.textContent === part.textContent
      ? part.children[0]
      : part
  const box = ownBackground(at)
  if (box !== clear && box.alpha > 0 && hueName(box) !== undefined) {
    return getComputedStyle(at).backgroundColor
  }
  const { color, fill } = getComputedStyle(at)
  return at instanceof SVGElement ? fill : color
}

function lookBesideColour(part: Element): string {
  const { fontWeight, fontStyle, fontSize, textTransform, listStyleType } = getComputedStyle(part)
  const marks = [hasEdge(part), hasPicture(part), isDecorated(part)]
  return [
    fontWeight,
    fontStyle,
    fontSize,
    textTransform,
    listStyleType,
    part.localName,
    ...marks,
  ].join(' ')
}
