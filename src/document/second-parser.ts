import { isDeepStrictEqual } from 'node:util'
import type { Nodes, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { ContentFile } from './content-files.ts'
import type { Problems } from './problems.ts'
import { reportSyntaxError } from './syntax.ts'

/*
 * The parser that builds the site (Sätteri) is fast and young. The one that the rest of the world
 * uses (remark) watches it here: on every file both must read the same.
 */

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkMdx)

/**
 * Reports the first block of a file that the two parsers read differently.
 * @returns remark's tree, with places as they are in the file; undefined when it cannot read the file.
 */
export function compareParsers(
  { file, body, text, frontMatterLines }: ContentFile,
  problems: Problems,
): Root | undefined {
  let root: Root
  try {
    root = remark.parse(withoutFrontMatter(text, frontMatterLines))
  } catch (error) {
    reportSyntaxError(String(error), text, file, problems)
    return undefined
  }
  const other = root.children
  const length = Math.max(body.length, other.length)
  for (let index = 0; index < length; index++) {
    if (isDeepStrictEqual(essence(body[index]), essence(other[index]))) continue
    const { line, column } = (body[index] ?? other[index])?.position?.start ?? {
      line: 1,
      column: 1,
    }
    problems.error(
      { file, line, column },
      'Our two Markdown parsers read this block differently.',
      'Write it more simply: an empty line round each block, each element closed; then look at the page.',
    )
    break
  }
  return root
}

/** remark-mdx knows no front matter: blank lines of the same length stand in for it. */
function withoutFrontMatter(text: string, lines: number): string {
  return text
    .split('\n')
    .map((line, at) => (at < lines ? ' '.repeat(line.length) : line))
    .join('\n')
}

/** Keys that say how a parser stores a node, not what was written. */
const unessential = new Set(['position', 'data', 'spread'])

/** A node without what the parsers may rightly store differently. */
function essence(node: Nodes | undefined): unknown {
  if (node === undefined) return undefined
  // A paragraph that is one element alone is an element for Sätteri, as @mdx-js makes it later.
  const [only] = 'children' in node ? node.children : []
  if (node.type === 'paragraph' && node.children.length === 1 && only && isElement(only)) {
    return essence(only)
  }
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !unessential.has(key) && value !== null && value !== undefined)
      .map(([key, value]) => [key, simplify(key, value, node)]),
  )
}

function simplify(key: string, value: unknown, node: Nodes): unknown {
  if (key === 'type' && isElement(node)) return 'element'
  if (key === 'children' && 'children' in node) return node.children.map(essence)
  if (key === 'attributes' && isElement(node)) {
    return node.attributes.map((each) => {
      if (each.type === 'mdxJsxExpressionAttribute') return each.value
      const { value } = each
      return [each.name, typeof value === 'object' ? (value?.value ?? true) : value]
    })
  }
  return value
}

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>

function isElement(node: Nodes): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}
