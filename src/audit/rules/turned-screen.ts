import { isSeen, squeeze } from '../in-page/dom.ts'
import { textsOfPage } from '../in-page/looks/blocks.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

const ASKS =
  /\b(please\s+)?(rotate|turn|tilt|flip)\s+(your|the)\s+(device|phone|tablet|screen|display|mobile)|\b(only|best)\b.{0,40}\b(landscape|portrait)\b( (mode|orientation))?|\b(switch|change|rotate|turn)\b.{0,30}\bto (landscape|portrait)\b/i

export const turnedScreen: PageRule = {
  id: 'turned-screen',
  level: 'error',
  criteria: ['1.3.4'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/failures/F100',
  meets:
    'Whoever cannot turn the screen, because it is fixed to a wheelchair, cannot use the page.',
  mend: 'Show the content in both orientations.',
  modes: ['wide', '320 px'],
  *find(): Iterable<FaultyElement> {
    const texts = textsOfPage()
    const all = texts.reduce((sum, { words }) => sum + words.length, 0)
    for (const { element, words } of texts) {
      if (!ASKS.test(words) || !isSeen(element)) continue
      // A page about turning screens has other words too.
      const isAlone = all < 3 * words.length + 80
      const isLaidOver = coversScreen(element)
      if (!isAlone && !isLaidOver) continue
      yield {
        element,
        detail: `“${squeeze(words).slice(0, 80)}”`,
        level: isLaidOver || isOfOneOrientation() ? 'error' : 'manual',
      }
    }
    const script = [...document.scripts].find(({ textContent }) =>
      /orientation\s*\.\s*lock\s*\(/.test(textContent),
    )
    if (script && innerWidth > innerHeight) {
      yield { element: script, detail: 'A script locks the orientation.' }
    }
  },
}

function coversScreen(element: Element): boolean {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const { width, height } = at.getBoundingClientRect()
    const { position } = getComputedStyle(at)
    if (/fixed|absolute/.test(position) && width * height > 0.7 * innerWidth * innerHeight)
      return true
  }
  return false
}

/** Whether the style sheets have something to say for one orientation alone. */
function isOfOneOrientation(): boolean {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules]
    } catch {
      return []
    }
  })
  return rules.some(
    (rule) => rule instanceof CSSMediaRule && rule.conditionText.includes('orientation'),
  )
}
