import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri'
import { documentDetails } from './attachments.ts'
import { readAttributes } from './attributes.ts'
import { checkLink, checkPictureText } from './checks.ts'
import { mendPicture } from './pictures.ts'
import { suggest, type Place, type Problems } from './problems.ts'
import type { References } from './references.ts'
import { auditResultBlocks } from './audit-result.ts'
import { knownIssueBlocks } from './known-issues.ts'
import { slugOf } from './slugs.ts'
import { placeOf } from './syntax.ts'
import {
  elements,
  type Block,
  type Cell,
  type ElementName,
  type Inline,
  type NodeOf,
} from './vocabulary.ts'
import { textOf } from './walk.ts'

type Element = MdxJsxFlowElement | MdxJsxTextElement

/** Where the tree is being built: it decides which elements may stand here, and the ids of marks. */
interface Setting {
  lang: string
  /** Set while the words of an action are read. */
  action?: string
  /** Set inside a link: another one cannot stand there. */
  inLink?: true
}

/** The tree of one file, with the actions that a plan's <Actions> holds. */
export interface Tree {
  blocks: Block[]
  actions: NodeOf<'commitment'>[]
}

/**
 * Turns the mdast of a file into our own nodes, with every reference resolved.
 * Whatever the vocabulary has no node for is reported with its place and what to write instead.
 */
export function buildTree(
  body: readonly MdastNode[],
  file: string,
  lang: string,
  references: References,
  problems: Problems,
): Tree {
  const builder = new TreeBuilder(file, references, problems)
  const blocks = builder.blocks(body, { lang })
  return { blocks, actions: builder.actions }
}

class TreeBuilder {
  readonly actions: NodeOf<'commitment'>[] = []
  readonly #file: string
  readonly #references: References
  readonly #problems: Problems
  readonly #marks = new Map<string, number>()
  readonly #plansShown = new Set<string>()
  #depth = 1

  constructor(file: string, references: References, problems: Problems) {
    this.#file = file
    this.#references = references
    this.#problems = problems
  }

