import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { absolute } from './addresses.ts'
import { HtmlWriter } from './html.ts'
import { kindOfPicture } from './pictures.ts'
import { publisher } from './publisher.ts'
import type { Publication } from '../document/library.ts'
import type { Format, FormatContext } from './writers.ts'
import { escape, quoted } from './xml.ts'

/**
 * The web page in one file, to keep and to send: its pictures and its style are in it, and readers
 * can change how it looks. It has no script, so it works wherever a mail program opens it.
 */
export const singleFile: Format<string> = {
  name: 'web page in one file',
  ending: '-single-file.html',
  write: (publication, context) => {
    const { tree, data } = publication
    const writer = writerFor(publication, context)
    // The settings stand right after the title: nothing comes before the heading, and they are the
    // first thing that keys reach.
    const [title, ...rest] = tree
    const article = `${writer.all(title ? [title] : [])}${settings}${writer.all(rest)}`
    return `<!doctype html>
<html${writer.inLanguage(data.lang)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escape(`${data.title} – ${context.site.name}`)}</title>
${metadata(publication, context)}
<style>${style}</style>
</head>
<body>
<main id="main">
<article>${article}</article>
</main>
${origin(context)}
</body>
</html>
`
  },
}

const style = readFileSync(join(import.meta.dirname, 'single-file.css'), 'utf8')
/** So that nothing can be fetched, whatever opens the file. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`

function writerFor({ address }: Publication, { siteUrl, readPicture }: FormatContext): HtmlWriter {
  return new HtmlWriter({
    address: (to) => absolute(siteUrl, to),
    picture: (src) => {
      const bytes = readPicture(src)
      return `data:${kindOfPicture(bytes).mediaType};base64,${Buffer.from(bytes).toString('base64')}`
    },
    page: `${siteUrl}${address}`,
    book: false,
  })
}

function metadata({ tree, data, address }: Publication, { siteUrl, site }: FormatContext): string {
  const { from, owner } = publisher(tree)
  const facts = {
    description: data.summary,
    author: from ?? owner,
    'dcterms.publisher': from ?? owner,
    'dcterms.rights': site.disclaimer,
    'dcterms.issued': 'published' in data ? data.published : undefined,
    'dcterms.modified': data.updatedAt,
  }
  const lines = Object.entries(facts).flatMap(([name, words]) =>
    words === undefined ? [] : [`<meta name="${name}" content=${quoted(words)}>`],
  )
  return [...lines, `<link rel="canonical" href=${quoted(`${siteUrl}${address}`)}>`].join('\n')
}

/** The address of the page itself stands in its last section. */
const origin = ({ siteUrl, site }: FormatContext): string =>
  `<footer lang=${quoted(site.lang)} dir="ltr" data-furniture><p>This page is one file, which needs no connection. It comes from <a href="${siteUrl}/">${escape(site.name)}</a>. ${escape(site.disclaimer)}</p></footer>`

interface Choice {
  name: string
  legend: string
  /** What follows the name and a hyphen in the id, and the words; the first is how the page comes. */
  options: readonly (readonly [value: string, words: string])[]
}

/** single-file.css says what each does. */
const choices: readonly Choice[] = [
  {
    name: 'size',
    legend: 'Size of the text',
    options: [
      ['100', '100%'],
      ['125', '125%'],
      ['150', '150%'],
      ['200', '200%'],
      ['300', '300%'],
      ['400', '400%'],
    ],
  },
  {
    name: 'spacing',
    legend: 'Space between letters, words and lines',
    options: [
      ['normal', 'Normal'],
      ['wide', 'Wide'],
      ['widest', 'Widest'],
    ],
  },
  {
    name: 'font',
    legend: 'Font',
    options: [
      ['sans', 'Sans serif'],
      ['serif', 'Serif'],
      ['monospace', 'Monospace'],
      ['own', 'The one set in your browser'],
    ],
  },
  {
    name: 'colours',
    legend: 'Colours',
    options: [
      ['device', 'Light or dark, as your device is set'],
      ['black-on-white', 'Black on white'],
      ['white-on-black', 'White on black'],
      ['yellow-on-black', 'Yellow on black'],
      ['black-on-cream', 'Black on cream'],
      ['blue-on-pale-blue', 'Dark blue on pale blue'],
      ['grey-on-grey', 'Light grey on dark grey'],
    ],
  },
]

function fieldset({ name, legend, options }: Choice): string {
  const labels = options.map(([value, words], index) => {
    const id = `${name}-${value}`
    const checked = index === 0 ? ' checked' : ''
    return `<label><input type="radio" name="${name}" id="${id}" value="${value}"${checked}>${words}</label>`
  })
  return `<fieldset class="${name}"><legend>${legend}</legend><div class="options">${labels.join('')}</div></fieldset>`
}

/**
 * How the page looks, for the reader to choose. A form of this method is sent nowhere, not even when
 * Enter is pressed in it, and its button for setting back needs no script. The style shows it where it
 * works: an old browser, or one that takes the style away, has no use for it.
 */
const settings = `<section class="display" aria-label="Display settings" lang="en-GB" dir="ltr" hidden data-furniture><details><summary>Change how this page looks</summary><form method="dialog">${choices.map(fieldset).join('')}<button type="reset">Set everything back</button><p>Size, spacing and font count for printing too: 100% is 12 point on paper, 150% is 18 point. Colours that your system sets for all programs stay as they are. Your choices are forgotten when the page is closed.</p></form></details></section>`
