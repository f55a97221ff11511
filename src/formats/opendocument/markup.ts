import type { Element, ElementContent, Text } from 'xast'
import { x } from 'xastscript'

/* OpenDocument as XML trees (1.3, part 3). */

/** Those of OpenDocument 1.3, and LibreOffice's own for what it adds. */
export const namespaces = {
  'xmlns:office': 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  'xmlns:style': 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  'xmlns:text': 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  'xmlns:table': 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  'xmlns:draw': 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  'xmlns:fo': 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  'xmlns:svg': 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  'xmlns:meta': 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:loext': 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0',
}

/** The name of a style in XML, where it can have no space. */
export const nameOf = (style: string): string => style.replaceAll(' ', '_20_')

export const text = (value: string): Text => ({ type: 'text', value })

/** A place that links lead to. */
export const bookmark = (id: string): Element => x('text:bookmark', { 'text:name': id })

/** @param address a whole one, or `#` and a place in the document */
export const link = (
  address: string,
  children: readonly ElementContent[],
  attributes = {},
): Element =>
  x(
    'text:a',
    {
      'xlink:type': 'simple',
      'xlink:href': address,
      'text:style-name': nameOf('Internet link'),
      'text:visited-style-name': nameOf('Internet link'),
      ...attributes,
    },
    [...children],
  )