  blocks(nodes: readonly MdastNode[], setting: Setting): Block[] {
    return withParagraphs(nodes).flatMap((node) => this.#block(node, setting))
  }

  #block(node: MdastNode, setting: Setting): Block[] {
    const place = placeOf(node, this.#file)
    switch (node.type) {
      case 'paragraph':
        return this.#paragraph(node, setting, place)
      case 'heading':
        return [this.#heading(node, setting, place)]
      case 'list':
        return [
          {
            type: 'list',
            place,
            ordered: node.ordered ?? false,
            start: node.start ?? 1,
            children: node.children.map((item) => this.#listItem(item, setting)),
          },
        ]
      case 'blockquote':
        return [{ type: 'blockquote', place, children: this.blocks(node.children, setting) }]
      case 'code':
        return [{ type: 'code', place, value: node.value }]
      case 'thematicBreak':
        return [{ type: 'thematicBreak', place }]
      case 'table':
        this.#problems.error(
          place,
          'A table stands without a caption.',
          'Put it between <Table caption="What the table shows"> and </Table>, with empty lines around it.',
        )
        return []
      case 'mdxJsxFlowElement':
        return this.#blockElement(node, setting, place)
      default:
        this.#refuse(node, place)
        return []
    }
  }

  #paragraph(
    node: Extract<MdastNode, { type: 'paragraph' }>,
    setting: Setting,
    place: Place,
  ): Block[] {
    const [only, ...others] = node.children.filter(
      (child) => child.type !== 'text' || child.value.trim() !== '',
    )
    if (only?.type === 'image' && others.length === 0) {
      this.#checkTitle(only.title, place)
      return this.#figure({ src: only.url, alt: only.alt ?? undefined }, place)
    }
    if (
      only?.type === 'mdxJsxTextElement' &&
      others.length === 0 &&
      isElementName(only.name) &&
      elements[only.name].level === 'block'
    ) {
      return this.#blockElement(only, setting, place)
    }
    return [{ type: 'paragraph', place, children: this.#inlines(node.children, setting) }]
  }

  #heading(
    node: Extract<MdastNode, { type: 'heading' }>,
    setting: Setting,
    place: Place,
  ): NodeOf<'heading'> {
    const children = this.#inlines(node.children, setting)
    const text = textOf(children).trim()
    if (text === '') {
      this.#problems.error(
        place,
        'A heading has no words.',
        'Write the heading, or take the # out.',
      )
    } else if (slugOf(text) === '') {
      this.#problems.error(
        place,
        `The heading “${text}” has no letters.`,
        'Write words: they make the address of this part of the page.',
      )
    }
    if (node.depth === 1) {
      this.#problems.error(
        place,
        'A heading of the first level stands in the text.',
        'The title is the page’s only first-level heading: begin with ## here.',
      )
    } else if (node.depth > this.#depth + 1) {
      this.#problems.error(
        place,
        `The heading “${text}” skips a level, from ${this.#depth} to ${node.depth}.`,
        `Write ${'#'.repeat(this.#depth + 1)} ${text}`,
      )
    }
    if (node.depth > 4) {
      this.#problems.error(
        place,
        `The heading “${text}” is on level ${node.depth}.`,
        'Use at most #### (level 4); split the text into shorter parts.',
      )
    }
    this.#depth = Math.max(node.depth, 2)
    return { type: 'heading', place, depth: node.depth, id: slugOf(text), children }
  }

  #listItem(node: Extract<MdastNode, { type: 'listItem' }>, setting: Setting): NodeOf<'listItem'> {
    const place = placeOf(node, this.#file)
    if (typeof node.checked === 'boolean') {
      this.#problems.error(
        place,
        'A list item has a tick box.',
        'Say the state in words; an action of a plan has a status of its own.',
      )
    }
    return { type: 'listItem', place, children: this.blocks(node.children, setting) }
  }

  #inlines(nodes: readonly MdastNode[], setting: Setting): Inline[] {
    return nodes.flatMap((node) => this.#inline(node, setting))
  }

  #inline(node: MdastNode, setting: Setting): Inline[] {
    const place = placeOf(node, this.#file)
    switch (node.type) {
      case 'text':
        if (node.value.startsWith(':::')) {
          this.#problems.error(
            place,
            'A line begins with three colons.',
            `Directives are not known here. Use one of the elements: ${elementList()}.`,
          )
        }
        return [{ type: 'text', place, value: inOneLine(node.value) }]
      case 'emphasis':
        return [{ type: 'emphasis', place, children: this.#inlines(node.children, setting) }]
      case 'strong':
        return [{ type: 'strong', place, children: this.#inlines(node.children, setting) }]
      case 'inlineCode':
        return [{ type: 'inlineCode', place, value: inOneLine(node.value) }]
      case 'break':
        return [{ type: 'break', place }]
      case 'link': {
        this.#checkTitle(node.title, place)
        const children = this.#linkWords(node.children, setting, place)
        const leads = checkLink(node.url, textOf(children), place, this.#problems)
        return leads ? [{ type: 'link', place, address: node.url, children }] : children
      }
      case 'mdxJsxTextElement':
        return this.#inlineElement(node, setting, place)
      default:
        this.#refuse(node, place)
        return []
    }
  }

  #inlineElement(node: MdxJsxTextElement, setting: Setting, place: Place): Inline[] {
    const name = this.#elementName(node, place)
    if (name === undefined) return []
    const children = () => this.#inlines(node.children, setting)
    const attributesOf = <E extends ElementName>(element: E) =>
      readAttributes(element, node.attributes, place, this.#problems)
    switch (name) {
      case 'Passage': {
        const attributes = attributesOf(name)
        if (!attributes || !this.#checkLanguage(attributes.lang, place)) return []
        return [{ type: 'phrase', place, lang: attributes.lang, children: children() }]
      }
      case 'NoteMark': {
        const attributes = attributesOf(name)
        if (!attributes) return []
        const words = this.#linkWords(node.children, setting, place)
        return this.#noteMark(attributes.note, words, setting, place)
      }
      case 'DocumentLink': {
        const attributes = attributesOf(name)
        if (!attributes) return []
        const words = this.#linkWords(node.children, setting, place)
        return this.#documentLink(attributes.document, words, place)
      }
      default:
        this.#problems.error(
          place,
          `<${name}> stands inside a line.`,
          `Put <${name}> on a line of its own, with an empty line before and after it.`,
        )
        return []
    }
  }

  /** The words of a link, or of a mark, which is one too. */
  #linkWords(nodes: readonly MdastNode[], setting: Setting, place: Place): Inline[] {
    if (setting.inLink) {
      this.#problems.error(
        place,
        'A link or a mark stands inside another one.',
        'Put one after the other: nobody could follow both.',
      )
    }
    return this.#inlines(nodes, { ...setting, inLink: true })
  }

  /** The words that a browser shows to a mouse alone reach no other reader. */
  #checkTitle(title: string | null | undefined, place: Place): void {
    if (!title) return
    this.#problems.error(
      place,
      `An address has a title behind it: “${title}”.`,
      'Put these words into the text; most readers never see them there.',
    )
  }

  #noteMark(noteId: string, children: Inline[], setting: Setting, place: Place): Inline[] {
    const note = this.#references.notes.get(noteId)
    if (!note) {
      this.#unknown('note', noteId, this.#references.notes, place)
      return []
    }
    const about = textOf(children)
    if (about !== note.refersTo) {
      this.#problems.error(
        place,
        `The note “${noteId}” hangs on “${note.refersTo}”, not on “${about}”.`,
        `Put the words “${note.refersTo}” between the tags, or change \`refersTo\` of the note.`,
      )
    }
    const stem = setting.action ? `${noteId}-${setting.action}` : noteId
    const count = (this.#marks.get(stem) ?? 0) + 1
    this.#marks.set(stem, count)
    const id = `mark-${stem}${count > 1 ? `-${count}` : ''}`
    return [{ type: 'noteMark', place, id, noteId, mark: note.mark, about, children }]
  }

  #documentLink(documentId: string, children: Inline[], place: Place): Inline[] {
    const document = this.#references.documents.get(documentId)
    if (!document) {
      this.#unknown('document', documentId, this.#references.documents, place)
      return []
    }
    if (document.href === undefined) return children
    if (!checkLink(document.href, textOf(children), place, this.#problems)) return children
    return [
      {
        type: 'documentLink',
        place,
        address: document.href,
        details: documentDetails(document, this.#references.attachments),
        children,
      },
    ]
  }

  #blockElement(node: Element, setting: Setting, place: Place): Block[] {
    const name = this.#elementName(node, place)
    if (name === undefined) return []
    if (elements[name].level === 'inline') {
      const children = node.children.flatMap((child) => {
        if (child.type === 'paragraph') return child.children
        if (isPhrasing(child)) return [child]
        this.#problems.error(
          placeOf(child, this.#file),
          `<${name}> holds more than words.`,
          `Put <${name}> and </${name}> round some words of one sentence.`,
        )
        return []
      })
      const inline: MdxJsxTextElement = { ...node, type: 'mdxJsxTextElement', children }
      return [{ type: 'paragraph', place, children: this.#inlineElement(inline, setting, place) }]
    }
    switch (name) {
      case 'Quotation':
        return this.#quotation(node, setting, place)
      case 'Actions':
        return this.#actions(node, setting, place)
      case 'KnownIssues':
        this.#checkEmpty(name, node)
        readAttributes(name, node.attributes, place, this.#problems)
        return knownIssueBlocks(this.#references.knownIssues)
      case 'HowTested':
        this.#checkEmpty(name, node)
        readAttributes(name, node.attributes, place, this.#problems)
        return auditResultBlocks(this.#references.auditResult)
      case 'Figure': {
        this.#checkEmpty(name, node)
        const attributes = readAttributes(name, node.attributes, place, this.#problems)
        return attributes ? this.#figure(attributes, place) : []
      }
      case 'Table':
        return this.#table(node, setting, place)
      case 'Passage': {
        const attributes = readAttributes(name, node.attributes, place, this.#problems)
        if (!attributes || !this.#checkLanguage(attributes.lang, place)) return []
        const { lang } = attributes
        return [
          {
            type: 'passage',
            place,
            lang,
            children: this.blocks(node.children, { ...setting, lang }),
          },
        ]
      }
      default:
        this.#problems.error(
          place,
          `<${name}> stands on its own.`,
          'Put it between <Actions> and </Actions> in an action plan.',
        )
        return []
    }
  }

  /** Words where an element shows none would be lost in silence. */
  #checkEmpty(name: ElementName, node: Element): void {
    const [first] = node.children
    if (!first) return
    this.#problems.error(
      placeOf(first, this.#file),
      `Words stand between <${name}> and </${name}>, where none are shown.`,
      `Move them out, and close the element in itself: <${name} … />.`,
    )
  }

  #quotation(node: Element, setting: Setting, place: Place): Block[] {
    const attributes = readAttributes('Quotation', node.attributes, place, this.#problems)
    if (!attributes) return []
    const { person: personId, roleAsStated, id = `quote-${personId}` } = attributes
    if (slugOf(id) !== id) {
      this.#problems.error(
        place,
        `“${id}” cannot be the id of a quotation.`,
        `Use small letters, digits and hyphens: id="${slugOf(id)}".`,
      )
    }
    const person = this.#references.people.get(personId)
    if (!person) {
      this.#unknown('person', personId, this.#references.people, place)
      return []
    }
    const [attribution, ...said] = this.blocks(node.children, setting)
    const words = attribution?.type === 'paragraph' ? textOf(attribution.children) : ''
    if (
      attribution?.type !== 'paragraph' ||
      said.length === 0 ||
      !words.includes(person.name) ||
      !words.includes(roleAsStated)
    ) {
      this.#problems.error(
        place,
        'A quotation does not begin with the words that say who speaks.',
        `Begin with a paragraph that has “${person.name}” and “${roleAsStated}” in it; then an empty line and the words spoken.`,
      )
      return []
    }
    return [
      {
        type: 'quotation',
        place,
        id,
        attribution: { words: attribution.children, personId, name: person.name, roleAsStated },
        children: said,
      },
    ]
  }

  #actions(node: Element, setting: Setting, place: Place): Block[] {
    const attributes = readAttributes('Actions', node.attributes, place, this.#problems)
    if (!attributes) return []
    if (attributes.plan === undefined) {
      for (const child of node.children) this.#action(child, setting)
      return []
    }
    this.#checkEmpty('Actions', node)
    const plan = this.#references.plans.get(attributes.plan)
    if (!plan) {
      this.#unknown('action plan', attributes.plan, this.#references.plans, place)
      return []
    }
    if (this.#plansShown.has(attributes.plan)) {
      this.#problems.error(
        place,
        `The actions of the plan “${attributes.plan}” stand here a second time.`,
        'Take one of the two <Actions> out.',
      )
      return []
    }
    this.#plansShown.add(attributes.plan)
    return [
      {
        type: 'commitments',
        place,
        plan: attributes.plan,
        planTitle: plan.title,
        children: [...plan.commitments],
      },
    ]
  }

  #action(node: MdastNode, setting: Setting): void {
    const place = placeOf(node, this.#file)
    if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Action') {
      this.#problems.error(
        place,
        'Something else than an <Action> stands in <Actions>.',
        'Write <Action id="…">, the words of the commitment and </Action>, each on its own line.',
      )
      return
    }
    const attributes = readAttributes('Action', node.attributes, place, this.#problems)
    if (!attributes) return
    const { id } = attributes
    const children = this.blocks(node.children, { ...setting, action: id })
    this.actions.push({ type: 'commitment', place, id, children })
  }

  #figure(
    attributes: {
      src: string
      alt?: string | undefined
      decorative?: string | undefined
      caption?: string | undefined
      credit?: string | undefined
    },
    place: Place,
  ): Block[] {
    const { src, caption, credit } = attributes
    const alt = attributes.alt ?? ''
    checkPictureText(alt, attributes.decorative !== undefined, place, this.#problems)
    const size = this.#references.picture(src)
    if (!size) {
      this.#problems.error(place, `There is no picture ${src}.`, mendPicture)
      return []
    }
    return [
      {
        type: 'figure',
        place,
        picture: { src, alt, ...size },
        ...(caption !== undefined && { caption }),
        ...(credit !== undefined && { credit }),
      },
    ]
  }

  #table(node: Element, setting: Setting, place: Place): Block[] {
    const attributes = readAttributes('Table', node.attributes, place, this.#problems)
    const [table, ...others] = node.children
    if (!attributes) return []
    if (table?.type !== 'table' || others.length > 0) {
      this.#problems.error(
        place,
        '<Table> holds something else than one table.',
        'Write an empty line, the table with its | signs, and an empty line between the tags.',
      )
      return []
    }
    const [header = [], ...rows] = table.children.map((row) =>
      row.children.map((cell): Cell => ({ children: this.#inlines(cell.children, setting) })),
    )
    if (header.some((cell) => textOf(cell.children).trim() === '')) {
      this.#problems.error(
        placeOf(table, this.#file),
        'A table has a column without a header cell.',
        'Write in the first row, for each column, what the column holds.',
      )
    }
    if (rows.some((row) => row.length !== header.length)) {
      this.#problems.error(
        placeOf(table, this.#file),
        'A row of the table has more or fewer cells than the first row.',
        'Give every row the same number of cells.',
      )
    }
    if (rows.length === 0) {
      this.#problems.error(
        placeOf(table, this.#file),
        'A table has no row under its header cells.',
        'Write at least one row, or take the table out.',
      )
    }
    const rowHeaders = attributes.rowHeaders !== undefined
    return [{ type: 'table', place, caption: attributes.caption, rowHeaders, header, rows }]
  }

  #elementName(node: Element, place: Place): ElementName | undefined {
    if (isElementName(node.name)) return node.name
    const name = node.name ?? ''
    if (/^[a-z]/.test(name)) {
      this.#problems.error(
        place,
        `Raw HTML: <${name}>.`,
        `Write Markdown, or one of the elements: ${elementList()}.`,
      )
    } else {
      this.#problems.error(
        place,
        `Unknown element <${name}>.`,
        suggest(name, Object.keys(elements)).replaceAll('`', ''),
      )
    }
    return undefined
  }

  #checkLanguage(lang: string, place: Place): boolean {
    try {
      if (Intl.getCanonicalLocales(lang)[0] === lang) return true
    } catch {
      // Reported below, as a tag that is not canonical is.
    }
    this.#problems.error(
      place,
      `“${lang}” is not a language tag.`,
      'Write a tag such as cy (Welsh), ar (Arabic) or en-GB.',
    )
    return false
  }

  #unknown(kind: string, id: string, known: ReadonlyMap<string, unknown>, place: Place): void {
    if (this.#references.isUnread(kind, id)) return
    this.#problems.error(place, `There is no ${kind} “${id}”.`, suggest(id, [...known.keys()]))
  }

  #refuse(node: MdastNode, place: Place): void {
    const [what, mend] = refusals[node.type] ?? [
      `A “${node.type}” stands here.`,
      `Write Markdown, or one of the elements: ${elementList()}.`,
    ]
    this.#problems.error(place, what, mend)
  }
}

