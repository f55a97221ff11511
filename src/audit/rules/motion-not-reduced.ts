import { isSeen } from '../in-page/dom.ts'
import { fitting, sheetRules } from '../in-page/looks/sheets.ts'
import type { FaultyElement, PageRule } from '../rule.ts'

/** Properties whose change moves things over the screen. */
const MOVES =
  /^(transform|translate|scale|rotate|left|top|right|bottom|margin|inset|offsetDistance|backgroundPosition)/
const LONG_MS = 250

export const motionNotReduced: PageRule = {
  id: 'motion-not-reduced',
  level: 'warn',
  criteria: ['2.3.3'],
  source: 'https://www.w3.org/WAI/WCAG22/Techniques/css/C39',
  meets: 'Readers who asked their system for less motion, because it makes them ill, still get it.',
  mend: 'Put animations and transitions inside @media (prefers-reduced-motion: no-preference).',
  *find(): Iterable<FaultyElement> {
    // The audit reads pages with the wish for less motion set.
    const told = new Set<Element>()
    for (const animation of document.getAnimations()) {
      const { effect } = animation
      const target = effect instanceof KeyframeEffect ? effect.target : null
      if (!target || told.has(target) || !(effect instanceof KeyframeEffect) || !isSeen(target))
        continue
      const changed = effect.getKeyframes().flatMap((frame) => Object.keys(frame))
      if (!changed.some((name) => MOVES.test(name))) continue
      told.add(target)
      yield { element: target, detail: 'An animation moves it.' }
    }
    for (const { rule, media } of sheetRules()) {
      const { style } = rule
      if (
        style.scrollBehavior === 'smooth' &&
        !isOnWish(media) &&
        getComputedStyle(document.documentElement).scrollBehavior === 'smooth'
      ) {
        yield { element: document.documentElement, detail: 'The page glides when it scrolls.' }
        return
      }
      if (
        !/:hover|:focus|:active/.test(rule.selectorText) ||
        !/[1-9]/.test(`${style.transform}${style.translate}${style.scale}${style.rotate}`)
      )
        continue
      const target = fitting(
        rule.selectorText.replace(/:(hover|focus(-visible|-within)?|active)/g, ''),
      )[0]
      if (!target || told.has(target) || !isSeen(target) || isOnWish(media)) continue
      const { transitionDuration, transitionProperty } = getComputedStyle(target)
      if (
        Number.parseFloat(transitionDuration) * 1000 < LONG_MS ||
        !/all|transform|translate|scale|rotate/.test(transitionProperty)
      )
        continue
      told.add(target)
      yield { element: target, detail: 'It moves under the pointer or with the focus.' }
    }
  },
}

function isOnWish(media: readonly string[]): boolean {
  return media.some((condition) => condition.includes('prefers-reduced-motion'))
}
