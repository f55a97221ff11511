import { directionOf } from '../document/languages.ts'
import type { Attribution, Cell, ContentsItem, NodeOf, NoteBack } from '../document/vocabulary.ts'
import { linesUnderPicture, linesUnderTitle, partsOfNote, sentence, wayToPlan } from './wording.ts'
import { write, type Format, type Writers } from './writers.ts'
import { escape, quoted } from './xml.ts'

/** In what the kinds of HTML differ that a publication is written as. */
export interface HtmlKind {
  /** Where a link leads, by its address in the tree. */
  address: (address: string) => string
  /** Where a picture is, by its address on the site. */
  picture: (src: string) => string
  /** What stands before `#` in the way to a quotation, which readers pass on. */
  page: string
  /** Whether it is a chapter of an EPUB: XHTML, which says what its parts are in a book. */
  book: boolean
}

/**
 * The web page: what stands inside its <article>.
 * `data-furniture` marks ways through the page that are no words of the publication; the parity
 * test leaves them out.
 */
export const html: Format<string> = {
  name: 'web page',
  ending: '.html',
  write: ({ tree }) => page.all(tree),
}

/** A publication as HTML, with a writer for each node of the vocabulary. */
export class HtmlWriter {
  readonly #kind: HtmlKind

  constructor(kind: HtmlKind) {
    this.#kind = kind
  }

  all(nodes: readonly NodeOf[]): string {
    return nodes.map((node) => write(this.#writers, node)).join('')
  }

  /** The attributes of a part in a language; a browser does not take the direction from `lang`. */
  inLanguage(lang: string): string {
    const tag = quoted(lang)
    return `${this.#inBook(` xml:lang=${tag}`)} lang=${tag}${directionOf(lang) === 'rtl' ? ' dir="rtl"' : ''}`
  }

  /** What only a book has: its roles, as EPUB Accessibility Techniques 1.1 and DPUB-ARIA 1.1 name them. */
  #inBook(attributes: string): string {
    return this.#kind.book ? attributes : ''
  }

  #element(name: string, children: readonly NodeOf[], attributes = ''): string {
    return `<${name}${attributes}>${this.all(children)}</${name}>`
  }

