import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import { fromXml } from 'xast-util-from-xml'

/* What a reader gets of a Word document, by what its XML says, with none of the writer's code. */

type Root = ReturnType<typeof fromXml>
export type Element = Extract<Root['children'][number], { type: 'element' }>

/** The files of a package by their path; those in XML are parsed. */
export class WordPackage {
  readonly files: Record<string, Uint8Array>

  constructor(bytes: Uint8Array) {
    this.files = unzipSync(bytes)
  }

  text(path: string): string {
    const file = this.files[path]
    assert.ok(file, `${path} is in the package`)
    return strFromU8(file)
  }

  part(path: string): Element {
    const root = fromXml(this.text(path)).children.find((node) => node.type === 'element')
    assert.ok(root, `${path} has an element`)
    return root
  }
}

export const childrenOf = (element: Element): Element[] =>
  element.children.filter((node) => node.type === 'element')

/** The element at the end of a path of names, each the first such child of the one before. */
export function at(element: Element | undefined, ...names: string[]): Element | undefined {
  return names.reduce(
    (inside, name) => inside && childrenOf(inside).find((child) => child.name === name),
    element,
  )
}

/** The elements of a name, at any depth, in the order of the document. */
export function all(element: Element, name: string): Element[] {
  return childrenOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ])
}

export const valueOf = (element: Element | undefined): string | undefined =>
  element?.attributes['w:val'] ?? undefined

export const styleOf = (paragraph: Element): string =>
  valueOf(at(paragraph, 'w:pPr', 'w:pStyle')) ?? 'Normal'

/** The characters in an element, without what else it says. */
export const charactersOf = (element: Element): string =>
  [...all(element, 'w:t')]
    .flatMap(({ children }) => children.map((node) => (node.type === 'text' ? node.value : '')))
    .join('')

/** Ways through the document, which say again what headings say, or lead back. */
const furniture = /^(TOC|WayBack$)/

/**
 * The words of a Word document in the order of its parts, with what a reader is told and the
 * document says by its structure: the numbers of a list, the header of a cell, what a picture
 * shows, which language follows.
 */
export function readDocx(bytes: Uint8Array): string[] {
  const body = at(new WordPackage(bytes).part('word/document.xml'), 'w:body')
  assert.ok(body)
  return new WordReader(new WordPackage(bytes)).blocks(childrenOf(body)).match(word) ?? []
}

const word = /[\p{L}\p{N}\p{M}]+/gu

class WordReader {
  readonly #numbers: ListNumbers
  readonly #language: string
  /** The language of the words read last. */
  #heard: string

  constructor(document: WordPackage) {
    this.#numbers = new ListNumbers(document.part('word/numbering.xml'))
    const styles = document.part('word/styles.xml')
    const lang = at(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang')
    this.#language = valueOf(lang) ?? ''
    this.#heard = this.#language
  }

  blocks(blocks: readonly Element[]): string {
    return blocks
      .map((block, index) => {
        if (block.name === 'w:tbl') return this.#table(block)
        if (block.name !== 'w:p' || furniture.test(styleOf(block))) return ''
        return `${blocks[index + 1]?.name === 'w:tbl' ? 'Table: ' : ''}${this.#paragraph(block)}`
      })
      .join('\n')
  }

  #paragraph(paragraph: Element): string {
    return `${this.#numbers.next(paragraph)} ${this.#inside(paragraph)}`
  }

  #inside(element: Element): string {
    return childrenOf(element)
      .map((child) => {
        if (child.name === 'w:r') return this.#run(child)
        return child.name === 'w:pPr' ? '' : this.#inside(child)
      })
      .join('')
  }

  #run(run: Element): string {
    const lang = valueOf(at(run, 'w:rPr', 'w:lang')) ?? this.#language
    const words = childrenOf(run).map((child) => {
      if (child.name === 'w:t') return charactersOf({ ...run, children: [child] })
      if (child.name === 'w:br' || child.name === 'w:tab') return ' '
      if (child.name === 'w:drawing') return this.#picture(child)
      assert.equal(child.name, 'w:rPr')
      return ''
    })
    const isNew = lang !== this.#heard && lang !== this.#language
    this.#heard = lang
    return isNew ? ` in ${languageName(lang)} ${words.join('')}` : words.join('')
  }

  #picture(drawing: Element): string {
    const words = all(drawing, 'wp:docPr')[0]?.attributes.descr
    return words ? ` Picture: ${words} ` : ''
  }

  #table(table: Element): string {
    const rows = childrenOf(table).filter(({ name }) => name === 'w:tr')
    const [header, ...others] = rows
    assert.ok(header && at(header, 'w:trPr', 'w:tblHeader'), 'the first row is a header row')
    const cells = (row: Element) => childrenOf(row).filter(({ name }) => name === 'w:tc')
    const said = others.flatMap((row) =>
      cells(row).flatMap((cell, column) => {
        const name = cells(header)[column]
        assert.ok(name, 'each column has a header cell')
        return [this.blocks(childrenOf(name)), this.blocks(childrenOf(cell))]
      }),
    )
    return said.join('\n')
  }
}

const languageName = (lang: string): string =>
  new Intl.DisplayNames(['en-GB'], { type: 'language' }).of(lang) ?? lang

/**
 * The numbers before the items of lists. As in Word, lists that share their signs share their
 * counts, too, unless one says where it starts (ECMA-376, part 1, section 17.9).
 */
export class ListNumbers {
  readonly #numbering: Element
  /** The last number at each level, by the signs of a list. */
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()

  constructor(numbering: Element) {
    this.#numbering = numbering
  }

  /** What stands before a paragraph: '7.', '•', or nothing. */
  next(paragraph: Element): string {
    const properties = at(paragraph, 'w:pPr', 'w:numPr')
    if (!properties) return ''
    const id = valueOf(at(properties, 'w:numId')) ?? ''
    const level = Number(valueOf(at(properties, 'w:ilvl')))
    const list = this.#find('w:num', 'w:numId', id)
    const signsId = valueOf(at(list, 'w:abstractNumId')) ?? ''
    const signs = levelOf(this.#find('w:abstractNum', 'w:abstractNumId', signsId), 'w:lvl', level)
    assert.ok(signs, `list ${id} has level ${level}`)
    const start = valueOf(at(levelOf(list, 'w:lvlOverride', level), 'w:startOverride'))
    const counts = (this.#counts.get(signsId) ?? []).slice(0, level + 1)
    const before = counts[level] ?? Number(valueOf(at(signs, 'w:start'))) - 1
    const isFirst = !this.#begun.has(`${id} ${level}`)
    counts[level] = start !== undefined && isFirst ? Number(start) : before + 1
    this.#begun.add(`${id} ${level}`)
    this.#counts.set(signsId, counts)
    const sign = valueOf(at(signs, 'w:lvlText')) ?? ''
    return sign.replace(/%(\d)/g, (_, at: string) => String(counts[Number(at) - 1]))
  }

  #find(name: string, attribute: string, id: string): Element {
    const found = all(this.#numbering, name).find(({ attributes }) => attributes[attribute] === id)
    assert.ok(found, `${name} ${id} is in word/numbering.xml`)
    return found
  }
}

const levelOf = (element: Element, name: string, level: number): Element | undefined =>
  childrenOf(element).find(
    (child) => child.name === name && child.attributes['w:ilvl'] === String(level),
  )
