import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A place that the words or the markup of a finding may come from. */
interface SourceFile {
  /** From the project's folder on, with `/` between names. */
  readonly file: string
  readonly lines: readonly string[]
}

/** What is known of a finding: where it is, and what stands there. */
interface Place {
  /** The path of the page, as reports call it. */
  readonly page: string
  readonly selector: string
  readonly snippet: string
}

const WORDS = ['content/**/*.{mdx,yaml}']
const MARKUP = ['src/{components,layouts,pages,formats,search}/**/*.{astro,ts}']

/**
 * Finds out where a place on one of our own pages is written. Built pages do not say it, so it is
 * looked up: first the words, in the file of the page and in the registers; then what names the
 * element, in the components.
 *
 * @param project the project's folder
 * @returns what tells `FILE:LINE` of a place, or undefined when nothing of it is found
 */
export function openOrigins(project: string): (place: Place) => string | undefined {
  const words = read(project, WORDS)
  const markup = read(project, MARKUP)
  return ({ page, selector, snippet }) => {
    const slug =
      page
        .replace(/(-single-file\.html|\/versions\/.*|\/)$/, '')
        .split('/')
        .at(-1) ?? ''
    const own = words.filter(({ file }) => basename(file) === `${slug}.mdx`)
    const others = words.filter((source) => !own.includes(source))
    const shared = [...markup, ...others]
    return (
      lineWith(own, wordsOf(snippet)) ??
      lineWith(own, attributesOf(snippet)) ??
      lineWith(shared, [...namesOf(snippet), ...wordsOf(snippet)]) ??
      own[0]?.file ??
      lineWith(shared, ancestorsOf(selector))
    )
  }
}

function read(project: string, patterns: readonly string[]): SourceFile[] {
  return patterns
    .flatMap((pattern) => globSync(pattern, { cwd: project }).sort())
    .map((file) => ({
      file: file.replaceAll('\\', '/'),
      lines: readFileSync(join(project, file), 'utf8').split('\n').map(plain),
    }))
}

/** Looks for the first of several texts that stands in a file, whole or at least its beginning. */
function lineWith(files: readonly SourceFile[], texts: readonly string[]): string | undefined {
  for (const text of texts) {
    for (const { file, lines } of files) {
      const line = lines.findIndex((content) => content.includes(text))
      if (line >= 0) return `${file}:${line + 1}`
    }
  }
  return undefined
}

/** Elements inside a sentence: their words go on with those around them. */
const INLINE = /<\/?(?:a|abbr|b|bdi|cite|code|em|i|q|small|span|strong|sub|sup|time)\b[^>]*>/g

/** The words of a snippet without its tags, the longest first: each whole, then its beginning. */
function wordsOf(snippet: string): string[] {
  const runs = snippet
    .replace(INLINE, '')
    .replace(/<[^>]*(>|$)/g, '\n')
    .replace(/…$/, '')
    .split('\n')
    .map(plain)
    .filter((run) => /\p{L}.*\p{L}/u.test(run) && run.length > 3)
    .sort((one, other) => other.length - one.length)
  return runs.flatMap((run) => [run, run.split(' ').slice(0, 6).join(' ')])
}

function attributesOf(snippet: string): string[] {
  return [...snippet.matchAll(/\b(?:alt|aria-label|title|href|src|lang)="([^"]{4,})"/g)].map(
    ([, value = '']) => plain(value),
  )
}

/** The id, the classes and the attributes of an element, as components write them. */
function namesOf(snippet: string): string[] {
  const [openingTag = ''] = /^<[^>]*/.exec(snippet) ?? []
  const names = [...openingTag.matchAll(/\b(?:id|class)="[^"]+"/g)].map(([name]) => name)
  return [...names, ...attributesOf(openingTag)]
}

/** The ids that a selector goes by, the nearest first. */
function ancestorsOf(selector: string): string[] {
  const ids = [...selector.matchAll(/#([\w-]+)/g)].map(([, id = '']) => id).reverse()
  return ids.flatMap((id) => [`id="${id}"`, `'${id}'`])
}

/** Text without the marks of Markdown, with single blanks. */
function plain(text: string): string {
  return text
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[*_[\]`\\]/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}
