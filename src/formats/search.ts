import { kindOf, pageKind, type Kind } from '../document/kinds.ts'
import type { Publication } from '../document/library.ts'
import type { NodeOf } from '../document/vocabulary.ts'
import { partEnd, textEnd } from './search-marks.ts'
import { write, type Format, type Writers } from './writers.ts'

/** A publication as the search index takes it in (src/search/make-index.ts). */
export interface SearchRecord {
  address: string
  /** The day that it is dated; empty for pages of the site itself. */
  published: string
  /** False for what was withdrawn: its page stays, but no search leads to it. */
  listed: boolean
  /** A small web page in the markup of Pagefind. */
  html: string
}

/**
 * What is searched: the words of the web page without their marks, in the order in which they
 * weigh. What the site says round every text comes last and weighs little. A heading with an id is
 * a part that a result can lead to; `end` is where such a part is over.
 * It is no format that readers are offered; it is written and kept like one.
 */
export const searchRecord: Format<string> = {
  name: 'search record',
  ending: '.search',
  write: (publication) => JSON.stringify(recordOf(publication)),
}

const end = `<i id="${partEnd}"></i>`
const ownEnd = `<i id="${textEnd}"></i>`

/** Pagefind's weights go up to 10; a heading of the second level has 6, plain text 1. */
const weight = { title: 10, repeated: 0.5, surroundings: 0.1 }

function recordOf(publication: Publication): SearchRecord {
  const { address, data, tree } = publication
  const published = 'published' in data ? data.published : ''
  const own = tree.filter((node) => node.type !== 'titleBlock' && !isSurroundings(node))
  const surroundings = tree.filter((node) => node.type === 'titleBlock' || isSurroundings(node))
  const kind = kindOf(publication)
  const filters = {
    lang: [data.lang],
    topic: 'topics' in data ? data.topics : [],
    person: 'people' in data ? data.people : [],
    body: 'organisations' in data ? data.organisations : 'from' in data ? data.from : [],
  }
  // The page of a person, body or topic says again what publications say.
  const again = publication.collection === 'pages' && publication.data.kind !== ''
  const words = again ? lighter(writeAll(own)) : writeAll(own)
  const around = `${ownEnd}<div data-pagefind-weight="${weight.surroundings}">${withoutIds(writeAll(surroundings))}</div>`
  const page = { address, published, kind, title: data.title, summary: data.summary }
  return {
    address,
    published,
    listed: !('withdrawn' in data && data.withdrawn),
    html: recordPage(page, filters, words + around),
  }
}

/**
 * The record of a page of the site that is no publication, such as the form.
 *
 * @param words what stands on it, as HTML without tags
 */
export function recordOfMadePage(
  page: { address: string; title: string; summary: string },
  words: string,
): string {
  const known = { ...page, published: '', kind: pageKind('') }
  const record: SearchRecord = {
    address: page.address,
    published: '',
    listed: true,
    html: recordPage(known, {}, block(words) + ownEnd),
  }
  return JSON.stringify(record)
}

interface RecordFacts {
  published: string
  kind: Kind
  title: string
  summary: string
}

function recordPage(
  { published, kind, title, summary }: RecordFacts,
  filters: Record<string, readonly string[]>,
  inside: string,
): string {
  const meta = { date: published, kind: kind.words, summary }
  const allFilters = {
    kind: [kind.id],
    year: published === '' ? [] : [published.slice(0, 4)],
    ...filters,
  }
  const facts = [
    ...Object.entries(meta).map(([name, value]) => fact('meta', name, value)),
    ...Object.entries(allFilters).flatMap(([name, values]) =>
      values.map((value) => fact('filter', name, value)),
    ),
    // Results in the order of a day leave out what has none.
    fact('sort', 'date', published === '' ? '0000-00-00' : published),
  ]
  return `<html lang="en"><body>${facts.join('')}<h1 data-pagefind-weight="${weight.title}">${escape(title)}</h1>${inside}</body></html>`
}

/** What the site puts under every text: the offer of formats, who is named, about the page. */
const isSurroundings = (node: NodeOf): boolean =>
  node.type === 'section' && (node.variant === 'aside' || node.id === 'accessible-formats')

/** A result never leads to these parts. Quotes in the words are escaped, so this is no word. */
const withoutIds = (html: string): string => html.replace(/ id="[^"]*"/g, '')

const fact = (type: 'meta' | 'filter' | 'sort', name: string, value: string): string =>
  `<i data-pagefind-${type}="${name}[data-value]" data-value="${escape(value)}"></i>`

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const writeAll = (nodes: readonly NodeOf[]): string =>
  nodes.map((node) => write(writers, node)).join('')

const lighter = (html: string): string =>
  `<div data-pagefind-weight="${weight.repeated}">${html}</div>`
const words = ({ children }: { children: readonly NodeOf[] }): string => writeAll(children)
const block = (inside: string): string => (inside === '' ? '' : `<p>${inside}</p>`)
const part = (depth: number, id: string, heading: string, inside: string): string =>
  `<h${depth} id="${escape(id)}">${heading}</h${depth}>${inside}`

const writers: Writers<string> = {
  text: ({ value }) => escape(value),
  emphasis: words,
  strong: words,
  inlineCode: ({ value }) => escape(value),
  break: () => ' ',
  link: words,
  phrase: words,
  date: ({ value }) => escape(value),
  noteMark: words,
  documentLink: (node) =>
    `${words(node)}${node.details === '' ? '' : ` (${escape(node.details)})`}`,

  paragraph: (node) => block(words(node)),
  heading: (node) => part(node.depth, node.id, words(node), ''),
  list: words,
  listItem: words,
  blockquote: words,
  code: ({ value }) => block(escape(value)),
  thematicBreak: () => '',
  passage: words,
  figure: ({ picture, caption = '', credit = '' }) =>
    [picture.alt, caption, credit].map((each) => block(escape(each))).join(''),
  table: ({ caption, header, rows }) =>
    [block(escape(caption)), ...[header, ...rows].flat().map((cell) => block(words(cell)))].join(
      '',
    ),
  quotation: (node) => `${part(5, node.id, writeAll(node.attribution.words), words(node))}${end}`,
  // Their own place is the plan, where each is a part.
  commitments: (node) => lighter(words(node)),
  commitment: words,

  // The title itself stands above the text.
  titleBlock: ({ kind, details }) =>
    `${block(escape(kind))}${details.map((line) => block(writeAll(line))).join('')}`,
  // Its words are those of the headings.
  contents: () => '',
  notice: (node) => `${block(escape(node.heading))}${words(node)}`,
  section: (node) => part(node.depth, node.id, writeAll(node.heading), words(node)),
  facts: ({ items }) =>
    items.map((item) => block(`${escape(item.term)}: ${writeAll(item.description)}`)).join(''),
  timeline: words,
  timelineStep: (node) => `${block(writeAll(node.when))}${words(node)}`,
  note: (node) => `${part(5, node.id, escape(node.title), words(node))}${end}`,
}
