import { mdxToMdast, type Features, type MdastNode } from 'satteri'
import type { Place, Problems } from './problems.ts'

/**
 * The Markdown that is understood here, for both parsers (Sätteri, which builds, and remark, which
 * watches it in second-parser.ts). No smart punctuation: a public record keeps the quotes it was
 * given. No directives: Sätteri would drop unknown ones without a word.
 */
export const syntax = {
  gfm: true,
  frontmatter: true,
  smartPunctuation: false,
  directive: false,
  math: false,
} as const satisfies Features

/** An MDX file in its two parts. */
export interface ParsedFile {
  file: string
  text: string
  frontMatter: string
  /** Lines of the file that stand before the front matter's first. */
  frontMatterOffset: number
  /** Lines of the file that the front matter and its two fences take. */
  frontMatterLines: number
  body: MdastNode[]
}

/**
 * Decodes the bytes of a file; the line ends of Windows become plain ones.
 * @returns undefined when they are not UTF-8; the place of the first wrong byte is reported.
 */
export function decode(bytes: Uint8Array, file: string, problems: Problems): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    const before = readableStart(bytes).split('\n')
    problems.error(
      { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      'The file is not UTF-8 text.',
      'Save it again with the encoding “UTF-8”; then look at the accents and quotation marks.',
    )
    return undefined
  }
}

/** What stands before the first bytes that are not UTF-8. */
function readableStart(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let before = ''
  try {
    for (const byte of bytes) before += decoder.decode(Uint8Array.of(byte), { stream: true })
  } catch {
    // Here is the place.
  }
  return before
}

/**
 * Parses an MDX file into front matter and mdast.
 * @returns undefined when it cannot be parsed; the reason is reported.
 */
export function parseMdx(text: string, file: string, problems: Problems): ParsedFile | undefined {
  let root: MdastNode
  try {
    root = mdxToMdast(text, { features: syntax })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    reportSyntaxError(message, text, file, problems)
    return undefined
  }
  const nodes = root.type === 'root' ? root.children : [root]
  const [first, ...body] = nodes
  if (first?.type !== 'yaml') {
    const [what, mend] = text.startsWith('---\n')
      ? ['The front matter is not closed.', 'Write a line of three hyphens after its last field.']
      : [
          'The file does not begin with front matter.',
          'Begin with a line of three hyphens, then `title: …` and the other fields, then three hyphens.',
        ]
    problems.error({ file, line: 1, column: 1 }, what, mend)
    return undefined
  }
  return {
    file,
    text,
    frontMatter: first.value,
    frontMatterOffset: 1,
    frontMatterLines: first.position?.end.line ?? 1,
    body,
  }
}

/**
 * What to say of what a parser cannot read: by its message, and by the text from the place on.
 * Without words of our own, the parser's are shown.
 */
const sentences: { message?: RegExp; text?: RegExp; what?: string; mend: string }[] = [
  {
    text: /^<!--/,
    what: 'A comment stands in the text.',
    mend: 'Take the comment out: what stands in this file is published.',
  },
  {
    text: /^<(https?:|[^\s<>]+@)/,
    what: 'An address stands in angle brackets.',
    mend: 'Write the address without them, or as a link with words: [words](https://…).',
  },
  {
    message: /closing tag|before the end of/,
    mend: 'Close each element that you open: <Quotation> … </Quotation>.',
  },
  {
    message: /expression|brace|`\{`|`\}`|acorn/i,
    what: 'A brace opens an expression that cannot be read.',
    mend: 'Take the braces out, or write \\{ for a brace itself.',
  },
  {
    text: /^<[A-Z]\w*[\s/]/,
    what: 'An element is not written in full.',
    mend: 'Write each attribute as name="value", and > at the end; write \\< for a “less than” sign.',
  },
  {
    message: /after `<`|before name/,
    what: 'A < stands before something that is no element.',
    mend: 'Write \\< for a “less than” sign; check the name of an element.',
  },
  { message: /./, mend: 'Check the angle brackets; write \\< for a “less than” sign.' },
]

/** @param message a parser's: the place as line:column, a colon and what it expected. */
export function reportSyntaxError(
  message: string,
  text: string,
  file: string,
  problems: Problems,
): void {
  const parts = /^(\d+):(\d+)(?:-\d+:\d+)?: (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(message)
  const line = Number(parts?.[1] ?? 1)
  const column = Number(parts?.[2] ?? 1)
  const from = text.split('\n')[line - 1]?.slice(column - 1) ?? ''
  const found = sentences.find((each) => each.message?.test(message) ?? each.text?.test(from))
  const parsers = (parts?.[3] ?? message)
    .replace(/ \(note: .*\)$/s, '')
    .replace(/ \(\d+:\d+\)$/, '')
  problems.error({ file, line, column }, found?.what ?? `${parsers}.`, found?.mend ?? '')
}

/** Where a node of a file begins. */
export function placeOf(node: MdastNode, file: string): Place {
  return {
    file,
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  }
}
