import { x } from 'xastscript'
import { publisher } from '../publisher.ts'
import { xmlFile } from '../xml.ts'
import type { Format, Paged } from '../writers.ts'
import { braillePages } from './braille.ts'
import { lineLength } from './lines.ts'
import { pageLength } from './pages.ts'
import { brailleProblems } from './problems.ts'

/**
 * Portable Embosser Format 1.0: the pages of the contracted BRF as cells of Unicode, so that they
 * are the same on every embosser, with what a library wants to know about them.
 * https://braillespecs.github.io/pef/pef-specification.html
 */
export const pef: Format<Paged> = {
  name: 'braille (PEF)',
  ending: '.pef',
  problems: brailleProblems,
  write: (publication, context) => {
    const { address, data, tree } = publication
    const { from, owner } = publisher(tree)
    const pages = braillePages(publication, 'contracted', context)
    const meta = x('meta', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
      x('dc:format', 'application/x-pef+xml'),
      x('dc:identifier', `${context.siteUrl}${address.slice(0, -1)}.pef`),
      x('dc:title', data.title),
      ...[from ?? owner].flatMap((name) =>
        name === undefined ? [] : [x('dc:creator', name), x('dc:publisher', name)],
      ),
      x('dc:language', data.lang),
      ...('published' in data ? [x('dc:date', data.published)] : []),
      x('dc:description', data.summary),
      x('dc:source', `${context.siteUrl}${address}`),
      x('dc:rights', context.site.disclaimer),
    ])
    const size = { cols: lineLength, rows: pageLength, rowgap: 0 }
    const volume = x('volume', { ...size, duplex: 'false' }, [
      x(
        'section',
        pages.map((lines) =>
          x(
            'page',
            lines.map((line) => x('row', line)),
          ),
        ),
      ),
    ])
    const root = x('pef', { version: '2008-1', xmlns: 'http://www.daisy.org/ns/2008/pef' }, [
      x('head', [meta]),
      x('body', [volume]),
    ])
    return { body: `${xmlFile(root)}\n`, pages: pages.length }
  },
}
