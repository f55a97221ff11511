import { oncePerRun } from './once.ts'

/** A rule of a style sheet of this page, and the conditions it stands under. */
export interface SheetRule {
  readonly rule: CSSStyleRule
  /** Such as `(orientation: portrait)`, outermost first. */
  readonly media: readonly string[]
}

/** @returns the style rules that this page may read: not those of other servers */
export const sheetRules = oncePerRun((): SheetRule[] =>
  [...document.styleSheets].flatMap((sheet) => {
    if (sheet.disabled) return []
    const media = sheet.media.mediaText
    return within(rulesOf(sheet), media === '' ? [] : [media])
  }),
)

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules]
  } catch {
    // The sheet comes from another server.
    return []
  }
}

function within(rules: readonly CSSRule[], media: readonly string[]): SheetRule[] {
  return rules.flatMap((rule): SheetRule[] => {
    if (rule instanceof CSSStyleRule) {
      return [{ rule, media }, ...within([...rule.cssRules], media)]
    }
    if (rule instanceof CSSMediaRule) {
      return within([...rule.cssRules], [...media, rule.conditionText])
    }
    if (rule instanceof CSSImportRule) {
      return rule.styleSheet ? within(rulesOf(rule.styleSheet), media) : []
    }
    return rule instanceof CSSGroupingRule ? within([...rule.cssRules], media) : []
  })
}

/** @returns whether the rule's media are those of now */
export function applies({ media }: SheetRule): boolean {
  return media.every((condition) => matchMedia(condition).matches)
}

/** @returns the elements that a selector of a sheet fits; none when it cannot be asked for */
export function fitting(selector: string): Element[] {
  try {
    return [...document.querySelectorAll(selector)]
  } catch {
    return []
  }
}

/** @returns the declared values of a property in rules that apply to the element, with `style` last */
export function declared(element: Element, property: string): string[] {
  const values = sheetRules()
    .filter((found) => found.rule.style.getPropertyValue(property) !== '' && applies(found))
    .filter(({ rule }) => matches(element, rule.selectorText))
    .map(({ rule }) => rule.style.getPropertyValue(property))
  const own = element instanceof HTMLElement ? element.style.getPropertyValue(property) : ''
  return own === '' ? values : [...values, own]
}

function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector)
  } catch {
    return false
  }
}
