import { posix } from 'node:path'
import { damaged } from './findings.ts'
import { languageTag } from './languages.ts'
import { kinds, type PackedKind } from './kinds.ts'
import type { Package } from './unpack.ts'
import { describes } from './usual-findings.ts'
import { attribute, childOf, childrenOf, inside, saysYes, textOf, type XmlElement } from './xml.ts'

/* What Word documents, Excel workbooks and PowerPoint slides have in common (ECMA-376). */

interface Relationship {
  /** The last word of its type, which is the same in both editions of the standard. */
  type: string
  /** The path of a file of the package. */
  target: string
}

/** What a file of the package refers to, by the name that it uses. */
export function relationshipsOf(files: Package, part: string): Map<string, Relationship> {
  const folder = posix.dirname(part)
  const root = files.xml(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
  return new Map(
    childrenOf(root, 'Relationship')
      .filter((each) => attribute(each, 'TargetMode') !== 'External')
      .map((each) => {
        const target = attribute(each, 'Target') ?? ''
        return [
          attribute(each, 'Id') ?? '',
          {
            type: posix.basename(attribute(each, 'Type') ?? ''),
            target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
          },
        ]
      }),
  )
}

/** The first file of a type that a file refers to. */
export const relatedTo = (files: Package, part: string, type: string): string | undefined =>
  relationshipsOf(files, part)
    .values()
    .find((each) => each.type === type)?.target

/** The path of the file that the others belong to, such as word/document.xml. */
export function mainPart(files: Package): string {
  const part = relatedTo(files, '', 'officeDocument')
  if (part === undefined) throw damaged()
  return part
}

/** Which kind of document it is; undefined for none that can be checked. */
export function openXmlKind(files: Package): PackedKind | undefined {
  const main = mainPart(files)
  const type = childrenOf(files.xml('[Content_Types].xml'), 'Override')
    .filter((each) => attribute(each, 'PartName') === `/${main}`)
    .map((each) => attribute(each, 'ContentType'))[0]
  // With macros inside, the type of the main part is another.
  const withMacros: Partial<Record<string, PackedKind>> = {
    'application/vnd.ms-word.document.macroEnabled.main+xml': 'docx',
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml': 'xlsx',
    'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml': 'pptx',
  }
  if (type === undefined) return undefined
  return (
    withMacros[type] ??
    (['docx', 'xlsx', 'pptx'] as const).find((name) => `${kinds[name].mediaType}.main+xml` === type)
  )
}

export const openXmlHasMacros = (files: Package): boolean =>
  files.paths.values().some((path) => /(?:^|\/)vbaProject\.bin$/i.test(path))

/** What the document says about itself. */
export function coreProperties(files: Package) {
  const path = relatedTo(files, '', 'core-properties')
  const root = path === undefined ? undefined : files.xml(path)
  const title = textOf(childOf(root, 'dc:title')).trim()
  return {
    title: title === '' ? undefined : title,
    language: languageTag(textOf(childOf(root, 'dc:language'))),
  }
}

/**
 * Whether the properties of a picture (wp:docPr, p:cNvPr, xdr:cNvPr) describe it or mark it as
 * decoration ([MS-ODRAWXML], adec:decorative).
 */
export function isDescribed(properties: XmlElement | undefined): boolean {
  if (properties === undefined) return false
  if (describes(attribute(properties, 'descr'))) return true
  return inside(properties, 'adec:decorative').some((each) => saysYes(attribute(each, 'val')))
}
