import { all, isSeen, wordsOf } from '../in-page/dom.ts'
import { backgroundOf, ownBackground } from '../in-page/looks/backgrounds.ts'
import { isSame } from '../in-page/looks/colours.ts'
import { hasEdge, isDecorated } from '../in-page/looks/marks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const CONTROLS =
  'button, input:not([type=hidden], [type=range], [type=image], [type=file], [type=color]), select, textarea, [role=button], [role=checkbox], [role=radio], [role=switch], [role=progressbar], [role=meter], [role=slider]'

export const edgeLostInForcedColours: PageRule = {
  id: 'edge-lost-in-forced-colours',
  level: 'warn',
  criteria: [],
  source: 'https://www.w3.org/TR/css-color-adjust-1/#forced',
  meets:
    'In forced colours, where backgrounds and shadows go, nothing shows that this is a control.',
  mend: 'Give the control a border, which may be transparent: forced colours paint it.',
  modes: ['forced colours'],
  *find(): Iterable<FaultyElement> {
    for (const control of all(CONTROLS, document.body)) {
      const style = getComputedStyle(control)
      if (control.matches('[type=checkbox], [type=radio]') && style.appearance !== 'none') continue
      if (!isSeen(control) || style.opacity === '0' || isDecorated(control)) continue
      const isText = control.matches('button, [role=button]') && wordsOf(control) !== ''
      const { parentElement } = control
      if (!parentElement || hasEdgeNear(control)) continue
      if (
        !isSame(ownBackground(control), backgroundOf(parentElement).colour) &&
        ownBackground(control).alpha > 0
      )
        continue
      // A button that is plain words everywhere loses nothing.
      if (isText && !hadBackground(control)) continue
      yield { element: control }
    }
  },
}

function hasEdgeNear(control: Element): boolean {
  const { boxShadow } = getComputedStyle(control)
  const inside = [control, ...control.children]
  const around = control.parentElement
  const isFramed =
    around !== null &&
    hasEdge(around) &&
    around.getBoundingClientRect().height < control.getBoundingClientRect().height + 24
  return (
    boxShadow !== 'none' ||
    isFramed ||
    inside.some((each) => hasEdge(each) || each.matches('svg, img')) ||
    partsWithEdge(control)
  )
}

function partsWithEdge(control: Element): boolean {
  return ['::before', '::after'].some((part) => {
    const { content, borderTopStyle, borderTopWidth } = getComputedStyle(control, part)
    return content !== 'none' && borderTopStyle !== 'none' && borderTopWidth !== '0px'
  })
}

/** Whether the page asks for a background that forced colours take away. */
function hadBackground(control: Element): boolean {
  const { backgroundImage, paddingLeft } = getComputedStyle(control)
  return backgroundImage !== 'none' || Number.parseFloat(paddingLeft) > 4
}
