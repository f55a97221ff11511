import { documentDetails } from './attachments.ts'
import { isTold, momentOf, updateInWords } from './changes.ts'
import { formatDay, formatDayWithWeekday } from './dates.ts'
import {
  capitalised,
  counted,
  date,
  inWords,
  link,
  list,
  paragraph,
  section,
  text,
} from './nodes.ts'
import { kindInWords } from './kinds.ts'
import { FORMATS_ID } from './offered-formats.ts'
import { findMarks } from './notes.ts'
import { progressOf, type Progress } from './plan-progress.ts'
import type { Registers } from './references.ts'
import { namedSection, type Named } from './subjects.ts'
import type {
  ActionPlan,
  NamedRole,
  NoteToEditors,
  PressRelease,
  SitePage,
  StatedDate,
  Update,
} from './schemas.ts'
import type { Block, Fact, Inline, NodeOf } from './vocabulary.ts'
import { countWords, everyNode } from './walk.ts'

/*
 * Puts together the whole of a publication as one tree: title, text, notes, and what the site
 * says about it. Every format is written from this tree, so none can leave a part out.
 */

/** An average reader of English prose reads about 200 words a minute and more; we round up. */
const wordsPerMinute = 200

/** What is known about a publication besides its own file. */
export interface Surroundings {
  registers: Registers
  /** The site's origin, with no slash at its end. */
  siteUrl: string
  note: (id: string) => { front: NoteToEditors; children: Block[] } | undefined
  updates: readonly Update[]
}

export function assembleRelease(
  id: string,
  front: PressRelease,
  body: Block[],
  named: Named,
  surroundings: Surroundings,
): Block[] {
  const { registers } = surroundings
  const publishers = publishersInWords(front.from, registers)
  const words = countWords(body)
  const minutes = Math.max(1, Math.ceil(words / wordsPerMinute))
  const updates = surroundings.updates.filter((each) => 'release' in each && each.release === id)
  return [
    {
      type: 'titleBlock',
      title: front.title,
      kind: kindInWords(front.kind),
      details: [
        [text(`From: ${publishers}`)],
        [text(`${front.dateLabelAsStated} `), date(front.published)],
        ...updatedLine(front, updates),
        [text(`${words} words, about ${counted(minutes, 'minute')} to read`)],
      ],
    },
    ...notices(front, updates),
    ...leadImage(front, surroundings),
    ...body,
    ...notesSection(front, body, surroundings),
    ...endSections(
      {
        address: `/press-releases/${id}/`,
        front,
        body,
        history: historyBlocks(updates),
        named,
        citation: citationOf(publishers, kindInWords(front.kind), front),
      },
      surroundings,
    ),
  ]
}

export function assemblePlan(
  id: string,
  front: ActionPlan,
  intro: Block[],
  commitments: readonly NodeOf<'commitment'>[],
  release: { title: string; from: readonly string[] },
  named: Named,
  surroundings: Surroundings,
): Block[] {
  const { registers } = surroundings
  const progress = surroundings.updates.filter(
    (each): each is Progress => each.type === 'progress' && each.plan === id,
  )
  const actions = front.actions.map((action, index): PlannedAction => ({
    ...action,
    number: index + 1,
    commitment: commitments.find((each) => each.id === action.id)?.children ?? [],
    progress: progressOf(action.id, front.published, progress),
    ownerWords: action.owner
      ? roleInWords(action.owner, registers)
      : `${roleInWords(front.owner, registers)}, as owner of the plan`,
  }))
  const releaseAddress = `/press-releases/${front.announcedIn}/`
  const document = front.inResponseTo && registers.documents.get(front.inResponseTo)
  const facts: Fact[] = [
    { term: 'Owner', description: [text(roleInWords(front.owner, registers))] },
    {
      term: 'Announced',
      description: [date(front.published), text(', in '), link(releaseAddress, release.title)],
    },
    ...(document ? [{ term: 'In response to', description: [text(document.title)] }] : []),
    ...(front.nextUpdateDue
      ? [{ term: 'Next update due', description: dueInWords(front.nextUpdateDue) }]
      : []),
  ]
  const sections = actions.map((action) => actionSection(action, registers))
  const updates = surroundings.updates.filter((each) => 'plan' in each && each.plan === id)
  const many = counted(actions.length, 'action')
  return [
    {
      type: 'titleBlock',
      title: front.title,
      kind: 'Action plan',
      details: updatedLine(front, updates),
    },
    ...notices(front, updates),
    { type: 'facts', items: facts },
    ...intro,
    section('timeline', 'Timeline', [timeline(actions, front, progress)]),
    section('actions', `The ${many}`, [
      ...(front.titleIsHandle
        ? [
            paragraph(
              text(
                'The short titles are ours, to help you find your way. The words of each action are those of the release.',
              ),
            ),
          ]
        : []),
      ...sections,
    ]),
    section('table', `The ${many} as a table`, [
      actionTable(actions, `${capitalised(many)} of the plan`),
    ]),
    ...notesSection(front, [...intro, ...sections], surroundings),
    ...endSections(
      {
        address: `/action-plans/${id}/`,
        front,
        body: [...intro, ...sections],
        history: planHistory(updates, actions, registers),
        named,
        citation: citationOf(publishersInWords(release.from, registers), 'Action plan', front),
      },
      surroundings,
    ),
  ]
}

