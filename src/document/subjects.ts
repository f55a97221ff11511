import {
  listedItem,
  pagesOf,
  titleLink,
  yearsSection,
  type Listed,
  type ListingPage,
} from './listings.ts'
import { date, link, list, paragraph, section, text } from './nodes.ts'
import type { Registers } from './references.ts'
import type { ActionPlan, NamedRole, PressRelease } from './schemas.ts'
import type { Block, Fact, Inline, NodeOf } from './vocabulary.ts'
import { everyNode } from './walk.ts'

/** The registers whose entries have a page of their own: whom and what publications are about. */
export const subjectRegisters = ['people', 'organisations', 'topics'] as const
export type SubjectRegister = (typeof subjectRegisters)[number]

/** Whom a publication names and what it is filed under. */
export interface Named {
  people: Map<string, NamedPerson>
  organisations: Set<string>
  topics: Set<string>
}
interface NamedPerson {
  /** The roles in the words of the publication. */
  roles: string[]
  quotes: NodeOf<'quotation'>[]
}

/** @param text the publication's own text, for the quotes in it. */
export function namedInRelease(front: PressRelease, text: readonly Block[]): Named {
  const named = nobody(front)
  for (const id of front.from) named.organisations.add(id)
  for (const { person, organisation, roleAsStated } of front.mentions) {
    if (person !== undefined) addPerson(named, person, roleAsStated)
    if (organisation !== undefined) named.organisations.add(organisation)
  }
  addQuotes(named, text)
  return named
}

/** @param documents the register, for the bodies that made the documents that the plan names. */
export function namedInPlan(
  front: ActionPlan,
  text: readonly NodeOf[],
  documents: Registers['documents'],
): Named {
  const named = nobody(front)
  const add = ({ person, organisation }: NamedRole) => {
    if (person !== undefined) addPerson(named, person, undefined)
    if (organisation !== undefined) named.organisations.add(organisation)
  }
  add(front.owner)
  for (const { owner, involves } of front.actions) [owner ?? {}, ...involves].forEach(add)
  for (const id of front.documents) {
    const by = documents.get(id)?.by
    if (by !== undefined) named.organisations.add(by)
  }
  addQuotes(named, text)
  return named
}

const nobody = ({ topics }: { topics: string[] }): Named => ({
  people: new Map(),
  organisations: new Set(),
  topics: new Set(topics),
})

function addPerson({ people }: Named, id: string, role: string | undefined): NamedPerson {
  const person = people.get(id) ?? { roles: [], quotes: [] }
  people.set(id, person)
  const known = person.roles.some((each) => each.toLowerCase() === role?.toLowerCase())
  if (role !== undefined && !known) person.roles.push(role)
  return person
}

function addQuotes(named: Named, text: readonly NodeOf[]): void {
  for (const node of everyNode(text)) {
    if (node.type !== 'quotation') continue
    addPerson(named, node.attribution.personId, node.attribution.roleAsStated).quotes.push(node)
  }
}

/** The part of a publication that says whom it names, with the way to all else that names them. */
export function namedSection(
  { people, organisations, topics }: Named,
  registers: Registers,
): Block[] {
  const fact = (term: string, links: Inline[][]): Fact[] =>
    links.length === 0 ? [] : [{ term, description: separated(links) }]
  const linkTo = (register: SubjectRegister, id: string) =>
    link(subjectAddress(register, id), subjectName(register, id, registers))
  const items = [
    ...fact(
      'People',
      [...people].map(([id, { roles }]) => [
        linkTo('people', id),
        ...roles.map((role) => text(` (“${role}”)`)),
      ]),
    ),
    ...fact(
      'Bodies',
      [...organisations].map((id) => [linkTo('organisations', id)]),
    ),
    ...fact(
      'Topics',
      [...topics].map((id) => [linkTo('topics', id)]),
    ),
  ]
  return items.length === 0
    ? []
    : [section('named', 'Who and what is named here', [{ type: 'facts', items }], 'aside')]
}

const separated = (parts: Inline[][]): Inline[] =>
  parts.flatMap((part, index) => (index === 0 ? part : [text('; '), ...part]))

export const subjectAddress = (register: SubjectRegister, id: string): string =>
  `/${register}/${id}/`

function subjectName(register: SubjectRegister, id: string, registers: Registers): string {
  return register === 'topics'
    ? (registers.topics.get(id)?.title ?? id)
    : (registers[register].get(id)?.name ?? id)
}

