import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { directionOf } from '../../document/languages.ts'
import type { Publication } from '../../document/library.ts'
import { ContentError, type Problem } from '../../document/problems.ts'
import type { ContentsItem, Inline, NodeOf } from '../../document/vocabulary.ts'
import { everyNode, partsOf, wordsOf } from '../../document/walk.ts'
import { absolute } from '../addresses.ts'
import { HtmlWriter } from '../html.ts'
import { figuresOf, PackedPictures, type PackedPicture, unshownPictures } from '../pictures.ts'
import { publisher } from '../publisher.ts'
import { pictureProblems, socialPictureInWords } from '../social-picture-words.ts'
import type { Format, FormatContext } from '../writers.ts'
import { escape, quoted, xmlProblems } from '../xml.ts'
import { packFiles } from '../zip.ts'
import { coverSize, drawCover } from './cover.ts'

/**
 * EPUB 3.3 (https://www.w3.org/TR/epub-33/): a cover, the publication as one chapter, and a list
 * of its headings, with the metadata of EPUB Accessibility 1.1. It makes no claim of conformance:
 * that is the publisher's to make.
 */
export const epub: Format<Uint8Array<ArrayBuffer>> = {
  name: 'EPUB',
  ending: '.epub',
  problems: (publication, context) => [
    ...xmlProblems(publication, 'EPUB'),
    ...unwritableLinks(publication, context),
    // What every reading system shows (EPUB 3.3, section 3.2).
    ...unshownPictures(publication, context, 'EPUB', ['png', 'jpg', 'gif', 'webp', 'svg']),
    ...pictureProblems(publication, context.site.name),
  ],
  write: (publication, context) => {
    const problems = epub.problems?.(publication, context) ?? []
    if (problems.length > 0) throw new ContentError(problems)
    const packed = new PackedPictures(context, (number) => `picture-${number}`)
    const writer = writerFor(publication, context, packed)
    const text = chapter(publication, writer)
    const pictures = packed.all
    const files = {
      'META-INF/container.xml': container,
      'EPUB/package.opf': packageOf(publication, context, pictures),
      'EPUB/nav.xhtml': navigation(publication, writer),
      'EPUB/cover.xhtml': cover(publication, context, writer),
      'EPUB/text.xhtml': text,
      'EPUB/style.css': style,
      'EPUB/cover.png': drawCover(publication, context.site),
      ...Object.fromEntries(pictures.map(({ path, bytes }) => [`EPUB/${path}`, bytes])),
    }
    return packFiles(files, 'application/epub+zip')
  },
}

const style = readFileSync(join(import.meta.dirname, 'epub.css'), 'utf8')

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`

// Problems

function unwritableLinks({ tree, file, address }: Publication, { siteUrl }: FormatContext) {
  return [...everyNode(tree)].flatMap((node): Problem[] => {
    if (node.type !== 'link' && node.type !== 'documentLink') return []
    if (URL.canParse(node.address, `${siteUrl}${address}`)) return []
    const place = node.place ?? { file, line: 1, column: 1 }
    const what = `The address ${node.address} cannot be linked to in EPUB: it is no URL.`
    return [{ level: 'error', ...place, what, mend: 'Copy the whole address from a browser.' }]
  })
}

// Pages

function writerFor(
  { address }: Publication,
  { siteUrl }: FormatContext,
  pictures: PackedPictures,
): HtmlWriter {
  const page = `${siteUrl}${address}`
  return new HtmlWriter({
    // As a browser reads it: an EPUB may hold no address with, say, a space in it.
    address: (to) =>
      to.startsWith('#') ? to : (URL.parse(absolute(siteUrl, to))?.href ?? `${page}${to}`),
    picture: (src) => pictures.pack(src).path,
    page,
    book: true,
  })
}

function document(
  { data: { lang, title } }: Publication,
  writer: HtmlWriter,
  { body, type }: { body: string; type: string },
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${writer.inLanguage(lang)}>
<head>
<title>${escape(title)}</title>
<link rel="stylesheet" href="style.css"/>
</head>
<body${type}>
${body}
</body>
</html>
`
}

const chapter = (publication: Publication, writer: HtmlWriter): string =>
  document(publication, writer, {
    type: ' epub:type="bodymatter"',
    body: `<main>${writer.all(publication.tree)}</main>`,
  })

function cover(publication: Publication, context: FormatContext, writer: HtmlWriter): string {
  const words = socialPictureInWords.write(publication, context)
  const size = `width="${coverSize.width}" height="${coverSize.height}"`
  return document(publication, writer, {
    type: ' epub:type="cover" class="cover"',
    body: `<img src="cover.png" alt=${quoted(words)} role="doc-cover" ${size}/>`,
  })
}

function navigation(publication: Publication, writer: HtmlWriter): string {
  const { tree, data } = publication
  const parts = writer.contents(nested([...headingsOf(tree)]), 'text.xhtml')
  const notes = tree.find((node) => node.type === 'section' && node.variant === 'notes')
  const endnotes =
    notes?.type === 'section'
      ? `<li><a epub:type="endnotes" href="text.xhtml#${notes.id}">${writer.all(wordsOf(notes.heading))}</a></li>`
      : ''
  const english = data.lang.startsWith('en') ? '' : writer.inLanguage('en-GB')
  return document(publication, writer, {
    type: '',
    body: `<nav epub:type="toc" role="doc-toc" aria-labelledby="toc"><h1 id="toc"${english}>Contents</h1><ol><li><a href="text.xhtml">${escape(data.title)}</a>${parts}</li></ol></nav>
<nav epub:type="landmarks" aria-labelledby="landmarks" hidden="hidden"><h2 id="landmarks"${english}>Landmarks</h2><ol><li><a epub:type="cover" href="cover.xhtml"${english}>Cover</a></li><li><a epub:type="bodymatter" href="text.xhtml">${escape(data.title)}</a></li>${endnotes}</ol></nav>`,
  })
}