export function assembleNote(
  id: string,
  front: NoteToEditors,
  body: Block[],
  uses: readonly { address: string; title: string; marks: { markId: string; label: string }[] }[],
  surroundings: Surroundings,
): Block[] {
  return [
    { type: 'titleBlock', title: front.title, kind: 'Note to editors', details: [] },
    ...body,
    section('where', 'Where this note belongs', [
      list(
        uses.flatMap(({ address, title, marks }) =>
          marks.map(({ markId, label }) => [link(`${address}#${markId}`, `${label} of ${title}`)]),
        ),
      ),
    ]),
    ...endSections({ address: `/notes-to-editors/${id}/`, body }, surroundings),
  ]
}

export function assemblePage(front: SitePage, body: Block[]): Block[] {
  return [
    { type: 'titleBlock', title: front.title, kind: '', details: [] },
    ...body,
    paragraph(text('Last reviewed on '), date(front.reviewed), text('.')),
  ]
}

const publishersInWords = (from: readonly string[], { organisations }: Registers): string =>
  inWords(from.map((id) => organisations.get(id)?.name ?? id))

const citationOf = (
  publishers: string,
  kind: string,
  { title, published }: { title: string; published: string },
): Inline[] => [text(`${publishers}, “${title}”, ${kind.toLowerCase()}, `), date(published)]

interface PlannedAction {
  id: string
  number: number
  title: string
  due?: StatedDate | undefined
  note?: string | undefined
  involves: NamedRole[]
  commitment: Block[]
  progress: ReturnType<typeof progressOf>
  ownerWords: string
}

function actionSection(action: PlannedAction, registers: Registers): NodeOf<'section'> {
  const { involves, note, progress } = action
  const items: Fact[] = [
    { term: 'Owner', description: [text(action.ownerWords)] },
    { term: 'Due', description: dueInWords(action.due) },
    { term: 'Status', description: [text(progress.words)] },
    ...(involves.length > 0
      ? [
          {
            term: 'Named in it',
            description: [text(involves.map((role) => roleInWords(role, registers)).join('; '))],
          },
        ]
      : []),
    ...(note === undefined ? [] : [{ term: 'Note', description: [text(note)] }]),
    ...progress.entries.flatMap(({ evidence }) =>
      evidence.map(({ url, label }) => ({ term: 'Evidence', description: [link(url, label)] })),
    ),
  ]
  const heading = `Action ${action.number}: ${action.title}`
  return section(action.id, heading, [...action.commitment, { type: 'facts', items }], 'action', 3)
}

function actionTable(actions: readonly PlannedAction[], caption: string): NodeOf<'table'> {
  const cell = (...children: Inline[]) => ({ children })
  return {
    type: 'table',
    caption,
    rowHeaders: true,
    header: ['Action', 'Owner', 'Due', 'Status'].map((words) => cell(text(words))),
    rows: actions.map((action) => [
      cell(link(`#${action.id}`, `${action.number}. ${action.title}`)),
      cell(text(action.ownerWords)),
      cell(...dueInWords(action.due)),
      cell(text(action.progress.words)),
    ]),
  }
}

