import type { Element } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { damaged } from './findings.ts'

/*
 * Reading office documents as XML. Names are compared with the prefix that their standard uses,
 * such as w:p, which every program known to us writes.
 */

export type XmlElement = Element

/**
 * The root element. The parser follows no document type and knows no entity but XML's own five,
 * so nothing outside the text is read and nothing can grow.
 * @throws {CannotCheck} when it is not well formed
 */
export function parseXml(text: string): XmlElement {
  const root = wellFormed(text).children.find((each) => each.type === 'element')
  if (!root) throw damaged()
  return root
}

function wellFormed(text: string) {
  try {
    return fromXml(text)
  } catch (error) {
    throw damaged(error)
  }
}

export const childrenOf = (element: XmlElement | undefined, name?: string): XmlElement[] =>
  (element?.children ?? []).flatMap((each) =>
    each.type === 'element' && (name === undefined || each.name === name) ? [each] : [],
  )

/** The element at the end of a way down, such as w:rPr, w:lang. */
export function childOf(
  element: XmlElement | undefined,
  ...way: readonly string[]
): XmlElement | undefined {
  return way.reduce<XmlElement | undefined>((from, name) => childrenOf(from, name)[0], element)
}

export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element?.attributes[name] ?? undefined
}

/** Whether an attribute of XML's type boolean, or one of Office's, says yes. */
export const saysYes = (value: string | undefined): boolean =>
  value !== undefined && ['1', 'true', 'on'].includes(value)

/** What stands there a second time for older programs, was deleted or moved away, or is not shown. */
const leftOut = ['mc:Fallback', 'w:moveFrom', 'text:tracked-changes', 'presentation:notes']

/** All elements inside one, in reading order, with those names where some are given. */
export function* inside(element: XmlElement, ...names: readonly string[]): Generator<XmlElement> {
  const waiting = childrenOf(element).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (leftOut.includes(next.name)) continue
    if (names.length === 0 || names.includes(next.name)) yield next
    waiting.push(...childrenOf(next).reverse())
  }
}

/** Whether one of those elements is inside. */
export const holds = (element: XmlElement, ...names: readonly string[]): boolean =>
  inside(element, ...names).some(() => true)

/** All text inside. */
export function textOf(element: XmlElement | undefined): string {
  let text = ''
  for (const each of element?.children ?? []) {
    if (each.type === 'text' || each.type === 'cdata') text += each.value
    else if (each.type === 'element') text += textOf(each)
  }
  return text
}
