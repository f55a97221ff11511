import { all } from '../dom.ts'

let words: string | undefined

/** @returns every rule that the page's own style sheets and attributes hold, as one text */
export function styleWords(): string {
  words ??= [
    ...[...document.styleSheets].flatMap(rulesOf),
    ...all('[style]').map((element) => element.getAttribute('style') ?? ''),
  ].join('\n')
  return words
}

/** @returns the style rules of the page, those inside conditions that hold now included */
export function styleRules(): CSSStyleRule[] {
  return [...document.styleSheets].flatMap((sheet) => styleRulesIn(readable(sheet)))
}

function styleRulesIn(rules: readonly CSSRule[]): CSSStyleRule[] {
  return rules.flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return [rule, ...styleRulesIn([...rule.cssRules])]
    if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) return []
    return rule instanceof CSSGroupingRule ? styleRulesIn([...rule.cssRules]) : []
  })
}

function rulesOf(sheet: CSSStyleSheet): string[] {
  return readable(sheet).map(({ cssText }) => cssText)
}

/** A sheet of another server does not show its rules. */
function readable(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules]
  } catch {
    return []
  }
}

/** What the styles of the page make worth looking at. */
export function styleTraits(): { isDarkToo: boolean; hasLayers: boolean } {
  return {
    isDarkToo: /prefers-color-scheme|light-dark\(|color-scheme:/.test(styleWords()),
    hasLayers: /position: ?(fixed|sticky)/.test(styleWords()),
  }
}