/** Steps in the order of time: dated ones first, then stated ones without a date, then the rest. */
function timeline(
  actions: readonly PlannedAction[],
  front: ActionPlan,
  progress: readonly Progress[],
): NodeOf<'timeline'> {
  const actionLink = (action: PlannedAction) =>
    link(`#${action.id}`, `Action ${action.number}: ${action.title}`)
  const dated: { on: string; step: NodeOf<'timelineStep'> }[] = [
    {
      on: front.published,
      step: {
        type: 'timelineStep',
        when: [date(front.published)],
        workedOut: false,
        children: [
          paragraph(text(`The plan was announced, with ${counted(actions.length, 'action')}.`)),
        ],
      },
    },
  ]
  for (const action of actions) {
    const { due } = action
    if (due?.date === undefined) continue
    const inferred = due.inferred === true
    dated.push({
      on: due.date,
      step: {
        type: 'timelineStep',
        when: [date(due.date, inferred ? formatDayWithWeekday(due.date) : due.asStated)],
        workedOut: inferred,
        children: [
          paragraph(actionLink(action)),
          ...(inferred
            ? [paragraph(text(`Worked out from “${due.asStated}”: ${due.basis ?? ''}.`))]
            : []),
        ],
      },
    })
  }
  for (const entry of progress) {
    const action = actions.find(({ id }) => id === entry.action)
    const which = action ? [actionLink(action), text(': ')] : []
    dated.push({
      on: entry.on,
      step: {
        type: 'timelineStep',
        when: [date(entry.on)],
        workedOut: false,
        children: [paragraph(...which, text(entry.summary))],
      },
    })
  }
  const undated = (due: string, those: readonly PlannedAction[]): NodeOf<'timelineStep'>[] =>
    those.length === 0
      ? []
      : [
          {
            type: 'timelineStep',
            when: [text(due)],
            workedOut: false,
            children: those.map((action) => paragraph(actionLink(action))),
          },
        ]
  const steps = dated.toSorted((a, b) => a.on.localeCompare(b.on)).map(({ step }) => step)
  const stated = actions.filter(({ due }) => due !== undefined && due.date === undefined)
  return {
    type: 'timeline',
    children: [
      ...steps,
      ...stated.flatMap((action) => undated(`“${action.due?.asStated ?? ''}”`, [action])),
      ...undated(
        'No date stated',
        actions.filter(({ due }) => due === undefined),
      ),
    ],
  }
}

/** What a document says of a date, and what was worked out from it, marked so. */
function dueInWords(due: StatedDate | undefined): Inline[] {
  if (due === undefined) return [text('No date stated')]
  const stated = `“${due.asStated}”`
  if (due.date === undefined) return [text(stated)]
  if (due.inferred !== true) return [date(due.date, due.asStated)]
  return [
    text(`${stated}: `),
    date(due.date, formatDayWithWeekday(due.date)),
    text(` (worked out: ${due.basis ?? ''})`),
  ]
}

function roleInWords(role: NamedRole, registers: Registers): string {
  if (role.asStated !== undefined) return role.asStated
  const person = role.person === undefined ? undefined : registers.people.get(role.person)?.name
  const body =
    role.organisation === undefined
      ? undefined
      : registers.organisations.get(role.organisation)?.name
  return [person, body].filter((name) => name !== undefined).join(', ')
}

type Publishing = Pick<PressRelease, 'withdrawn' | 'contacts' | 'notes' | 'documents'>
type Correction = Extract<Update, { type: 'correction' }>

/** What must be read before the text: that it was withdrawn, that it was corrected. */
function notices(front: Publishing, updates: readonly Update[]): Block[] {
  const blocks: Block[] = []
  if (front.withdrawn) {
    const { on, why, replacedBy } = front.withdrawn
    blocks.push({
      type: 'notice',
      heading: 'Withdrawn',
      children: [
        paragraph(text('Withdrawn on '), date(on), text(`. ${why}`)),
        ...(replacedBy === undefined ? [] : [paragraph(link(replacedBy, 'Read what replaces it'))]),
      ],
    })
  }
  const corrections = updates.filter((each): each is Correction => each.type === 'correction')
  for (const { on, where, said, says, why } of corrections) {
    blocks.push({
      type: 'notice',
      heading: `Corrected on ${formatDay(on)}`,
      children: [
        paragraph(text(`${where}. It said: “${said}”. It now says: “${says}”.`)),
        ...(why === undefined ? [] : [paragraph(text(why))]),
      ],
    })
  }
  return blocks
}

function leadImage(front: PressRelease, { registers }: Surroundings): Block[] {
  const image = front.leadImage
  const size = image && registers.picture(image.src)
  if (!image || !size) return []
  const described = 'alt' in image ? image : undefined
  return [
    {
      type: 'figure',
      picture: { src: image.src, alt: described?.alt ?? '', ...size },
      ...(described?.caption !== undefined && { caption: described.caption }),
      ...(image.credit !== undefined && { credit: image.credit }),
    },
  ]
}

