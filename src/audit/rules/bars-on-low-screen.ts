import { all, isSeen } from '../in-page/dom.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Of the height of the screen that bars may keep for themselves. */
const MOST = 0.5

export const barsOnLowScreen: PageRule = {
  id: 'bars-on-low-screen',
  level: 'warn',
  criteria: ['1.4.10'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/css/C34',
  meets: 'At 400 % bars that stay in place leave little of the screen for reading.',
  mend: 'Let bars scroll with the page where the screen is low: @media (min-height: 30em).',
  modes: ['320 × 256 px'],
  *find(): Iterable<FaultyElement> {
    const bars = all('*', document.body).filter((element) => {
      const { position } = getComputedStyle(element)
      return position === 'fixed' && !element.closest('dialog, [role=dialog]') && isSeen(element)
    })
    const sticky = all('*', document.body).filter(
      (element) =>
        getComputedStyle(element).position === 'sticky' && isSeen(element) && isPinned(element),
    )
    const rows = new Set<number>()
    for (const bar of [...bars, ...sticky]) {
      const { top, bottom, width } = bar.getBoundingClientRect()
      if (width < innerWidth / 2) continue
      for (let row = Math.max(0, Math.floor(top)); row < Math.min(innerHeight, bottom); row += 1)
        rows.add(row)
    }
    const [first] = [...bars, ...sticky]
    if (!first || rows.size <= MOST * innerHeight) return
    yield { element: first, detail: `Bars take ${rows.size} of ${innerHeight} px.` }
  },
}

function isPinned(element: Element): boolean {
  const { top, bottom } = getComputedStyle(element)
  const { height } = element.getBoundingClientRect()
  const around = element.parentElement?.getBoundingClientRect().height ?? 0
  // It stays for as long as its parent is in sight.
  return (top !== 'auto' || bottom !== 'auto') && around > height + innerHeight / 2
}
