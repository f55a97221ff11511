import type { Element } from 'xast'
import { x } from 'xastscript'

export interface Frame {
  name: string
  /** The name of a style. */
  style: string
  /** Where the picture is in the package. */
  path: string
  /** Empty when the picture is decorative. */
  alt: string
  /** Centimetres. */
  size: { width: number; height: number }
}

/** A picture in a line (OpenDocument 1.3, part 3, section 10.4.2). */
export function frame({ name, style, path, alt, size }: Frame): Element {
  const image = x('draw:image', {
    'xlink:href': path,
    'xlink:type': 'simple',
    'xlink:show': 'embed',
    'xlink:actuate': 'onLoad',
  })
  return x(
    'draw:frame',
    {
      'draw:style-name': style,
      'draw:name': name,
      'text:anchor-type': 'as-char',
      'svg:width': `${size.width.toFixed(2)}cm`,
      'svg:height': `${size.height.toFixed(2)}cm`,
    },
    image,
    // LibreOffice's own check of accessibility looks for the title, not for the description.
    ...(alt === '' ? [] : [x('svg:title', alt)]),
  )
}
