import { all, isSeen, selectorOf, snippetOf, squeeze } from '../dom.ts'
import { backgroundOf } from './backgrounds.ts'
import { colourOf, contrast, isSame, over, ratioInWords } from './colours.ts'
import { isLarge } from './text-contrast.ts'

/** A state in which style changes, and the attribute that stands for it here. */
const STATES = ['hover', 'focus', 'active', 'visited'] as const
type State = (typeof STATES)[number]

/** Links and controls that are looked at, at most. */
const MOST = 150

/** Text that is too pale in a state. */
export interface PaleState {
  readonly selector: string
  readonly snippet: string
  readonly detail: string
  /** Whether it passes as the pointer goes on. */
  readonly isPassing: boolean
}

/**
 * Puts every link and control into each of its states, and measures its text. The page's style
 * sheets are changed: each rule with a state gets a twin, of the same specificity, that asks for an
 * attribute instead.
 *
 * @returns text that fails WCAG 2.2, success criterion 1.4.3, in a state and not at rest
 */
export function paleStates(): PaleState[] {
  const known = statesInSheets()
  if (known.size === 0) return []
  const targets = all(
    'a[href], button, input, select, textarea, summary, label, tr, li, [role=button], [tabindex]',
    document.body,
  )
    .filter(
      (element) =>
        !element.matches(':disabled') &&
        squeeze(element.innerText || valueOf(element)) !== '' &&
        isSeen(element),
    )
    .slice(0, MOST)
  const still = new CSSStyleSheet()
  still.replaceSync(
    '*, ::before, ::after { transition: none !important; animation: none !important }',
  )
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still]
  const atRest = new Map(targets.map((element) => [element, measure(element)]))
  const faults: PaleState[] = []
  for (const state of known) {
    const fitting =
      state === 'visited' ? targets.filter((element) => element.matches('a[href]')) : targets
    for (const element of fitting) element.setAttribute(attributeOf(state), '')
    for (const element of fitting) {
      const now = measure(element)
      const rest = atRest.get(element)
      const isUnchanged = rest && isSame(rest.text, now.text) && isSame(rest.behind, now.behind)
      if (isUnchanged || !now.isCertain || now.ratio >= now.needed) continue
      faults.push({
        selector: selectorOf(element),
        snippet: snippetOf(element),
        isPassing: state === 'hover' || state === 'active',
        detail: `With ${state === 'visited' ? 'a visited address' : `:${state}`} its text has a contrast of ${ratioInWords(now.ratio)}, not ${now.needed}:1.`,
      })
    }
    for (const element of fitting) element.removeAttribute(attributeOf(state))
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still)
  return faults
}

function attributeOf(state: State): string {
  return `data-audit-${state}`
}

function valueOf(element: Element): string {
  return element instanceof HTMLInputElement ? element.value : ''
}

function measure(element: HTMLElement): ReturnType<typeof measured> {
  return measured(holderOf(element))
}

function measured(element: Element) {
  const style = getComputedStyle(element)
  const behind = backgroundOf(element)
  const text = over(colourOf(style.color), behind.colour)
  const needed = isLarge(style) ? 3 : 4.5
  return {
    text,
    behind: behind.colour,
    needed,
    ratio: contrast(text, behind.colour),
    isCertain: behind.isCertain && style.textShadow === 'none',
  }
}

/** The element inside whose words the reader sees first. */
function holderOf(element: Element): Element {
  const hasText = [...element.childNodes].some(
    (node) => node instanceof Text && /\S/.test(node.data),
  )
  const inside = [...element.children].find(
    (child) => squeeze(child.textContent) !== '' && isSeen(child),
  )
  return hasText || !inside ? element : holderOf(inside)
}

/** Adds the twins, and says for which states there are any. */
function statesInSheets(): Set<State> {
  const found = new Set<State>()
  for (const sheet of [...document.styleSheets]) {
    try {
      addTwins(sheet, sheet.cssRules, found)
    } catch {
      // The sheet comes from another server.
    }
  }
  return found
}

function addTwins(
  owner: CSSStyleSheet | CSSGroupingRule | CSSStyleRule,
  rules: CSSRuleList,
  found: Set<State>,
): void {
  for (let place = rules.length - 1; place >= 0; place -= 1) {
    const rule = rules[place]
    if (rule instanceof CSSGroupingRule) addTwins(rule, rule.cssRules, found)
    if (!(rule instanceof CSSStyleRule)) continue
    if (rule.cssRules.length > 0) addTwins(rule, rule.cssRules, found)
    const states = STATES.filter((state) =>
      new RegExp(`:${state}\\b(?!-within)`).test(rule.selectorText),
    )
    if (states.length === 0 || !/color|background|opacity|fill/i.test(rule.style.cssText)) continue
    for (const state of states) found.add(state)
    const twin = rule.selectorText
      .replace(/:focus-visible\b/g, `[${attributeOf('focus')}]`)
      .replace(
        /:(hover|focus|active|visited)\b(?!-)/g,
        (_, state: string) => `[data-audit-${state}]`,
      )
    const { cssText } = rule
    owner.insertRule(twin + cssText.slice(cssText.indexOf('{') - 1), place + 1)
  }
}
