import type { Fault, Level } from '../../rule.ts'
import { selectorOf, snippetOf } from '../dom.ts'

/** @returns what leaves the page about an element at fault */
export function faultAt(rule: string, element: Element, detail?: string, level?: Level): Fault {
  return {
    rule,
    selector: selectorOf(element),
    snippet: snippetOf(element),
    ...(detail === undefined ? {} : { detail }),
    ...(level === undefined ? {} : { level }),
  }
}
