import type { PackedPicture } from '../pictures.ts'
import { namespaces, xml, type Xml } from './markup.ts'

/* The pictures of a Word document. */

/** What the document calls the relationship to a picture. */
export const pictureId = ({ number }: PackedPicture): string => `picture${number}`

export interface Drawing {
  id: number
  name: string
  alt: string
  size: { cx: number; cy: number }
  relation: string
}

/** A picture in a line (ECMA-376, part 1, section 20.4.2.8). */
export function drawing({ id, name, alt, size, relation }: Drawing): Xml {
  const picture = xml(
    'pic:pic',
    {},
    xml('pic:nvPicPr', {}, xml('pic:cNvPr', { id, name, descr: alt }), xml('pic:cNvPicPr', {})),
    xml(
      'pic:blipFill',
      {},
      xml('a:blip', { 'r:embed': relation }),
      xml('a:stretch', {}, xml('a:fillRect', {})),
    ),
    xml(
      'pic:spPr',
      {},
      xml('a:xfrm', {}, xml('a:off', { x: 0, y: 0 }), xml('a:ext', size)),
      xml('a:prstGeom', { prst: 'rect' }, xml('a:avLst', {})),
    ),
  )
  return xml(
    'wp:inline',
    { distT: 0, distB: 0, distL: 0, distR: 0 },
    xml('wp:extent', size),
    xml('wp:docPr', { id, name, descr: alt }, alt === '' && decorative()),
    xml('wp:cNvGraphicFramePr', {}, xml('a:graphicFrameLocks', { noChangeAspect: 1 })),
    xml('a:graphic', {}, xml('a:graphicData', { uri: namespaces.pic }, picture)),
  )
}

/** “Mark as decorative” ([MS-ODRAWXML], section 2.27). */
const decorative = (): Xml =>
  xml(
    'a:extLst',
    {},
    xml(
      'a:ext',
      { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
      xml('adec:decorative', { 'xmlns:adec': namespaces.adec, val: 1 }),
    ),
  )
