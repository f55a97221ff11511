/** What a style says by itself; what it does not say it has from its parent. */
export interface Style {
  parent?: string | undefined
  /** The mark of a language as it is written there. */
  language?: string | undefined
  /** The level of headings in this style; 10 and more is body text. */
  level?: number | undefined
  /** Whether it was made for one place by hand, and is bold. */
  boldByHand?: boolean | undefined
}

export type Styles = ReadonlyMap<string, Style>

/** What a style says or has from its parents. */
export function inherited<Name extends keyof Style>(
  styles: Styles,
  style: string | undefined,
  property: Name,
): Style[Name] {
  const seen = new Set<string>()
  for (let id = style; id !== undefined && !seen.has(id); id = styles.get(id)?.parent) {
    seen.add(id)
    const own = styles.get(id)?.[property]
    if (own !== undefined) return own
  }
  return undefined
}
