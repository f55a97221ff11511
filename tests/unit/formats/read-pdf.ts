import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as z from 'zod'

/*
 * What a reader gets of a PDF, by pdf.js: not what stands on the page, but what the structure tree
 * says, in its order, as a screen reader reads it.
 */

/** An element of the structure tree, with what it holds on one page. */
export interface Element {
  role: string
  /** What is read in place of what it holds. */
  alt: string | undefined
  lang: string | undefined
  scope: string | undefined
  id: string | undefined
  headers: readonly string[]
  children: (Element | string)[]
}

/** A place that can be clicked. */
export interface Link {
  words: string
  /** What a program says of it. */
  contents: string
  /** An address, or the number of a page of the file. */
  to: string | number
}

export interface Entry {
  title: string
  items: Entry[]
}

export interface Page {
  tree: Element
  /** What stands on the page and is not read. */
  artifacts: string
  links: Link[]
  size: [width: number, height: number]
  /** The sizes of its type, in points. */
  sizes: number[]
  /** Where some words begin and end, in points from the left. */
  starts: ReadonlyMap<string, [left: number, right: number]>
}

export interface ReadPdf {
  /** The document information dictionary, with the language of the document. */
  information: Readonly<Record<string, unknown>>
  /** The XMP packet. */
  packet: string
  showsTitle: boolean
  isTagged: boolean
  outline: Entry[]
  pages: Page[]
}

/** Reads a PDF as pdf.js does. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // pdf.js takes the bytes away from whoever hands them over.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  const document = await task.promise
  const { info, metadata } = await document.getMetadata()
  const pages: Page[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    pages.push(await readPage(document, await document.getPage(number)))
  }
  const read: ReadPdf = {
    information: record.parse(info),
    packet: z.string().parse(metadata.getRaw()),
    showsTitle: flags.parse(await document.getViewerPreferences()).get('DisplayDocTitle') === true,
    isTagged: flags.parse(await document.getMarkInfo()).get('Marked') === true,
    outline: entries.parse(await document.getOutline()),
    pages,
  }
  await task.destroy()
  return read
}

const record = z.record(z.string(), z.unknown())
const flags = z.map(z.string(), z.unknown())
const entry = z.object({
  title: z.string(),
  get items() {
    return z.array(entry)
  },
})
const entries = z
  .array(entry)
  .nullable()
  .transform((all) => all ?? [])

/** What pdf.js gives of the structure tree: elements, and the ids of what they hold. */
const held = z.object({ type: z.string(), id: z.string() })
const node = z.object({
  role: z.string(),
  alt: z.string().optional(),
  lang: z.string().optional(),
  scope: z.string().optional(),
  structId: z.string().optional(),
  headers: z.array(z.string()).default([]),
  get children() {
    return z.array(z.union([node, held]))
  },
})
const textItem = z.object({
  str: z.string(),
  hasEOL: z.boolean(),
  width: z.number(),
  height: z.number(),
  transform: z.array(z.number()),
})
const opening = z.object({ type: z.enum(['beginMarkedContent', 'beginMarkedContentProps']) })
const annotation = z.object({
  id: z.string(),
  subtype: z.literal('Link'),
  url: z.string().optional(),
  dest: z.union([z.string(), z.array(z.unknown())]).nullish(),
  contentsObj: z.object({ str: z.string() }),
})
const reference = z.object({ num: z.number(), gen: z.number() })

async function readPage(document: PDFDocumentProxy, page: PDFPageProxy): Promise<Page> {
  const { texts, ...others } = await readTexts(page)
  const clickable = new Map<string, string>()
  const elementOf = ({ role, headers, structId, children, alt, lang, scope }: Node): Element => ({
    role,
    headers,
    alt,
    lang,
    scope,
    id: structId,
    children: children.flatMap((child) =>
      'role' in child ? elementOf(child) : (texts.get(child.id) ?? []),
    ),
  })
  const collect = (element: Node) => {
    for (const child of element.children) {
      if ('role' in child) collect(child)
      else if (child.type === 'annotation') clickable.set(child.id, readInline(elementOf(element)))
    }
  }
  const root = node.parse(await page.getStructTree())
  collect(root)
  const links = (await page.getAnnotations()).map(async (each): Promise<Link> => {
    const { id, url, dest, contentsObj } = annotation.parse(each)
    const words = clickable.get(`pdfjs_internal_id_${id}`)
    if (words === undefined) throw new Error(`The structure tree has no link ${id}.`)
    return { words, contents: contentsObj.str, to: url ?? (await pageOf(document, dest)) }
  })
  const { width, height } = page.getViewport({ scale: 1 })
  return {
    ...others,
    tree: elementOf(root),
    links: await Promise.all(links),
    size: [width, height],
  }
}

type Node = z.infer<typeof node>

async function pageOf(document: PDFDocumentProxy, dest: unknown): Promise<number> {
  const where = typeof dest === 'string' ? await document.getDestination(dest) : dest
  const [target] = z.array(z.unknown()).parse(where)
  return (await document.getPageIndex(reference.parse(target))) + 1
}

