/* PDFs written by hand (ISO 32000-1, section 7.5), as small as they can be. */

/** Objects by their number, from 1 on; the first is the catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return Buffer.from(
    `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}

export const stream = (content: string, dictionary = ''): string =>
  `<</Length ${content.length}${dictionary}>>\nstream\n${content}\nendstream`

interface Part {
  role: string
  alt?: string
  /** Pieces of text, or parts. */
  inside: readonly (string | Part)[]
}

export const part = (role: string, ...inside: readonly (string | Part)[]): Part => ({
  role,
  inside,
})

/** A picture, which is one piece of content. */
export const figure = (alt?: string): Part => ({
  role: 'Figure',
  ...(alt === undefined ? {} : { alt }),
  inside: ['picture'],
})

export const dataTable = (headerRole: 'TH' | 'TD'): Part =>
  part(
    'Table',
    part('TR', part(headerRole, 'Boat'), part(headerRole, 'Length')),
    part('TR', part('TD', 'Gull'), part('TD', '8 m')),
  )

interface Made {
  /** What stands in its tags; without it, there are none. */
  parts?: readonly Part[]
  /** Drawing that stands in no tag, as PDF operators. */
  untagged?: string
  /** One more page for each, as PDF operators. */
  morePages?: readonly string[]
  isMarked?: boolean
  /** Entries of the catalogue. */
  catalogue?: string
  title?: string
}

/** Shows words in the only font. */
export const showing = (words: string): string => `BT /F 12 Tf 20 700 Td (${words}) Tj ET\n`

/** A picture of one page. */
export const drawnPicture = 'q 500 0 0 700 0 0 cm /I Do Q\n'

/** A PDF of which the first page holds the parts, and its tags say so. */
export function madePdf({ parts, untagged, morePages, isMarked, catalogue, title }: Made) {
  const objects: string[] = []
  const add = (object: string): number => objects.push(object)
  // Numbers that others refer to: catalogue, pages, font, picture, first page, root of the tags.
  for (let number = 1; number <= 6; number += 1) add('null')
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
  const picture = stream(
    '0000',
    '/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray',
  )
  let drawn = untagged ?? ''
  const parents: number[] = []
  const addPart = ({ role, alt, inside }: Part, parent: number): number => {
    const own = add('null')
    const kids = inside.map((each) => {
      if (typeof each !== 'string') return `${addPart(each, own)} 0 R`
      const id = parents.push(own) - 1
      drawn += `/${role}<</MCID ${id}>>BDC\n${role === 'Figure' ? drawnPicture : showing(each)}EMC\n`
      return String(id)
    })
    objects[own - 1] =
      `<</Type/StructElem/S/${role}/P ${parent} 0 R/Pg 5 0 R${alt === undefined ? '' : `/Alt(${alt})`}/K[${kids.join(' ')}]>>`
    return own
  }
  const tops = parts?.map((each) => addPart(each, 6)) ?? []
  const resources = '/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>'
  const addPage = (content: string): number =>
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${add(stream(content))} 0 R${resources}>>`,
    )
  const more = (morePages ?? []).map(addPage)
  const content = add(stream(drawn))
  const info = add(title === undefined ? '<<>>' : `<</Title(${title})>>`)
  const tree = parts === undefined ? '' : '/StructTreeRoot 6 0 R'
  const marks = (isMarked ?? parts !== undefined) ? '/MarkInfo<</Marked true>>' : ''
  objects.splice(
    0,
    6,
    `<</Type/Catalog/Pages 2 0 R${tree}${marks}${catalogue ?? ''}>>`,
    `<</Type/Pages/Count ${1 + more.length}/Kids[5 0 R ${more.map((each) => `${each} 0 R`).join(' ')}]>>`,
    font,
    picture,
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/StructParents 0${resources}>>`,
    `<</Type/StructTreeRoot/K[${tops.map((each) => `${each} 0 R`).join(' ')}]/ParentTree<</Nums[0[${parents.map((each) => `${each} 0 R`).join(' ')}]]>>>>`,
  )
  return pdfOf(objects, `/Info ${info} 0 R`)
}