/** A publication as the page of a person, body or topic shows it. */
export interface Appearance extends Listed {
  updatedAt: Date
  /** Whether the body published it, or is only named in it. */
  publisher: boolean
  roles: readonly string[]
  quotes: readonly NodeOf<'quotation'>[]
}

/** Collects, while publications are read, what the pages of people, bodies and topics show. */
export class Subjects {
  readonly #appearances: Record<SubjectRegister, Map<string, Appearance[]>> = {
    people: new Map(),
    organisations: new Map(),
    topics: new Map(),
  }

  add(
    listed: Listed & { updatedAt: Date },
    publishers: readonly string[],
    { people, organisations, topics }: Named,
  ): void {
    const appear = (register: SubjectRegister, id: string, more: Partial<Appearance> = {}) => {
      const all = this.#appearances[register]
      const appearance = { ...listed, publisher: false, roles: [], quotes: [], ...more }
      all.set(id, [...(all.get(id) ?? []), appearance])
    }
    for (const [id, person] of people) appear('people', id, person)
    for (const id of organisations) {
      appear('organisations', id, { publisher: publishers.includes(id) })
    }
    for (const id of topics) appear('topics', id)
  }

  /** The pages of everybody and everything that a public text names: nobody else may show. */
  *pages(registers: Registers): Generator<SubjectPage> {
    for (const register of subjectRegisters) {
      const all = [...this.#appearances[register]]
      const names = all
        .map(([id, those]) => ({ id, name: subjectName(register, id, registers), those }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
      if (register !== 'topics' || names.length > 0) yield indexPage(register, names)
      for (const { id, name, those } of names) {
        const newest = those.toSorted((a, b) => b.published.localeCompare(a.published))
        const address = subjectAddress(register, id)
        for (const page of pagesOf(address, newest, ({ published }) => published)) {
          yield subjectPage(register, id, name, page, registers)
        }
      }
    }
  }
}

export interface SubjectPage {
  id: string
  address: string
  title: string
  summary: string
  /** What it is the page of, such as 'Person'; empty for a list of all. */
  kind: string
  updatedAt: Date | undefined
  tree: Block[]
}

const words = {
  people: {
    all: 'People',
    one: 'Person',
    summary: 'Everybody whom a publication names, with roles as stated and quotes.',
    none: 'No publication names anybody yet.',
  },
  organisations: {
    all: 'Bodies',
    one: 'Body',
    summary: 'The bodies that publish here, and those that publications name.',
    none: 'No publication names a body yet.',
  },
  topics: {
    all: 'Topics',
    one: 'Topic',
    summary: 'The topics that publications are filed under.',
    none: '',
  },
}

function indexPage(
  register: SubjectRegister,
  names: readonly { id: string; name: string; those: readonly Appearance[] }[],
): SubjectPage {
  const { all, summary, none } = words[register]
  const items = names.map(({ id, name, those }) => [
    link(subjectAddress(register, id), name),
    text(` (${those.length})`),
  ])
  return {
    id: register,
    address: `/${register}/`,
    title: all,
    summary,
    kind: '',
    updatedAt: newestOf(names.flatMap(({ those }) => those)),
    tree: [
      { type: 'titleBlock', title: all, kind: '', details: [] },
      paragraph(text(`${summary} The number after a name says how many publications name it.`)),
      items.length === 0 ? paragraph(text(none)) : list(items),
    ],
  }
}

function subjectPage(
  register: SubjectRegister,
  id: string,
  name: string,
  page: ListingPage<Appearance>,
  registers: Registers,
): SubjectPage {
  const title = page.year === undefined ? name : `${name} in ${page.year}`
  const siteLang = registers.site.lang
  const listing = (those: readonly Appearance[]) => [
    list(those.map((each) => listedItem(each, siteLang))),
  ]
  const published = page.items.filter(({ publisher }) => publisher)
  const others = page.items.filter(({ publisher }) => !publisher)
  const first = page.year === undefined
  return {
    id: page.address.slice(1, -1),
    address: page.address,
    title,
    summary: summaryOf(register, id, title, registers),
    kind: words[register].one,
    updatedAt: newestOf(page.items),
    tree: [
      { type: 'titleBlock', title, kind: words[register].one, details: [] },
      ...(first ? aboutSubject(register, id, registers) : []),
      ...(register === 'people' ? rolesSection(page.items, siteLang) : []),
      ...(published.length === 0
        ? []
        : [section('published', 'Published by this body', listing(published))]),
      ...(others.length === 0
        ? []
        : [
            section(
              'named-in',
              register === 'topics' ? 'Published under this topic' : 'Named in',
              listing(others),
            ),
          ]),
      ...quotesSection(name, page.items, siteLang),
      ...yearsSection(name, page),
    ],
  }
}

function summaryOf(
  register: SubjectRegister,
  id: string,
  title: string,
  registers: Registers,
): string {
  switch (register) {
    case 'people':
      return `Publications that name ${title}, with roles as stated and quotes.`
    case 'organisations':
      return `Publications by or about ${title}.`
    case 'topics':
      return registers.topics.get(id)?.summary ?? title
  }
}

/** What the register says of a subject. */
function aboutSubject(register: SubjectRegister, id: string, registers: Registers): Block[] {
  if (register === 'people') {
    const pronunciation = registers.people.get(id)?.pronunciation
    return pronunciation === undefined ? [] : [paragraph(text(`Say: ${pronunciation}`))]
  }
  if (register === 'topics') {
    return [
      paragraph(text(registers.topics.get(id)?.summary ?? '')),
      paragraph(link('/feeds/', 'Follow this topic with a feed reader')),
    ]
  }
  const body = registers.organisations.get(id)
  return [
    ...(body?.shortAsStated === undefined || body.shortAsStated === body.name
      ? []
      : [paragraph(text(`Also called: ${body.shortAsStated}`))]),
    ...(body?.boilerplate === undefined ? [] : [paragraph(text(body.boilerplate))]),
    ...(body?.url === undefined ? [] : [paragraph(link(body.url, `Website of ${body.name}`))]),
  ]
}

/** A role belongs to a publication and its date; the same words are said once, with both ends. */
function rolesSection(appearances: readonly Appearance[], siteLang: string): Block[] {
  const stated = appearances.flatMap((each) => each.roles.map((role) => ({ role, each })))
  const roles = [...Map.groupBy(stated, ({ role }) => role.toLowerCase()).values()]
  const items = roles.flatMap((those): Inline[][] => {
    const [newest, oldest] = [those[0], those.at(-1)]
    if (!newest || !oldest) return []
    const first: Inline[] = [
      text(`“${newest.role}”: as stated on `),
      date(oldest.each.published),
      text(' in '),
      titleLink(oldest.each, siteLang),
    ]
    return [
      newest === oldest ? first : [...first, text(', and last on '), date(newest.each.published)],
    ]
  })
  return items.length === 0 ? [] : [section('roles', 'Roles, as stated', [list(items)])]
}

function quotesSection(
  name: string,
  appearances: readonly Appearance[],
  siteLang: string,
): Block[] {
  const blocks = appearances.flatMap(({ address, title, lang, published, quotes }) =>
    quotes.flatMap((quote, index): Block[] => {
      const which = quotes.length === 1 ? 'Quote' : `Quote ${index + 1}`
      const children = quote.children.map((block) => moved(block, address))
      const titled: Inline =
        lang === siteLang ? text(title) : { type: 'phrase', lang, children: [text(title)] }
      const whole: Inline = {
        type: 'link',
        address: `${address}#${quote.id}`,
        children: [text(`${which} by ${name} in “`), titled, text('”')],
      }
      return [
        { type: 'blockquote', children: inLanguage(children, lang, siteLang) },
        paragraph(whole, text(', '), date(published)),
      ]
    }),
  )
  return blocks.length === 0 ? [] : [section('quotes', 'Quotes', blocks)]
}

const inLanguage = (children: Block[], lang: string, siteLang: string): Block[] =>
  lang === siteLang ? children : [{ type: 'passage', lang, children }]

/**
 * A block as it can stand away from its publication: without the marks of notes, which are shown
 * there only, and with links within the page made whole.
 */
function moved(block: Block, from: string): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, children: movedWords(block.children, from) }
    case 'list': {
      const children = block.children.map((item) => ({
        ...item,
        children: item.children.map((each) => moved(each, from)),
      }))
      return { ...block, children }
    }
    case 'blockquote':
    case 'passage':
      return { ...block, children: block.children.map((each) => moved(each, from)) }
    default:
      return block
  }
}

function movedWords(nodes: readonly Inline[], from: string): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.type === 'noteMark') return movedWords(node.children, from)
    if (!('children' in node)) return [node]
    const children = movedWords(node.children, from)
    return node.type === 'link' && node.address.startsWith('#')
      ? [{ ...node, children, address: from + node.address }]
      : [{ ...node, children }]
  })
}

const newestOf = (appearances: readonly { updatedAt: Date }[]): Date | undefined =>
  appearances.length === 0
    ? undefined
    : new Date(Math.max(...appearances.map(({ updatedAt }) => updatedAt.getTime())))
