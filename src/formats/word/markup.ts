import type { Element } from 'xast'
import type { Attributes } from 'xastscript'
import { directionOf } from '../../document/languages.ts'
import { xmlFile } from '../xml.ts'

/* WordprocessingML (ECMA-376, part 1, section 17) as XML trees. */

export type Xml = Element

/** What stands in an element; `false` and `undefined` are what is left out. */
export type Content = Xml | string | false | undefined | readonly Content[]

export function xml(name: string, attributes: Attributes, ...content: Content[]): Xml {
  const element: Xml = { type: 'element', name, attributes: {}, children: [] }
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) element.attributes[key] = String(value)
  }
  put(element, content)
  return element
}

function put(element: Xml, content: readonly Content[]): void {
  for (const each of content) {
    if (typeof each === 'string') element.children.push({ type: 'text', value: each })
    else if (typeof each === 'object') {
      if ('type' in each) element.children.push(each)
      else put(element, each)
    }
  }
}

/** An element of WordprocessingML; its attributes are WordprocessingML's too. */
export function w(name: string, attributes: Attributes, ...content: Content[]): Xml {
  const named = Object.entries(attributes).map(([key, value]) => [`w:${key}`, value] as const)
  return xml(`w:${name}`, Object.fromEntries(named), ...content)
}

/** An element that has one value, which is most of them. */
export const val = (name: string, value: string | number): Xml =>
  xml(`w:${name}`, { 'w:val': value })

export const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  adec: 'http://schemas.microsoft.com/office/drawing/2017/decorative',
}

/** One part of the package, as an XML document that declares the prefixes that it uses. */
export function wordPart(root: Xml, prefixes: readonly (keyof typeof namespaces)[]): string {
  for (const prefix of prefixes) root.attributes[`xmlns:${prefix}`] = namespaces[prefix]
  return xmlFile(root)
}

export const isRightToLeft = (lang: string): boolean => directionOf(lang) === 'rtl'

/**
 * The language of a run, or of a document, whichever script its characters have. Word looks for
 * the language of Arabic or Hebrew letters in `bidi` (section 17.3.2.20).
 */
export const language = (name: 'lang' | 'themeFontLang', lang: string): Xml =>
  w(name, { val: lang, eastAsia: lang, ...(isRightToLeft(lang) && { bidi: lang }) })
