import type { Publication } from '../../document/library.ts'
import type { PackedPicture } from '../pictures.ts'
import { publisher } from '../publisher.ts'
import type { FormatContext } from '../writers.ts'
import { xmlFile } from '../xml.ts'
import { packFiles } from '../zip.ts'
import { language, val, w, wordPart, xml, type Xml } from './markup.ts'
import type { Link } from './links.ts'
import { footerId } from './page.ts'
import { pictureId } from './pictures.ts'
import { writeNumbering, writeStyles, type NumberedList } from './styles.ts'

/* The package of a Word document (ECMA-376, part 2): its parts, and what is known about it. */

/** What a publication is as a Word document. */
export interface DocumentParts {
  /** word/document.xml, and what it refers to. */
  document: string
  links: readonly Link[]
  lists: readonly NumberedList[]
  /** Their paths are from word/ on. */
  pictures: readonly PackedPicture[]
  /** word/footer.xml, and what it refers to. */
  footer: string
  footerLinks: readonly Link[]
}

/** Packs the parts, which depend on nothing but the publication. */
export function packDocument(
  parts: DocumentParts,
  publication: Publication,
  context: FormatContext,
): Uint8Array<ArrayBuffer> {
  const { lang } = publication.data
  return packFiles({
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships(packageRelationships),
    'docProps/core.xml': coreProperties(publication, context),
    'docProps/app.xml': appProperties(publication, context),
    'docProps/custom.xml': customProperties(publication, context),
    'word/document.xml': parts.document,
    'word/_rels/document.xml.rels': relationships([
      ...ownRelationships,
      ...parts.links.map(toAddress),
      ...parts.pictures.map(toPicture),
    ]),
    'word/footer.xml': parts.footer,
    'word/_rels/footer.xml.rels': relationships(parts.footerLinks.map(toAddress)),
    'word/styles.xml': writeStyles(lang),
    'word/numbering.xml': writeNumbering(parts.lists),
    'word/settings.xml': settings(lang),
    ...Object.fromEntries(parts.pictures.map(({ path, bytes }) => [`word/${path}`, bytes])),
  })
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const documentProperties = 'application/vnd.openxmlformats-officedocument'

function contentTypes(): string {
  const byEnding = {
    rels: 'application/vnd.openxmlformats-package.relationships+xml',
    xml: 'application/xml',
    png: 'image/png',
    jpg: 'image/jpeg',
    gif: 'image/gif',
  }
  const byPart = {
    '/word/document.xml': `${word}.document.main+xml`,
    '/word/styles.xml': `${word}.styles+xml`,
    '/word/numbering.xml': `${word}.numbering+xml`,
    '/word/settings.xml': `${word}.settings+xml`,
    '/word/footer.xml': `${word}.footer+xml`,
    '/docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
    '/docProps/app.xml': `${documentProperties}.extended-properties+xml`,
    '/docProps/custom.xml': `${documentProperties}.custom-properties+xml`,
  }
  return xmlFile(
    xml(
      'Types',
      { xmlns: `${packages}/content-types` },
      Object.entries(byEnding).map(([Extension, ContentType]) =>
        xml('Default', { Extension, ContentType }),
      ),
      Object.entries(byPart).map(([PartName, ContentType]) =>
        xml('Override', { PartName, ContentType }),
      ),
    ),
  )
}

const relationship = (Id: string, Type: string, Target: string, isOutside = false): Xml =>
  xml('Relationship', { Id, Type, Target, ...(isOutside && { TargetMode: 'External' }) })

const relationships = (all: readonly Xml[]): string =>
  xmlFile(xml('Relationships', { xmlns: `${packages}/relationships` }, all))

const packageRelationships = [
  relationship('document', `${office}/relationships/officeDocument`, 'word/document.xml'),
  relationship('core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  relationship('app', `${office}/relationships/extended-properties`, 'docProps/app.xml'),
  relationship('custom', `${office}/relationships/custom-properties`, 'docProps/custom.xml'),
]

const ownRelationships = [
  ...['styles', 'numbering', 'settings'].map((name) =>
    relationship(name, `${office}/relationships/${name}`, `${name}.xml`),
  ),
  relationship(footerId, `${office}/relationships/footer`, 'footer.xml'),
]

const toAddress = ({ id, address }: Link): Xml =>
  relationship(id, `${office}/relationships/hyperlink`, address, true)

const toPicture = (picture: PackedPicture): Xml =>
  relationship(pictureId(picture), `${office}/relationships/image`, picture.path)

function publisherOf({ tree }: Publication, { site }: FormatContext): string {
  const { from, owner = site.name } = publisher(tree)
  return from ?? owner
}

function coreProperties(publication: Publication, context: FormatContext): string {
  const { data, address } = publication
  const { created, modified } = datesOf(publication)
  const creator = publisherOf(publication, context)
  const moment = (name: string, value: string | undefined) =>
    value === undefined
      ? undefined
      : xml(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, value)
  return xmlFile(
    xml(
      'cp:coreProperties',
      {
        'xmlns:cp': `${packages}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      xml('dc:title', {}, data.title),
      xml('dc:creator', {}, creator),
      xml('dc:description', {}, data.summary),
      xml('dc:identifier', {}, `${context.siteUrl}${address}`),
      xml('dc:language', {}, data.lang),
      xml('cp:lastModifiedBy', {}, creator),
      moment('created', created),
      moment('modified', modified),
    ),
  )
}

/** The publication's own dates, as the date-times of W3CDTF that Word expects. */
function datesOf({ data }: Publication): { created?: string; modified?: string } {
  const created = 'published' in data ? `${data.published}T00:00:00Z` : undefined
  const { updatedAt } = data
  const modified =
    updatedAt === undefined ? created : new Date(updatedAt).toISOString().replace(/\.\d+/, '')
  return { ...(created && { created }), ...(modified && { modified }) }
}

const appProperties = (publication: Publication, context: FormatContext): string =>
  xmlFile(
    xml(
      'Properties',
      { xmlns: `${office}/extended-properties` },
      xml('Company', {}, publisherOf(publication, context)),
    ),
  )

/** Properties that Word shows as “Custom”; the core ones have no place for them. */
function customProperties(publication: Publication, context: FormatContext): string {
  const properties = {
    Publisher: publisherOf(publication, context),
    Rights: context.site.disclaimer,
    Source: `${context.siteUrl}${publication.address}`,
  }
  return xmlFile(
    xml(
      'Properties',
      {
        xmlns: `${office}/custom-properties`,
        'xmlns:vt': `${office}/docPropsVTypes`,
      },
      Object.entries(properties).map(([name, value], index) =>
        // The format id is that of all custom properties, and their numbers begin at 2
        // (ECMA-376, part 1, section 22.3.2.2).
        xml(
          'property',
          { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name },
          xml('vt:lpwstr', {}, value),
        ),
      ),
    ),
  )
}

function settings(lang: string): string {
  const compatibility = (name: string, value: number) =>
    w('compatSetting', { name, uri: 'http://schemas.microsoft.com/office/word', val: value })
  return wordPart(
    w(
      'settings',
      {},
      val('defaultTabStop', 720),
      w('autoHyphenation', { val: 0 }),
      val('characterSpacingControl', 'doNotCompress'),
      // Without this Word says “Compatibility Mode” and lays out as Word 2007 did.
      w(
        'compat',
        {},
        compatibility('compatibilityMode', 15),
        compatibility('overrideTableStyleFontSizeAndJustification', 1),
        compatibility('enableOpenTypeFeatures', 1),
        compatibility('doNotFlipMirrorIndents', 1),
      ),
      language('themeFontLang', lang),
      val('decimalSymbol', '.'),
      val('listSeparator', ','),
    ),
    ['w'],
  )
}
