import { all, isSeen, wordsOf } from '../in-page/dom.ts'
import { backgroundOf } from '../in-page/looks/backgrounds.ts'
import { colourOf, contrast, over, ratioInWords } from '../in-page/looks/colours.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const SHAPES = 'path, circle, rect, polygon, ellipse, line, polyline, use, text'
const NEEDED = 3
/** In px. */
const LARGEST = 96

export const iconContrast: PageRule = {
  id: 'icon-contrast',
  level: 'error',
  criteria: ['1.4.11'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/general/G207',
  meets: 'The sign on the control is too pale to see what it does.',
  mend: 'Draw the sign in a colour with a contrast of 3:1 to what is behind it.',
  modes: ['wide', 'dark', 'more contrast', 'forced colours'],
  *find(): Iterable<FaultyElement> {
    for (const control of all('a[href], button, [role=button], summary')) {
      const drawing = control.querySelector('svg')
      if (!drawing || wordsOf(control) !== '' || control.matches(':disabled, [aria-disabled=true]'))
        continue
      if (control.querySelector('img, canvas') !== null || !isSeen(drawing)) continue
      // What is larger is a picture, not a sign.
      if (drawing.getBoundingClientRect().height > LARGEST) continue
      const behind = backgroundOf(drawing)
      const ratios = all<SVGElement>(SHAPES, drawing).flatMap((shape) =>
        paints(shape).map((paint) => contrast(over(paint, behind.colour), behind.colour)),
      )
      if (ratios.length === 0 || Math.max(...ratios) >= NEEDED) continue
      const detail = `Nothing in the sign has a contrast over ${ratioInWords(Math.max(...ratios))}.`
      yield { element: control, detail, level: behind.isCertain ? 'error' : 'manual' }
    }
  },
}

function paints(shape: SVGElement): ReturnType<typeof colourOf>[] {
  const { fill, stroke, fillOpacity, strokeOpacity, opacity, display } = getComputedStyle(shape)
  if (display === 'none') return []
  const given = [
    { paint: fill, share: Number(fillOpacity) },
    { paint: stroke, share: Number(strokeOpacity) },
  ]
  return (
    given
      // Gradients and patterns are no colour that can be compared.
      .filter(({ paint }) => paint !== 'none' && !paint.startsWith('url'))
      .map(({ paint, share }) => {
        const colour = colourOf(paint)
        return { ...colour, alpha: colour.alpha * share * Number(opacity) }
      })
  )
}
