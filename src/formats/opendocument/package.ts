import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Publication } from '../../document/library.ts'
import type { PackedPicture } from '../pictures.ts'
import { publisher } from '../publisher.ts'
import { shortened } from '../wording.ts'
import type { FormatContext } from '../writers.ts'
import { xmlFile } from '../xml.ts'
import { packFiles } from '../zip.ts'
import { namespaces } from './markup.ts'
import { stylesOf } from './styles.ts'

/* The package of an OpenDocument text (1.3, part 2): its files, and what is known about it. */

/** What a publication is as OpenDocument text. */
export interface DocumentParts {
  /** The root element of content.xml. */
  content: Element
  pictures: readonly PackedPicture[]
}

const mediaType = 'application/vnd.oasis.opendocument.text'

/** Packs the parts, which depend on nothing but the publication. */
export function packDocument(
  { content, pictures }: DocumentParts,
  publication: Publication,
  context: FormatContext,
): Uint8Array<ArrayBuffer> {
  const { data, address } = publication
  const foot = {
    title: shortened(data.title),
    address: `${context.siteUrl}${address}`,
    siteLang: context.site.lang,
  }
  const files = {
    'META-INF/manifest.xml': xmlFile(manifest(pictures)),
    'content.xml': xmlFile(content),
    'styles.xml': xmlFile(stylesOf(data.lang, foot)),
    'meta.xml': xmlFile(metadata(publication, context)),
    ...Object.fromEntries(pictures.map(({ path, bytes }) => [path, bytes])),
  }
  return packFiles(files, mediaType)
}

function manifest(pictures: readonly PackedPicture[]): Element {
  const entry = (path: string, type: string, attributes = {}) =>
    x('manifest:file-entry', {
      'manifest:full-path': path,
      'manifest:media-type': type,
      ...attributes,
    })
  return x(
    'manifest:manifest',
    {
      'xmlns:manifest': 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0',
      'manifest:version': '1.3',
    },
    entry('/', mediaType, { 'manifest:version': '1.3' }),
    ...['content.xml', 'styles.xml', 'meta.xml'].map((path) => entry(path, 'text/xml')),
    ...pictures.map(({ path, mediaType }) => entry(path, mediaType)),
  )
}

/** OpenDocument has no elements for the publisher, the rights and the address. */
function metadata({ tree, data, address }: Publication, { site, siteUrl }: FormatContext): Element {
  const { from, owner = from } = publisher(tree)
  const userDefined = (name: string, words: string) =>
    x('meta:user-defined', { 'meta:name': name, 'meta:value-type': 'string' }, words)
  return x('office:document-meta', { ...namespaces, 'office:version': '1.3' }, [
    x('office:meta', [
      x('meta:generator', site.name),
      x('dc:title', data.title),
      x('dc:description', data.summary),
      ...(owner === undefined ? [] : [x('meta:initial-creator', owner), x('dc:creator', owner)]),
      ...('published' in data ? [x('meta:creation-date', `${data.published}T00:00:00`)] : []),
      ...('updatedAt' in data ? [x('dc:date', data.updatedAt)] : []),
      x('dc:language', data.lang),
      ...(owner === undefined ? [] : [userDefined('Publisher', owner)]),
      userDefined('Rights', site.disclaimer),
      userDefined('Address', `${siteUrl}${address}`),
    ]),
  ])
}
