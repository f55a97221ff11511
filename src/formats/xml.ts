import type { Nodes } from 'xast'
import { toXml } from 'xast-util-to-xml'
import type { Publication } from '../document/library.ts'
import { paragraph, text } from '../document/nodes.ts'
import type { Problem } from '../document/problems.ts'
import { characterProblems } from './characters.ts'

/* What formats that are made of XML have in common. */

/** Words between tags, in HTML too. */
export const escape = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The value of an attribute, in its quotation marks. */
export const quoted = (value: string): string => `"${escape(value).replaceAll('"', '&quot;')}"`

/**
 * A tree as XML. The serialiser leaves “]]>” as it is, which XML 1.0, section 2.4, forbids in text.
 * Raw nodes are for parts that are the same in every file, so that they become XML once.
 */
export const serialised = (tree: Nodes | Nodes[]): string =>
  toXml(tree, { closeEmptyElements: true, tightClose: true, allowDangerousXml: true }).replaceAll(
    ']]>',
    ']]&gt;',
  )

/** A file of XML, in UTF-8. */
export const xmlFile = (root: Nodes): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${serialised(root)}`

/** All but Char of XML 1.0, section 2.2: what XML has no way to write, also not as a reference. */
const outsideXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** The characters of a publication, and of its summary, that XML cannot hold, as errors. */
export function xmlProblems(publication: Publication, format: string): Problem[] {
  const { tree, data } = publication
  return characterProblems(
    // The summary stands in the metadata only.
    { ...publication, tree: [...tree, paragraph(text(data.summary))] },
    format,
    (words) => words.match(outsideXml) ?? [],
    'Take this character out: it cannot be seen, and came in by mistake.',
  )
}