interface Heading {
  depth: number
  item: ContentsItem
}

/** Every heading below the title, but a notice's: it stands right under the title. */
function* headingsOf(nodes: readonly NodeOf[], lang?: string): Generator<Heading> {
  for (const node of nodes) {
    if (node.type === 'section' || node.type === 'heading') {
      const plain = wordsOf(node.type === 'section' ? node.heading : node.children)
      const words: Inline[] =
        lang === undefined ? plain : [{ type: 'phrase', lang, children: plain }]
      yield { depth: node.depth, item: { id: node.id, words, items: [] } }
    }
    yield* headingsOf(partsOf(node), node.type === 'passage' ? node.lang : lang)
  }
}

function nested(headings: readonly Heading[]): ContentsItem[] {
  const top: ContentsItem[] = []
  const open: { depth: number; items: ContentsItem[] }[] = []
  for (const { depth, item } of headings) {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const items = open.at(-1)?.items ?? top
    items.push(item)
    open.push({ depth, items: item.items })
  }
  return top
}

// The package document

function packageOf(
  publication: Publication,
  context: FormatContext,
  pictures: readonly PackedPicture[],
): string {
  const { tree, data } = publication
  const { lang, title } = data
  const { site } = context
  const address = `${context.siteUrl}${publication.address}`
  const { from, owner = site.name } = publisher(tree)
  const published = 'published' in data ? data.published : undefined
  const changed = data.updatedAt ?? ('publishedAt' in data ? data.publishedAt : undefined)
  const fromTheRight = directionOf(lang) === 'rtl'
  const direction = fromTheRight ? ' dir="rtl"' : ''
  const english = ' xml:lang="en-GB"'
  const lines = [
    `<dc:identifier id="address">${escape(address)}</dc:identifier>`,
    `<dc:title${direction}>${escape(title)}</dc:title>`,
    `<dc:language>${lang}</dc:language>`,
    `<dc:publisher>${escape(from ?? owner)}</dc:publisher>`,
    `<dc:rights xml:lang=${quoted(site.lang)}>${escape(site.disclaimer)}</dc:rights>`,
    `<dc:description${direction}>${escape(data.summary)}</dc:description>`,
    ...(published === undefined ? [] : [`<dc:date>${published}</dc:date>`]),
    `<dc:source>${escape(address)}</dc:source>`,
    // A page of the site itself has no moment, and is offered as no EPUB.
    meta('dcterms:modified', changed ?? '1980-01-01T00:00:00Z'),
    ...accessibility(publication, pictures).map(([property, value]) =>
      property === 'schema:accessibilitySummary'
        ? meta(property, value, english)
        : meta(property, value),
    ),
  ]
  const items = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>',
    '<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    '<item id="cover-picture" href="cover.png" media-type="image/png" properties="cover-image"/>',
    ...pictures.map(
      ({ number, path, mediaType }) =>
        `<item id="picture-${number}" href="${path}" media-type="${mediaType}"/>`,
    ),
  ]
  const progression = fromTheRight ? ' page-progression-direction="rtl"' : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="address" xml:lang=${quoted(lang)}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${lines.join('\n')}
</metadata>
<manifest>
${items.join('\n')}
</manifest>
<spine${progression}>
<itemref idref="cover"/>
<itemref idref="text"/>
</spine>
</package>
`
}

const meta = (property: string, value: string, attributes = ''): string =>
  `<meta property="${property}"${attributes}>${escape(value)}</meta>`

/** Moving pictures are GIF at most times, and can be WebP and SVG. */
const mayMove = ['image/gif', 'image/svg+xml', 'image/webp']

/**
 * What library catalogues and reading systems say of the book (EPUB Accessibility 1.1, section 2).
 * The cover does not count as something to be seen: it says what the title says.
 */
function accessibility(
  { tree }: Publication,
  pictures: readonly PackedPicture[],
): [property: string, value: string][] {
  const figures = figuresOf(tree)
  const shown = figures.some(({ picture }) => picture.alt !== '')
  const moving = pictures.some(({ mediaType }) => mayMove.includes(mediaType))
  const features = ['structuralNavigation', 'tableOfContents', 'readingOrder', 'alternativeText']
  const summary = [
    'It was made by program from the text of the web page. It can be read as text alone.',
    'Headings, lists, tables, quotations, notes and changes of language are marked, the contents and the notes are linked,',
    shown
      ? 'each picture that says something is described in words, and size, font, spacing and colours can be changed.'
      : 'and size, font, spacing and colours can be changed.',
    'No person has checked this copy.',
  ]
  return [
    ['schema:accessMode', 'textual'],
    ...(shown ? [['schema:accessMode', 'visual'] satisfies [string, string]] : []),
    ['schema:accessModeSufficient', 'textual'],
    ...(shown
      ? [['schema:accessModeSufficient', 'textual,visual'] satisfies [string, string]]
      : []),
    ...[...features, 'displayTransformability'].map((feature): [string, string] => [
      'schema:accessibilityFeature',
      feature,
    ]),
    ['schema:accessibilityHazard', moving ? 'unknown' : 'none'],
    ['schema:accessibilitySummary', summary.join(' ')],
  ]
}