/** What stands on a page: by the id that the structure tree has for it, and the rest. */
async function readTexts(
  page: PDFPageProxy,
): Promise<Pick<Page, 'artifacts' | 'sizes' | 'starts'> & { texts: Map<string, string> }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  const open: (string | undefined)[] = []
  const sizes = new Set<number>()
  const starts = new Map<string, [number, number]>()
  let artifacts = ''
  for (const item of items) {
    if ('str' in item) {
      const { str, hasEOL, width, height, transform } = textItem.parse(item)
      if (str.trim() !== '') sizes.add(height)
      starts.set(str, [transform[4] ?? 0, (transform[4] ?? 0) + width])
      const words = str + (hasEOL ? '\n' : '')
      const id = open.findLast((each) => each !== undefined)
      if (id === undefined) artifacts += words
      else texts.set(id, (texts.get(id) ?? '') + words)
    } else if (opening.safeParse(item).success) {
      const id: unknown = item.id
      open.push(typeof id === 'string' ? id : undefined)
    } else open.pop()
  }
  return { texts, artifacts, sizes: [...sizes], starts }
}

/** Elements that stand within a line. */
const inline = new Set(['Span', 'Link', 'Code', 'Reference'])

/** The words of an element, as they follow each other. */
export function readInline(element: Element): string {
  if (element.alt !== undefined) {
    // pdf.js has the space before some words with them.
    const [space = ''] = /^\s*/.exec(contents(element)) ?? []
    return isThere(element) ? space + element.alt : ''
  }
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child
      return inline.has(child.role) ? readInline(child) : ` ${readInline(child)} `
    })
    .join('')
}

/** Whether an element stands on this page; the tree of a page has parts of others as well. */
const isThere = (element: Element): boolean =>
  element.role === 'Figure' ||
  element.children.some((child) => typeof child === 'string' || isThere(child))

const contents = ({ children }: Element): string =>
  children.map((child) => (typeof child === 'string' ? child : contents(child))).join('')

/** Every element of a page, in reading order, those around others first. */
export function* everyElement(element: Element): Generator<Element> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* everyElement(child)
}

/**
 * The words of a PDF in the order in which they are read out, with what a reader is told and the
 * file says by its tags: the number of an item, the headers of a cell, what a picture shows. The
 * list of contents and the ways back to the text are left out.
 */
export async function readPdfWords(bytes: Uint8Array): Promise<string[]> {
  const { pages } = await readPdf(bytes)
  const headers = new Map<string, string>()
  pages.forEach(({ tree }, index) => {
    forgetBeginning(tree, pages[index - 1]?.tree)
  })
  const read = pages.map(({ tree }) => readBlock(tree, headers)).join(' ')
  return read.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** A span with words of its own that began on the page before is read there, as a whole. */
function forgetBeginning(tree: Element, before: Element | undefined): void {
  const last = before && [...leaves(before)].at(-1)
  const [first] = leaves(tree)
  if (typeof first !== 'object' || typeof last !== 'object') return
  if (first.alt === last.alt) first.children.length = 0
}

/** What is read on a page, piece by piece. */
function* leaves(element: Element): Generator<Element | string> {
  if (element.alt !== undefined) {
    if (isThere(element)) yield element
    return
  }
  for (const child of element.children) {
    if (typeof child === 'string') yield child
    else yield* leaves(child)
  }
}

/** @param headers the words of headers of columns, also of tables that began on another page */
function readBlock(element: Element, headers: Map<string, string>): string {
  if (isWayBack(element)) return ''
  if (element.role === 'Table') return readTable(element, headers)
  if (element.role === 'Figure') return ` Picture: ${element.alt ?? ''} `
  if (element.alt !== undefined) return readInline(element)
  return element.children
    .map((child, index) => {
      if (typeof child === 'string') return child
      if (child.role === 'TOC' || isAboveContents(element.children[index + 1])) return ''
      const words = readBlock(child, headers)
      return inline.has(child.role) ? words : ` ${words} `
    })
    .join('')
}

const isAboveContents = (next: Element | string | undefined): boolean =>
  typeof next === 'object' && next.role === 'TOC'

const isWayBack = ({ role, children: [only, ...others] }: Element): boolean =>
  role === 'P' &&
  typeof only === 'object' &&
  others.length === 0 &&
  only.role === 'Link' &&
  /^\s*Back to “/.test(readInline(only))

function readTable(table: Element, headers: Map<string, string>): string {
  const parts = [...everyElement(table)]
  const caption = parts.find(({ role }) => role === 'Caption')
  const columns = parts.filter(({ role, scope }) => role === 'TH' && scope === 'Column')
  for (const column of columns) {
    if (column.id !== undefined && isThere(column)) headers.set(column.id, readInline(column))
  }
  const body = parts.find(({ role }) => role === 'TBody')
  const rows = body?.children.filter((row) => typeof row !== 'string') ?? []
  const cells = rows.flatMap(({ children }) =>
    children.map((cell, at) => {
      if (typeof cell === 'string' || !isThere(cell)) return ''
      return ` ${headers.get(columns[at]?.id ?? '') ?? ''} ${readBlock(cell, headers)} `
    }),
  )
  const title = caption && isThere(caption) ? ` Table: ${readInline(caption)} ` : ''
  return title + cells.join('')
}
