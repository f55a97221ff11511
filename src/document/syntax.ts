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
  body: MdastNode[]
}

/**
 * Decodes the bytes of a file.
 * @returns undefined when they are not UTF-8; the place of the first wrong byte is reported.
 */
export function decode(bytes: Uint8Array, file: string, problems: Problems): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    const again = new TextEncoder().encode(lossy)
    const wrong = bytes.findIndex((byte, index) => byte !== again[index])
    const before = new TextDecoder().decode(bytes.subarray(0, Math.max(wrong, 0))).split('\n')
    problems.error(
      { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
      'The file is not UTF-8 text.',
      'Save it again with the encoding “UTF-8”; then look at the accents and quotation marks.',
    )
    return undefined
  }
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
    reportSyntaxError(error instanceof Error ? error.message : String(error), file, problems)
    return undefined
  }
  const nodes = root.type === 'root' ? root.children : [root]
  const [first, ...body] = nodes
  if (first?.type !== 'yaml') {
    problems.error(
      { file, line: 1, column: 1 },
      'The file does not begin with front matter.',
      'Begin with a line of three hyphens, then `title: …` and the other fields, then three hyphens.',
    )
    return undefined
  }
  return { file, text, frontMatter: first.value, frontMatterOffset: 1, body }
}

/** What to write instead, by the words of the parser's message. */
const mends: [RegExp, string][] = [
  [/create a comment/, 'Take the comment out: what stands in this file is published.'],
  [
    /closing tag|before the end of/,
    'Close each element that you open: <Quotation> … </Quotation>.',
  ],
  [/expression|brace|`\{`|`\}`|acorn/i, 'Take the braces out, or write \\{ for a brace itself.'],
  [/./, 'Check the angle brackets; write \\< for a “less than” sign.'],
]

function reportSyntaxError(message: string, file: string, problems: Problems): void {
  const parts = /^(\d+):(\d+): (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(message)
  const what = parts?.[3] ?? message
  problems.error(
    { file, line: Number(parts?.[1] ?? 1), column: Number(parts?.[2] ?? 1) },
    `${what.replace(/ \(note: .*\)$/s, '').replace(/ \(\d+:\d+\)$/, '')}.`,
    mends.find(([pattern]) => pattern.test(message))?.[1] ?? '',
  )
}

/** Where a node of a file begins. */
export function placeOf(node: MdastNode, file: string): Place {
  return {
    file,
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  }
}
