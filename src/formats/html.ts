import type { Attribution, Cell, ContentsItem, NodeOf, NoteBack } from '../document/vocabulary.ts'
import { counted } from '../document/nodes.ts'
import { write, type Format, type Writers } from './writers.ts'

/**
 * The web page: what stands inside its <article>.
 * `data-furniture` marks ways through the page that are no words of the publication; the parity
 * test leaves them out.
 */
export const html: Format = {
  name: 'web page',
  extension: 'html',
  write: ({ tree }) => writeAll(tree),
}

const writeAll = (nodes: readonly NodeOf[]): string =>
  nodes.map((node) => write(writers, node)).join('')

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const quoted = (text: string): string => `"${escape(text).replaceAll('"', '&quot;')}"`

const element = (name: string, children: readonly NodeOf[], attributes = ''): string =>
  `<${name}${attributes}>${writeAll(children)}</${name}>`

/** `dir` as well as `lang`: a browser does not take the direction from the language. */
function inLanguage(lang: string): string {
  const { direction } = new Intl.Locale(lang).getTextInfo()
  return ` lang=${quoted(lang)}${direction === 'rtl' ? ' dir="rtl"' : ''}`
}

const writers: Writers<string> = {
  text: ({ value }) => escape(value),
  emphasis: ({ children }) => element('em', children),
  strong: ({ children }) => element('strong', children),
  inlineCode: ({ value }) => `<code>${escape(value)}</code>`,
  break: () => '<br>',
  link: ({ address, children }) => element('a', children, ` href=${quoted(address)}`),
  phrase: ({ lang, children }) => element('span', children, inLanguage(lang)),
  date: ({ date, value }) => `<time datetime="${date}">${escape(value)}</time>`,
  noteMark: ({ id, noteId, mark, about, children }) =>
    `${writeAll(children)}<a class="mark" id="${id}" href="#note-${noteId}" aria-label=${quoted(`Note: ${about}`)}>${escape(mark)}</a>`,
  documentLink: ({ address, details, children }) =>
    `<a href=${quoted(address)}>${writeAll(children)}${details === '' ? '' : ` (${escape(details)})`}</a>`,

  paragraph: ({ children }) => element('p', children),
  heading: ({ depth, id, children }) => element(`h${depth}`, children, ` id=${quoted(id)}`),
  list: ({ ordered, start, children }) =>
    element(ordered ? 'ol' : 'ul', children, ordered && start !== 1 ? ` start="${start}"` : ''),
  listItem: ({ children }) => element('li', children),
  blockquote: ({ children }) => element('blockquote', children),
  code: ({ value }) => `<pre><code>${escape(value)}</code></pre>`,
  thematicBreak: () => '<hr>',
  passage: ({ lang, children }) => element('div', children, inLanguage(lang)),
  figure: ({ picture: { src, alt, width, height }, caption, credit }) => {
    const words = [caption, credit === undefined ? undefined : `Picture: ${credit}`]
    const below = words
      .filter((part) => part !== undefined)
      .map(escape)
      .join('<br>')
    const image = `<img src=${quoted(src)} alt=${quoted(alt)} width="${width}" height="${height}">`
    return `<figure>${image}${below === '' ? '' : `<figcaption>${below}</figcaption>`}</figure>`
  },
  table: writeTable,
  quotation: ({ id, attribution, children }) => {
    const address = `<a href=${quoted(`#${id}`)}>Link to this quote by ${escape(attribution.name)}</a>`
    return `<figure class="quotation" id=${quoted(id)}><figcaption>${writeAttribution(attribution)}</figcaption>${element('blockquote', children)}<p data-furniture>${address}</p></figure>`
  },
  commitments: ({ plan, planTitle, children }) => {
    const words = `Follow the ${counted(children.length, 'action')} in the action plan “${planTitle}”`
    return `${element('ol', children, ' class="commitments"')}<p class="onward"><a href="/action-plans/${plan}/">${escape(words)}</a></p>`
  },
  commitment: ({ id, children }) => element('li', children, ` id="${id}"`),

  titleBlock: ({ title, kind, details }) => {
    const lines = [...(kind === '' ? [] : [escape(kind)]), ...details.map(writeAll)]
    const list = lines.map((line) => `<li>${line}</li>`).join('')
    return `<header class="title"><h1>${escape(title)}</h1>${list === '' ? '' : `<ul>${list}</ul>`}</header>`
  },
  contents: ({ id, items }) =>
    `<nav class="contents" aria-labelledby="${id}" data-furniture><h2 id="${id}">Contents</h2>${writeContents(items)}</nav>`,
  notice: ({ heading, children }) =>
    `<section class="notice"><h2>${escape(heading)}</h2>${writeAll(children)}</section>`,
  section: ({ id, depth, variant, heading, children }) =>
    `<section id="${id}"${variant === 'plain' ? '' : ` class="${variant}"`}>${element(`h${depth}`, heading)}${writeAll(children)}</section>`,
  facts: ({ items }) =>
    `<dl>${items.map(({ term, description }) => `<div><dt>${escape(term)}</dt>${element('dd', description)}</div>`).join('')}</dl>`,
  timeline: ({ children }) => element('ol', children, ' class="timeline"'),
  timelineStep: ({ when, workedOut, children }) =>
    `<li${workedOut ? ' class="worked-out"' : ''}>${element('p', when, ' class="when"')}${writeAll(children)}</li>`,
  note: ({ id, mark, title, backs, children }) => {
    const [first, ...rest] = children
    const opening = first?.type === 'paragraph' ? writeAll(first.children) : ''
    const others = first?.type === 'paragraph' ? rest : children
    const runIn = `<strong>${escape(title)}${/[.?!]$/.test(title) ? '' : '.'}</strong>`
    return `<div class="note" id="${id}"><p><span class="mark">${escape(mark)}</span> ${runIn} ${opening}</p>${writeAll(others)}${backs.map(writeBack).join('')}</div>`
  },
}

const writeContents = (items: readonly ContentsItem[]): string =>
  items.length === 0
    ? ''
    : `<ol>${items.map(({ id, words, items }) => `<li>${element('a', words, ` href=${quoted(`#${id}`)}`)}${writeContents(items)}</li>`).join('')}</ol>`

const writeBack = ({ markId, label }: NoteBack): string =>
  `<p data-furniture><a href="#${markId}">${escape(label)}</a></p>`

/** The words of the attribution, with the name set apart for the eye. */
function writeAttribution({ words, name }: Attribution): string {
  const pattern = new RegExp(`<[^>]*>|${RegExp.escape(escape(name))}`, 'g')
  let bold = false
  return writeAll(words).replace(pattern, (found) => {
    if (bold || found.startsWith('<')) return found
    bold = true
    return `<b>${found}</b>`
  })
}

/** A wide table scrolls inside a region that keys can reach (WCAG 2.1.1); the page never does. */
function writeTable({ caption, rowHeaders, header, rows }: NodeOf<'table'>): string {
  const cell = (name: string, { children }: Cell, attributes = '') =>
    element(name, children, attributes)
  const head = header.map((each) => cell('th', each, ' scope="col"')).join('')
  const body = rows.map((row) => {
    const cells = row.map((each, index) =>
      rowHeaders && index === 0 ? cell('th', each, ' scope="row"') : cell('td', each),
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<section class="table" tabindex="0" aria-label=${quoted(caption)}><table><caption>${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></section>`
}