function notesSection(
  front: Publishing & { notesLabelAsStated?: string | undefined },
  marked: readonly Block[],
  { note }: Surroundings,
): Block[] {
  const backs = findMarks(marked)
  const notes = front.notes.flatMap((id): NodeOf<'note'>[] => {
    const found = note(id)
    if (!found) return []
    const { mark, title } = found.front
    return [
      {
        type: 'note',
        id: `note-${id}`,
        mark,
        title,
        backs: backs.get(id) ?? [],
        children: found.children,
      },
    ]
  })
  if (notes.length === 0) return []
  const label = front.notesLabelAsStated
  return [
    section(
      'notes-to-editors',
      'Notes to editors',
      [...(label === undefined ? [] : [paragraph(text(label))]), ...notes],
      'notes',
    ),
  ]
}

interface Ending {
  address: string
  front?: Publishing & Partial<PressRelease>
  body: readonly Block[]
  /** What has changed since it was published. */
  history?: Block[]
  named?: Named
  /** How to name it in another text, before its address. */
  citation?: Inline[]
}

/** What stands at the end of every publication. */
function endSections(
  { address, front, body, history = [], named, citation }: Ending,
  { registers, siteUrl }: Surroundings,
): Block[] {
  const aside = (id: string, heading: string, children: Block[]) =>
    children.length === 0 ? [] : [section(id, heading, children, 'aside')]
  const boilerplate =
    front?.boilerplate === undefined ? undefined : registers.organisations.get(front.boilerplate)
  return [
    ...aside('contacts', 'Contacts', contactBlocks(front?.contacts ?? [])),
    ...(boilerplate?.boilerplate === undefined
      ? []
      : aside('about-the-publisher', `About ${boilerplate.name}`, [
          paragraph(text(boilerplate.boilerplate)),
        ])),
    ...aside(
      'documents',
      'Documents named here',
      documentBlocks(front?.documents ?? [], registers),
    ),
    // A withdrawn text is on no list, so there may be no page about those it names.
    ...(named && !front?.withdrawn ? namedSection(named, registers) : []),
    ...aside('short-forms', 'Short forms', shortForms(body, registers)),
    ...aside('history', 'What has changed', history),
    ...aside('other-languages', 'Other languages', translationBlocks(front?.translations ?? {})),
    ...aside('about', 'About this page', [
      {
        type: 'facts',
        items: [
          ...(front?.source ? [{ term: 'Source', description: [text(front.source.note)] }] : []),
          ...(front?.reviewOn === undefined
            ? []
            : [{ term: 'To be reviewed on', description: [date(front.reviewOn)] }]),
          ...(citation
            ? [{ term: 'To cite it', description: [...citation, text(`, ${siteUrl}${address}`)] }]
            : []),
          { term: 'Address', description: [text(`${siteUrl}${address}`)] },
        ],
      },
    ]),
    accessibleFormats(address, front !== undefined, registers),
  ]
}

function contactBlocks(contacts: PressRelease['contacts']): Block[] {
  const purposes = {
    press: 'For the press',
    public: 'For the public',
    'accessible-formats': 'For accessible formats',
  }
  if (contacts.length === 0) return []
  return [
    {
      type: 'facts',
      items: contacts.map(({ name, purpose, email, telephone, textRelay, hours }) => ({
        term: `${purposes[purpose]}: ${name}`,
        description: [
          email === undefined ? undefined : link(`mailto:${email}`, email),
          telephone === undefined
            ? undefined
            : link(`tel:${telephone.replaceAll(' ', '')}`, telephone),
          textRelay === undefined ? undefined : text(`text relay ${textRelay}`),
          hours === undefined ? undefined : text(hours),
        ]
          .filter((part) => part !== undefined)
          .flatMap((part, index) => (index === 0 ? [part] : [text(', '), part])),
      })),
    },
  ]
}

function documentBlocks(ids: readonly string[], registers: Registers): Block[] {
  const named = ids.flatMap((id) => registers.documents.get(id) ?? [])
  if (named.length === 0) return []
  const items = named.map((document): Inline[] => {
    const { href, title, formats } = document
    if (href === undefined) return [text(title)]
    const details = documentDetails(document, registers.attachments)
    return [
      { type: 'documentLink', address: href, details, children: [text(title)] },
      ...formats.flatMap((copy) => [
        text('; also as '),
        link(copy.href, copy.format),
        text(`, made by ${copy.madeBy}`),
      ]),
    ]
  })
  const missing = named.every(({ href }) => href === undefined)
    ? [paragraph(text('The text gives no address for these, so none is linked.'))]
    : []
  return [list(items), ...missing]
}