  /** An element that has no end tag in HTML. */
  #empty(name: string, attributes = ''): string {
    return `<${name}${attributes}${this.#inBook('/')}>`
  }

  get #furniture(): string {
    return ` data-furniture${this.#inBook('=""')}`
  }

  readonly #writers: Writers<string> = {
    text: ({ value }) => escape(value),
    emphasis: ({ children }) => this.#element('em', children),
    strong: ({ children }) => this.#element('strong', children),
    inlineCode: ({ value }) => `<code>${escape(value)}</code>`,
    break: () => this.#empty('br'),
    link: ({ address, children }) =>
      this.#element('a', children, ` href=${quoted(this.#kind.address(address))}`),
    phrase: ({ lang, children }) => this.#element('span', children, this.inLanguage(lang)),
    date: ({ date, value }) => `<time datetime="${date}">${escape(value)}</time>`,
    noteMark: ({ id, noteId, mark, about, children }) => {
      const role = this.#inBook(' epub:type="noteref" role="doc-noteref"')
      return `${this.all(children)}<a class="mark" id="${id}" href="#note-${noteId}"${role} aria-label=${quoted(nameOfMark(mark, about))}>${escape(mark)}</a>`
    },
    documentLink: ({ address, details, children }) =>
      `<a href=${quoted(this.#kind.address(address))}>${this.all(children)}${details === '' ? '' : ` (${escape(details)})`}</a>`,

    paragraph: ({ children }) => this.#element('p', children),
    heading: ({ depth, id, children }) => this.#element(`h${depth}`, children, ` id=${quoted(id)}`),
    list: ({ ordered, start, children }) => {
      const from = ordered && start !== 1 ? ` start="${start}"` : ''
      return this.#element(ordered ? 'ol' : 'ul', children, from)
    },
    listItem: ({ children }) => this.#element('li', children),
    blockquote: ({ children }) => this.#element('blockquote', children),
    code: ({ value }) => `<pre><code>${escape(value)}</code></pre>`,
    thematicBreak: () => this.#empty('hr'),
    passage: ({ lang, children }) => this.#element('div', children, this.inLanguage(lang)),
    figure: (node) => {
      const { src, alt, width, height } = node.picture
      const below = linesUnderPicture(node).map(escape).join(this.#empty('br'))
      const address = quoted(this.#kind.picture(src))
      const size = ` width="${width}" height="${height}"`
      const image = this.#empty('img', ` src=${address} alt=${quoted(alt)}${size}`)
      return `<figure>${image}${below === '' ? '' : `<figcaption>${below}</figcaption>`}</figure>`
    },
    table: (node) => {
      const table = this.#table(node)
      // A wide table scrolls inside a region that keys can reach (WCAG 2.1.1); the page never does.
      // The pages of a book do not scroll.
      return this.#kind.book
        ? table
        : `<section class="table" tabindex="0" aria-label=${quoted(node.caption)}>${table}</section>`
    },
    quotation: ({ id, attribution, children }) => {
      const way = quoted(`${this.#kind.page}#${id}`)
      const words = `Link to this quote by ${escape(attribution.name)}`
      return `<figure class="quotation" id=${quoted(id)}><figcaption>${this.#attribution(attribution)}</figcaption>${this.#element('blockquote', children)}<p${this.#furniture}><a href=${way}>${words}</a></p></figure>`
    },
    commitments: (node) => {
      const { address, words } = wayToPlan(node)
      const way = `<a href=${quoted(this.#kind.address(address))}>${escape(words)}</a>`
      return `${this.#element('ol', node.children, ' class="commitments"')}<p class="onward">${way}</p>`
    },
    commitment: ({ id, children }) => this.#element('li', children, ` id="${id}"`),

    titleBlock: (node) => {
      const list = linesUnderTitle(node)
        .map((line) => this.#element('li', line))
        .join('')
      return `<header class="title"><h1>${escape(node.title)}</h1>${list === '' ? '' : `<ul>${list}</ul>`}</header>`
    },
    contents: ({ id, items }) =>
      `<nav class="contents" aria-labelledby="${id}"${this.#furniture}><h2 id="${id}">Contents</h2>${this.contents(items)}</nav>`,
    notice: ({ heading, children }) =>
      `<section class="notice"><h2>${escape(heading)}</h2>${this.all(children)}</section>`,
    section: ({ id, depth, variant, heading, children }) => {
      const look = variant === 'plain' ? '' : ` class="${variant}"`
      const role =
        variant === 'notes' ? this.#inBook(' epub:type="endnotes" role="doc-endnotes"') : ''
      return `<section id="${id}"${look}${role}>${this.#element(`h${depth}`, heading)}${this.all(children)}</section>`
    },
    facts: ({ items }) =>
      `<dl>${items.map(({ term, description }) => `<div><dt>${escape(term)}</dt>${this.#element('dd', description)}</div>`).join('')}</dl>`,
    timeline: ({ children }) => this.#element('ol', children, ' class="timeline"'),
    timelineStep: ({ when, workedOut, children }) =>
      `<li${workedOut ? ' class="worked-out"' : ''}>${this.#element('p', when, ' class="when"')}${this.all(children)}</li>`,
    note: (node) => {
      const { id, mark, title, backs } = node
      const { opening, others } = partsOfNote(node)
      const line = `<span class="mark">${escape(mark)}</span> <strong>${escape(sentence(title))}</strong> ${this.all(opening)}`
      const ways = backs.map((back) => this.#back(back)).join('')
      return `<div class="note" id="${id}"><p>${line}</p>${this.all(others)}${ways}</div>`
    },
  }

  /**
   * The ways to parts, in lists within lists.
   * @param file what stands before `#`, where the parts are in another file
   */
  contents(items: readonly ContentsItem[], file = ''): string {
    if (items.length === 0) return ''
    const ways = items.map(({ id, words, items }) => {
      const way = this.#element('a', words, ` href=${quoted(`${file}#${id}`)}`)
      return `<li>${way}${this.contents(items, file)}</li>`
    })
    return `<ol>${ways.join('')}</ol>`
  }

  #back({ markId, label }: NoteBack): string {
    const role = this.#inBook(' epub:type="backlink" role="doc-backlink"')
    return `<p${this.#furniture}><a href="#${markId}"${role}>${escape(label)}</a></p>`
  }

  /** The words of the attribution, with the name set apart for the eye. */
  #attribution({ words, name }: Attribution): string {
    const pattern = new RegExp(`<[^>]*>|${RegExp.escape(escape(name))}`, 'g')
    let bold = false
    return this.all(words).replace(pattern, (found) => {
      if (bold || found.startsWith('<')) return found
      bold = true
      return `<b>${found}</b>`
    })
  }

  #table({ caption, rowHeaders, header, rows }: NodeOf<'table'>): string {
    const cell = (name: string, { children }: Cell, attributes = '') =>
      this.#element(name, children, attributes)
    const head = header.map((each) => cell('th', each, ' scope="col"')).join('')
    const body = rows.map((row) => {
      const cells = row.map((each, index) =>
        rowHeaders && index === 0 ? cell('th', each, ' scope="row"') : cell('td', each),
      )
      return `<tr>${cells.join('')}</tr>`
    })
    return `<table><caption>${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
  }
}

const page = new HtmlWriter({
  address: (address) => address,
  picture: (src) => src,
  page: '',
  book: false,
})

/** What the mark of a note is called; one that can be said is a part of it (WCAG 2.5.3). */
const nameOfMark = (mark: string, about: string): string =>
  /[\p{L}\p{N}]/u.test(mark) ? `Note ${mark}: ${about}` : `Note: ${about}`
