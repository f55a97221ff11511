import type { MdxJsxAttributeUnion } from 'satteri'
import { suggest, type Place, type Problems } from './problems.ts'

/** What each element may be told. `true` marks an attribute that must be there. */
const attributes = {
  Quotation: { person: true, roleAsStated: true, id: false },
  Actions: { plan: false },
  Action: { id: true },
  Figure: { src: true, alt: false, decorative: false, caption: false, credit: false },
  Table: { caption: true, rowHeaders: false },
  Passage: { lang: true },
  NoteMark: { note: true },
  DocumentLink: { document: true },
  KnownIssues: {},
  HowTested: {},
} as const

type Attributes = typeof attributes
type Values<E extends keyof Attributes> = {
  -readonly [K in keyof Attributes[E]]: Attributes[E][K] extends true ? string : string | undefined
}

/**
 * Reads what an element was told, as plain text.
 * An attribute without a value, such as `rowHeaders`, reads as its own name.
 * @returns undefined when something is wrong; it is reported.
 */
export function readAttributes<E extends keyof Attributes>(
  element: E,
  written: readonly MdxJsxAttributeUnion[],
  place: Place,
  problems: Problems,
): Values<E> | undefined {
  const known: Record<string, boolean> = attributes[element]
  const values = new Map<string, string>()
  const before = problems.all.length
  const refuse = (what: string, mend: string) => {
    problems.error(place, what, mend)
  }
  for (const attribute of written) {
    const value = attribute.value ?? undefined
    if (attribute.type === 'mdxJsxExpressionAttribute' || typeof value === 'object') {
      refuse(
        `<${element}> has an expression in braces.`,
        'Content is not code: write the value in double quotes.',
      )
      // Which attributes it would have given is not known.
      return undefined
    }
    if (!Object.hasOwn(known, attribute.name)) {
      refuse(
        `<${element}> has no attribute \`${attribute.name}\`.`,
        suggest(attribute.name, Object.keys(known)),
      )
      continue
    }
    values.set(attribute.name, value?.trim() ?? attribute.name)
  }
  for (const [name, required] of Object.entries(known)) {
    if (required && !values.get(name)) {
      refuse(`<${element}> has no \`${name}\`.`, `Write <${element} ${name}="…">.`)
    }
  }
  return problems.all.length === before ? asValues(element, values) : undefined
}

function asValues<E extends keyof Attributes>(element: E, values: Map<string, string>): Values<E>
function asValues(element: keyof Attributes, values: Map<string, string>) {
  return Object.fromEntries(
    Object.keys(attributes[element]).map((name) => [name, values.get(name)]),
  )
}