function shortForms(body: readonly Block[], registers: Registers): Block[] {
  // Apart, so that the last word of a paragraph and the first of the next are not one.
  const words = [...everyNode(body)]
    .flatMap((node) => ('value' in node ? node.value : []))
    .join('\n')
  const items = registers.glossary
    .filter(({ term }) =>
      new RegExp(`(?<!\\p{L})${RegExp.escape(term)}(?!\\p{L})`, 'u').test(words),
    )
    .map(({ term, meaning }): Fact => ({
      term,
      description: [text(meaning ?? 'The text does not say what it stands for.')],
    }))
  return items.length === 0 ? [] : [{ type: 'facts', items }]
}

/** The day of the last change that readers are told of. */
function updatedLine({ withdrawn }: Publishing, updates: readonly Update[]): Inline[][] {
  const changes = [...updates.filter(isTold), ...(withdrawn ? [withdrawn] : [])]
  const last = inOrder(changes).at(-1)
  return last === undefined ? [] : [[text('Updated '), date(last.on)]]
}

const inOrder = <T extends { on: string; at?: string | undefined }>(changes: readonly T[]): T[] =>
  changes.toSorted((a, b) => momentOf(a).getTime() - momentOf(b).getTime())

function historyBlocks(updates: readonly Update[]): Block[] {
  const items = inOrder(updates).map((update): Inline[] => [
    date(update.on),
    text(`: ${historyInWords(update)}`),
  ])
  return items.length === 0 ? [] : [list(items)]
}

function historyInWords(update: Update): string {
  // What was wrong stands at the top of the page.
  return update.type === 'correction' ? `Corrected: ${update.where}` : updateInWords(update)
}

const kindsOfChange = {
  correction: 'Corrected',
  change: 'Words changed',
  'format-added': 'Format added',
}

/** What has changed in a plan, as a table: its actions move at different times. */
function planHistory(
  updates: readonly Update[],
  actions: readonly PlannedAction[],
  registers: Registers,
): Block[] {
  if (updates.length === 0) return []
  const row = (update: Update): Inline[][] => {
    if (update.type !== 'progress') {
      const what = update.type === 'correction' ? update.where : updateInWords(update)
      return [
        [date(update.on)],
        [text('The whole plan')],
        [text(kindsOfChange[update.type])],
        [text(what)],
      ]
    }
    const action = actions.find(({ id }) => id === update.action)
    return [
      [date(update.on)],
      action ? [link(`#${action.id}`, `${action.number}. ${action.title}`)] : [text(update.action)],
      [text(capitalised(update.status))],
      [text(`${update.summary} Reported by: ${roleInWords(update.by, registers)}.`)],
    ]
  }
  return [
    {
      type: 'table',
      caption: 'What has changed in the plan, in the order of time',
      rowHeaders: true,
      header: ['Date', 'Action', 'Status or kind of change', 'What changed'].map((words) => ({
        children: [text(words)],
      })),
      rows: inOrder(updates).map((update) => row(update).map((children) => ({ children }))),
    },
  ]
}

function translationBlocks(translations: PressRelease['translations']): Block[] {
  const items = Object.entries(translations).map(([lang, id]): Inline[] => [
    { type: 'phrase', lang, children: [link(`/press-releases/${id}/`, languageName(lang))] },
  ])
  return items.length === 0 ? [] : [list(items)]
}

/** The name of a language in that language. */
function languageName(lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang
}

/**
 * The publishing body's own offer, word for word, and the way to what can be had at once. The list
 * itself is no part of the tree: it tells of the files that are written from it.
 */
function accessibleFormats(address: string, isRecord: boolean, { site }: Registers): Block {
  const { heading, paragraphs, formLink } = site.accessibleFormats
  const offer = paragraphs.map((words) => {
    const at = words.indexOf(formLink)
    if (at < 0) return paragraph(text(words))
    return paragraph(
      text(words.slice(0, at)),
      link(`/request-a-format/?page=${address}`, formLink),
      text(words.slice(at + formLink.length)),
    )
  })
  const now = paragraph(
    text(
      'You can have this page itself in other formats now, such as Word, large print, EPUB and braille: see ',
    ),
    link(`${address}#${FORMATS_ID}`, 'all formats of this page'),
    text('.'),
  )
  return section('accessible-formats', heading, [...offer, ...(isRecord ? [now] : [])])
}
