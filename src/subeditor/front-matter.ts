import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml'

/** A field whose value is prose. */
export interface ProseField {
  name: string
  words: string
  /** The character of the file where it begins. */
  from: number
}

/** What the sub-editor needs to know of a file's front matter; whether it is right, others say. */
export interface FrontMatter {
  lang: string
  /** The day that the text is dated, as it was written. */
  dated: string | undefined
  /** The fields that are read as sentences, in their order. */
  fields: ProseField[]
}

/** Fields whose values are prose, here and in the groups of fields named below. */
const proseFields = ['title', 'summary', 'said', 'says', 'why', 'reason', 'alt', 'caption']
const nested = ['actions', 'withdrawn', 'leadImage']

/**
 * @param yaml the front matter without its fences.
 * @param offset the character of the file at which it begins.
 */
export function readFrontMatter(yaml: string, offset: number): FrontMatter {
  const { contents } = parseDocument(yaml)
  const fields: FrontMatter['fields'] = []
  const values = new Map<string, string>()
  collect(contents, (name, words, from) => {
    if (!values.has(name)) values.set(name, words)
    if (proseFields.includes(name)) fields.push({ name, words, from: from + offset })
  })
  return {
    lang: values.get('lang') ?? 'en-GB',
    dated: values.get('published') ?? values.get('on'),
    fields,
  }
}

function collect(
  node: Node | null,
  take: (name: string, words: string, from: number) => void,
): void {
  if (isSeq<Node>(node)) for (const item of node.items) collect(item, take)
  if (!isMap<Node, Node | null>(node)) return
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (isScalar(value) && typeof value.value === 'string') {
      // Behind the quotation mark, where there is one.
      const isQuoted = value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE'
      take(name, value.value, (value.range?.[0] ?? 0) + (isQuoted ? 1 : 0))
    } else if (nested.includes(name)) {
      collect(value, take)
    }
  }
}
