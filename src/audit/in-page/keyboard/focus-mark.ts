import { contrastOf, groundOf } from './colours.ts'
import { differences, isClear, looksOf, partsOf, type Look } from './styles.ts'

/**
 * How well the focus shows: by styles alone. `swapped` is a border that becomes an outline of the
 * same colour, or an outline that was there before: a line moves by a pixel.
 */
export type Mark = 'strong' | 'faint' | 'swapped' | 'none'

/** Properties of which a change alone is no mark that eyes can find. */
const UNSEEN = ['width', 'height', 'top', 'left', 'outline-offset']

export interface PlainLooks {
  readonly parts: readonly Element[]
  readonly looks: readonly Look[]
  readonly ground: string | undefined
}

/** @returns how an element looks now, when it has no focus */
export function plainLooksOf(element: Element): PlainLooks {
  const parts = partsOf(element)
  return { parts, looks: looksOf(parts), ground: groundOf(element.parentElement) }
}

/** @returns how well the focus shows that the element has now, against how it looked without */
export function markOf({ parts, looks, ground }: PlainLooks): Mark {
  let best: Mark = 'none'
  for (const [place, look] of looksOf(parts).entries()) {
    const changed = differences(looks[place] ?? {}, look)
    // The browser moves the outline of what has the focus by a pixel.
    if (changed.size === 1 && changed.has('outline-offset')) best = 'swapped'
    for (const name of UNSEEN) changed.delete(name)
    if (changed.size === 0) continue
    const mark = markBy(changed, look, ground)
    if (mark === 'strong') return mark
    if (mark !== 'none') best = mark
  }
  return best
}

function markBy(
  changed: Map<string, [string, string]>,
  look: Look,
  ground: string | undefined,
): Mark {
  if (isSwapped(changed, look)) return 'swapped'
  if (
    changed.has('outline-style') ||
    changed.has('outline-width') ||
    changed.has('outline-color')
  ) {
    const mark = markByOutline(look, ground)
    if (mark !== 'none') return mark
  }
  if (isStrongShadow(changed.get('box-shadow'), ground)) return 'strong'
  const grounds = changed.get('background-color')
  if (grounds && isStrongGround(grounds, ground)) return 'strong'
  if (isStrongBorder(changed)) return 'strong'
  // Marks before and after, pictures, sizes: nobody can tell from styles how strong they are.
  if (
    ['content', 'background-image', 'clip-path', 'display', 'visibility'].some((name) =>
      changed.has(name),
    )
  )
    return 'strong'
  const outlineOnly = [...changed.keys()].every((name) => name.startsWith('outline'))
  return outlineOnly ? 'none' : 'faint'
}

function markByOutline(look: Look, ground: string | undefined): Mark {
  const { 'outline-style': style, 'outline-width': width, 'outline-color': colour } = look
  if (style === undefined || width === undefined || colour === undefined) return 'none'
  // The browser's own ring has two colours, and is seen on every ground.
  if (style === 'auto') return 'strong'
  const contrast = ground === undefined ? 21 : contrastOf(colour, ground)
  if (contrast < 1.05) return 'none'
  return parseFloat(width) >= 2 && contrast >= 3 ? 'strong' : 'faint'
}

function isStrongShadow(
  changed: [string, string] | undefined,
  ground: string | undefined,
): boolean {
  if (!changed || changed[1] === 'none' || changed[1] === '') return false
  return changed[1].split(/,(?![^(]*\))/).some((shadow) => {
    const colour = /[a-z-]+\([^)]*\)/.exec(shadow)?.[0] ?? ''
    const lengths = [...shadow.replace(colour, '').matchAll(/-?[\d.]+(?=px)/g)].map(Number)
    const reach = Math.max(...lengths.map(Math.abs), 0)
    return (
      reach >= 2 && !isClear(colour) && (ground === undefined || contrastOf(colour, ground) >= 3)
    )
  })
}

function isStrongGround([before, after]: [string, string], ground: string | undefined): boolean {
  const [one, other] = [before, after].map((colour) => (isClear(colour) ? ground : colour))
  return one === undefined || other === undefined || contrastOf(one, other) >= 3
}

function isStrongBorder(changed: Map<string, [string, string]>): boolean {
  return ['top', 'bottom', 'left', 'right'].some((side) => {
    const width = changed.get(`border-${side}-width`)
    if (width) return Math.abs(parseFloat(width[1] || '0') - parseFloat(width[0] || '0')) >= 2
    const colour = changed.get(`border-${side}-color`)
    return (
      colour !== undefined && colour[0] !== '' && colour[1] !== '' && contrastOf(...colour) >= 3
    )
  })
}

function isSwapped(changed: Map<string, [string, string]>, look: Look): boolean {
  const [before, after] = (changed.get('border-top-width') ?? []).map((width) => parseFloat(width))
  const lost = (before ?? 0) - (after ?? 0)
  const others = [...changed.keys()].filter((name) => !/^(border-.*-width|outline-.*)$/.test(name))
  return (
    lost > 0 &&
    others.length === 0 &&
    parseFloat(look['outline-width'] ?? '0') === lost &&
    parseFloat(look['outline-offset'] ?? '0') === 0 &&
    look['outline-color'] === look['border-top-color']
  )
}