/** Markdown that a parser knows and our vocabulary does not. */
const refusals: Partial<Record<MdastNode['type'], readonly [what: string, mend: string]>> = {
  mdxjsEsm: ['An import or export stands in the text.', 'Take the line out: content is not code.'],
  mdxFlowExpression: [
    'An expression in braces stands in the text.',
    'Take it out, or write \\{ for a brace itself: content is not code.',
  ],
  mdxTextExpression: [
    'An expression in braces stands in the text.',
    'Take it out, or write \\{ for a brace itself: content is not code.',
  ],
  html: ['Raw HTML stands in the text.', 'Write Markdown, or one of the elements.'],
  delete: [
    'Struck-out words stand in the text.',
    'A public record is corrected by a correction in content/updates/, not by striking out.',
  ],
  image: [
    'A picture stands inside a line.',
    'Put it on a line of its own, or write <Figure src="…" alt="…" />.',
  ],
  imageReference: ['A picture has its address elsewhere.', 'Write <Figure src="…" alt="…" />.'],
  linkReference: [
    'A link has its address elsewhere in the text.',
    'Write the address beside the words: [words](https://…).',
  ],
  definition: [
    'An address is defined apart from its link.',
    'Write the address beside the words: [words](https://…).',
  ],
  footnoteReference: [
    'A footnote mark stands in the text.',
    'Write a note in content/notes-to-editors/ and <NoteMark note="its-id">the words</NoteMark>.',
  ],
  footnoteDefinition: [
    'A footnote stands in the text.',
    'Write it as a note in content/notes-to-editors/.',
  ],
}

/** <Action id="x">words</Action> on one line holds its words bare: they get a paragraph. */
function withParagraphs(nodes: readonly MdastNode[]): MdastNode[] {
  const blocks: MdastNode[] = []
  let run: Extract<MdastNode, { type: 'paragraph' }> | undefined
  for (const node of nodes) {
    if (!isPhrasing(node)) {
      run = undefined
      blocks.push(node)
    } else if (run) {
      run.children.push(node)
    } else {
      run = {
        type: 'paragraph',
        children: [node],
        ...(node.position && { position: node.position }),
      }
      blocks.push(run)
    }
  }
  return blocks
}

type Phrasing = Extract<
  MdastNode,
  { type: 'text' | 'emphasis' | 'strong' | 'link' | 'inlineCode' | 'break' | 'mdxJsxTextElement' }
>

function isPhrasing(node: MdastNode): node is Phrasing {
  return [
    'text',
    'emphasis',
    'strong',
    'link',
    'inlineCode',
    'break',
    'mdxJsxTextElement',
  ].includes(node.type)
}

function isElementName(name: string | null): name is ElementName {
  return name !== null && Object.hasOwn(elements, name)
}

function elementList(): string {
  return Object.keys(elements)
    .map((name) => `<${name}>`)
    .join(', ')
}

/** A line may end anywhere in the source; what is read goes on. */
const inOneLine = (words: string): string => words.replace(/\s*\n\s*/g, ' ')

/** @param bytes a file's size. @returns such as '340 kB' */
