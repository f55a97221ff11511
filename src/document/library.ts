import type * as z from 'zod'
import {
  assembleNote,
  assemblePage,
  assemblePlan,
  assembleRelease,
  type Surroundings,
} from './assemble.ts'
import { checkAttachments, detailsOf, type Attachments } from './attachments.ts'
import { checkContentRoot, readFolder, type ContentFile, type folders } from './content-files.ts'
import { checkPictureText } from './checks.ts'
import { withContents } from './contents.ts'
import {
  changesPages,
  isTold,
  momentOf,
  updateInWords,
  type Change,
  type ChangesPage,
} from './changes.ts'
import { formatDay, momentInLondon, timestamp, yearAndMonth } from './dates.ts'
import { kindInWords } from './kinds.ts'
import { LinkIndex } from './links.ts'
import { findMarks } from './notes.ts'
import { FORMATS_ID, offered } from './offered-formats.ts'
import { matchActions } from './plan-actions.ts'
import { mendPicture, shownPictures } from './pictures.ts'
import { momentInWords, previewNotice } from './preview.ts'
import { Problems, suggest, type Place } from './problems.ts'
import { readRedirects } from './redirects.ts'
import type { References, Registers } from './references.ts'
import { isPublicFile, readRegisters } from './registers.ts'
import * as schemas from './schemas.ts'
import { isPublic, publicFrom } from './states.ts'
import { readStructuredData, type StructuredData } from './structured-data.ts'
import {
  namedInPlan,
  namedInRelease,
  subjectRegisters,
  Subjects,
  type Named,
  type SubjectPage,
} from './subjects.ts'
import { placeOf } from './syntax.ts'
import { buildTree } from './tree.ts'
import type { Block, NodeOf } from './vocabulary.ts'
import { everyNode, textOf } from './walk.ts'

/** A publication as it leaves the library: what lists need, and the tree that formats write. */
export type Publication = {
  id: string
  file: string
  /** Its address on the site, such as /press-releases/a-slug/. */
  address: string
  tree: Block[]
} & (
  | { collection: 'press-releases'; data: schemas.ReleaseEntry }
  | { collection: 'action-plans'; data: schemas.PlanEntry }
  | { collection: 'notes-to-editors'; data: schemas.NoteEntry }
  | { collection: 'pages'; data: schemas.PageEntry }
)

export interface LibraryOptions {
  /** The folder that holds content/ and public/. */
  root: string
  /** The site's origin, with no slash at its end. */
  siteUrl: string
  /** The moment at which the site is published. */
  now: Date
  /** The documents of content/documents/, checked (src/attachments/); none when left out. */
  attachments?: Attachments
  /** Whether what is not public yet is shown too, and marked so: for dev and preview builds. */
  preview?: boolean
  /** Called once for each file with its words as parsed, for a second look at them. */
  inspect?: (file: ContentFile, problems: Problems) => void
}

/** What a reading of content/ found. Nothing may be published while there are errors. */
export interface Library {
  readonly problems: Problems
  readonly site: schemas.Site | undefined
  /** The moments to come at which more becomes public, soonest first. */
  readonly moments: Date[]
}

/** A reading that goes on while its publications are taken; only then is the rest of it whole. */
export interface OpenLibrary extends Library {
  /** Each public publication, once. The trees of those that were taken are not kept. */
  readonly publications: Iterable<Publication>
}

/** Addresses that the site has whatever its content is; src/pages has a file for each. */
export const fixedAddresses = [
  '/',
  '/press-releases/',
  '/action-plans/',
  '/notes-to-editors/',
  '/search/',
  '/feeds/',
  '/formats/',
  '/request-a-format/',
] as const

/** What a release and a plan can be had as; src/pages has an endpoint for each. */
const formatEndings = [...offered.map(({ ending }) => ending), '.png']

/** Names that no file of content/pages/ may have: the site makes these pages itself. */
const madePages: readonly string[] = [
  ...fixedAddresses.map((address) => address.slice(1, -1)),
  ...subjectRegisters,
  'updates',
  'corrections',
]

/**
 * Reads all of content/, checks it, and hands out each public publication as a tree.
 * Everything wrong is collected, so that a writer sees it at once; nothing is thrown.
 */
export function openLibrary(options: LibraryOptions): OpenLibrary {
  const problems = new Problems()
  const { root, attachments = new Map() } = options
  checkContentRoot(root, problems)
  const registers = readRegisters(root, attachments, problems)
  if (!registers) return { problems, site: undefined, moments: [], publications: [] }
  const reading = new Reading(options, registers, problems)
  return {
    problems,
    site: registers.site,
    get moments() {
      return reading.moments
    },
    publications: reading.publications(),
  }
}

/**
 * The same for those who want all of it at once.
 * @param publish called for each public publication
 */
export function readLibrary({
  publish,
  ...options
}: LibraryOptions & { publish?: (publication: Publication) => void }): Library {
  const library = openLibrary(options)
  for (const publication of library.publications) publish?.(publication)
  return library
}

type Folder = (typeof folders)[number]

const kindOf: Record<Folder, string> = {
  'press-releases': 'press release',
  'action-plans': 'action plan',
  'notes-to-editors': 'note',
  updates: 'update',
  pages: 'page',
}

interface ReadPlan {
  file: ContentFile
  front: StructuredData<schemas.ActionPlan>
  intro: Block[]
  commitments: NodeOf<'commitment'>[]
  public: boolean
}
interface ReadRelease {
  formats: schemas.MadeFormat[]
  title: string
  published: string
  from: string[]
  public: boolean
  publishedAt: Date | undefined
}
interface ReadNote {
  file: ContentFile
  front: schemas.NoteToEditors
  children: Block[]
}
interface NoteUse {
  address: string
  title: string
  dates: NoteDates
  /** What a preview says of the text that carries it. */
  notice: Block[]
  marks: { markId: string; label: string }[]
}
/** A note is as old as the oldest public text that carries it. */
type NoteDates = Pick<schemas.NoteEntry, 'published' | 'publishedAt' | 'updatedAt' | 'from'>

/** One reading of content/: notes and plans first, because releases show parts of them. */
class Reading {
  readonly #options: LibraryOptions
  readonly #registers: Registers
  readonly #problems: Problems
  readonly #references: References
  readonly #surroundings: Surroundings
  readonly #notes = new Map<string, ReadNote>()
  readonly #plans = new Map<string, ReadPlan>()
  readonly #releases = new Map<string, ReadRelease>()
  readonly #updates: schemas.Update[] = []
  /** What only a preview shows: what of it is not public yet, by the address that it belongs to. */
  readonly #early = new Map<string, string[]>()
  readonly #everyUpdate: StructuredData<schemas.Update>[] = []
  /** What people made of publications that are public or not. */
  readonly #everyFormat: { made: schemas.MadeFormat; place: Place }[] = []
  readonly #changes: Change[] = []
  readonly #subjects = new Subjects()
  readonly #moments = new Set<number>()
  readonly #noteUses = new Map<string, NoteUse[]>()
  readonly #links: LinkIndex
  /** Files that cannot be read, as kind and id: what refers to them is not wrong for that. */
  readonly #unread = new Set<string>()
  /** References to releases, held until all releases have been read. */
  readonly #releaseReferences: { id: string; place: Place; mustBePublic: boolean }[] = []

  constructor(options: LibraryOptions, registers: Registers, problems: Problems) {
    this.#options = options
    this.#registers = registers
    this.#problems = problems
    this.#links = new LinkIndex(
      (address) => registers.attachments.has(address) || isPublicFile(options.root, address),
      readRedirects(options.root, problems),
    )
    const notes = new Map<string, schemas.NoteToEditors>()
    const plans = new Map<string, { title: string; commitments: NodeOf<'commitment'>[] }>()
    const isUnread = (kind: string, id: string) => this.#unread.has(`${kind} ${id}`)
    this.#references = { ...registers, notes, plans, isUnread }
    this.#surroundings = {
      registers,
      siteUrl: options.siteUrl,
      note: (id) => this.#notes.get(id),
      updates: this.#updates,
    }
    for (const address of fixedAddresses) this.#links.add(address)
    this.#readNotes(notes)
    this.#readPlans(plans)
    this.#readUpdates()
  }

  *publications(): Generator<Publication, void> {
    yield* this.#readReleases()
    yield* this.#publishPlans()
    yield* this.#publishNotes()
    yield* this.#publishPages()
    yield* this.#publishOverviews()
    this.#checkSecurityContact()
    this.#checkUpdates()
    checkAttachments(this.#registers, this.#everyFormat, this.#problems)
    this.#checkReferencesToReleases()
    this.#links.check(this.#problems)
  }

  /** The moments to come at which more becomes public. */
  get moments(): Date[] {
    return [...this.#moments].toSorted((a, b) => a - b).map((moment) => new Date(moment))
  }

  #readNotes(known: Map<string, schemas.NoteToEditors>): void {
    for (const file of this.#folder('notes-to-editors')) {
      const front = this.#front(schemas.noteToEditors, file, 'notes-to-editors')
      if (!front) continue
      known.set(file.id, front.value)
      const blocks = this.#text(file, front.value.lang)
      this.#refuseMarks(blocks)
      this.#notes.set(file.id, { file, front: front.value, children: blocks })
    }
  }

  #readPlans(known: Map<string, { title: string; commitments: NodeOf<'commitment'>[] }>): void {
    for (const file of this.#folder('action-plans')) {
      const read = this.#front(schemas.actionPlan, file, 'action-plans')
      if (!read) continue
      const front = this.#asOfNow(read, `/action-plans/${file.id}/`)
      const { blocks, actions } = this.#tree(file, front.value.lang)
      const { title } = front.value
      this.#checkPlan(front, actions)
      this.#refusePlaceholders(front.value.state, [...blocks, ...actions])
      const ids = [front.value.actions, actions].map((those) => those.map(({ id }) => id))
      if (ids.some((those) => new Set(those).size < those.length)) {
        this.#setAside('action-plans', file.id)
        continue
      }
      known.set(file.id, { title, commitments: actions })
      this.#plans.set(file.id, {
        file,
        front,
        intro: blocks,
        commitments: actions,
        public: this.#isPublic(front.value),
      })
    }
  }

  #checkPlan(
    front: StructuredData<schemas.ActionPlan>,
    commitments: readonly NodeOf<'commitment'>[],
  ): void {
    const { value, place } = front
    matchActions(front, commitments, this.#problems)
    value.actions.forEach(({ owner, involves }, index) => {
      if (owner) this.#checkRole(owner, place('actions', index, 'owner'))
      involves.forEach((role, each) => {
        this.#checkRole(role, place('actions', index, 'involves', each))
      })
    })
    this.#checkRole(value.owner, place('owner'))
    if (value.inResponseTo !== undefined) {
      this.#known('document', value.inResponseTo, this.#registers.documents, place('inResponseTo'))
    }
    this.#releaseReferences.push({
      id: value.announcedIn,
      place: place('announcedIn'),
      mustBePublic: this.#isPublic(value),
    })
    this.#checkPublishing(front)
  }

  #readUpdates(): void {
    for (const file of this.#folder('updates')) {
      const front = this.#front(schemas.update, file, 'updates')
      if (!front) continue
      const { value, place } = front
      this.#everyUpdate.push(front)
      // What is dated to come would tell the public of it before its day.
      if (this.#isShown(momentOf(value), addressOfTarget(value), `The update of ${file.file}`)) {
        this.#updates.push(value)
      }
      const [first] = file.body
      if (first) {
        this.#problems.error(
          placeOf(first, file.file),
          'An update has text under its front matter, where nothing shows it.',
          'Say it in the fields, such as `summary`.',
        )
      }
      if (value.type === 'progress') {
        const plan = this.#plans.get(value.plan)
        this.#known('action plan', value.plan, this.#plans, place('plan'))
        const actions = plan?.front.value.actions.map(({ id }) => id)
        if (actions && !actions.includes(value.action)) {
          this.#problems.error(
            place('action'),
            `The plan “${value.plan}” has no action “${value.action}”.`,
            suggest(value.action, actions),
          )
        }
        this.#checkRole(value.by, place('by'))
      } else if (value.plan !== undefined) {
        this.#known('action plan', value.plan, this.#plans, place('plan'))
      } else if (value.release !== undefined) {
        this.#releaseReferences.push({
          id: value.release,
          place: place('release'),
          mustBePublic: false,
        })
      }
    }
  }

  *#readReleases(): Generator<Publication, void> {
    for (const file of this.#folder('press-releases')) {
      const read = this.#front(schemas.pressRelease, file, 'press-releases')
      if (!read) continue
      const address = `/press-releases/${file.id}/`
      const front = this.#asOfNow(read, address)
      const { value, place } = front
      const shown = this.#isPublic(value)
      const publishedAt = this.#publicFrom(value)
      const { title, published, from, formats } = value
      this.#releases.set(file.id, { title, published, from, formats, public: shown, publishedAt })
      const blocks = this.#text(file, value.lang)
      value.from.forEach((id, index) => {
        this.#known('organisation', id, this.#registers.organisations, place('from', index))
      })
      value.announces.forEach((id, index) => {
        this.#known('action plan', id, this.#plans, place('announces', index))
        if (shown && this.#plans.get(id)?.public === false) {
          this.#problems.error(
            place('announces', index),
            `The plan “${id}” is not public, but this release is.`,
            'Give both the same `state`, `published`, `publishAt` and `embargoUntil`.',
          )
          this.#links.addUndecided(`/action-plans/${id}/`)
        }
      })
      value.mentions.forEach((mention, index) => {
        this.#checkRole(mention, place('mentions', index))
      })
      if (value.boilerplate !== undefined) {
        const { boilerplate } = value
        this.#known(
          'organisation',
          boilerplate,
          this.#registers.organisations,
          place('boilerplate'),
        )
      }
      if (value.leadImage && !this.#registers.picture(value.leadImage.src)) {
        this.#problems.error(
          place('leadImage', 'src'),
          `There is no picture ${value.leadImage.src}.`,
          mendPicture,
        )
      }
      if (value.leadImage && 'alt' in value.leadImage) {
        checkPictureText(value.leadImage.alt, false, place('leadImage', 'alt'), this.#problems)
      }
      for (const [lang, id] of Object.entries(value.translations)) {
        this.#releaseReferences.push({
          id,
          place: place('translations', lang),
          mustBePublic: shown,
        })
      }
      this.#checkPublishing(front)
      this.#refusePlaceholders(value.state, blocks)
      this.#checkNotes(front, blocks)
      if (!shown || !publishedAt) continue
      const made = this.#madeFormats(front, address, { release: file.id })
      const about = namedInRelease(value, blocks)
      const notice = this.#previewNotice(address, value)
      const tree = withNotice(
        assembleRelease(file.id, value, blocks, about, this.#surroundings),
        notice,
      )
      const changes = this.#changesOf(address, value, this.#updatesOf({ release: file.id }))
      const data = {
        ...filed(value, publishedAt, changes, about, made),
        ...this.#marked(value),
        from,
        kind: value.kind,
        announces: value.announces,
      }
      this.#useNotes({ address, title, dates: data, notice }, blocks)
      this.#addArchives(published)
      this.#record(address, kindInWords(value.kind), data, about)
      const whole = { ...data, ...this.#filesOf(tree, made) }
      yield this.#whole({
        collection: 'press-releases',
        ...named(file),
        address,
        tree,
        data: whole,
      })
    }
  }

  /**
   * What people made of a publication and can be had by now. What came after the publication is an
   * update by itself, unless a file of content/updates/ tells of it in other words.
   */
  #madeFormats(
    { value, place }: StructuredData<schemas.PressRelease | schemas.ActionPlan>,
    address: string,
    target: { release: string } | { plan: string },
  ): schemas.MadeFormat[] {
    const formats = value.formats.filter(({ format, href, added }, index) => {
      const what = `The format “${format}”`
      if (!this.#isShown(momentInLondon(added), address, what)) return false
      this.#links.addLink(address, href, place('formats', index, 'href'))
      return true
    })
    for (const { format, madeBy, added } of formats) {
      const isTold = this.#updatesOf(target).some(
        (each) => each.type === 'format-added' && each.format === format,
      )
      if (added <= value.published || isTold) continue
      const summary = `Made by ${madeBy}.`
      this.#updates.push({ type: 'format-added', on: added, ...target, format, summary })
    }
    return formats
  }

  #updatesOf(target: { release: string } | { plan: string }): schemas.Update[] {
    return this.#updates.filter((each) =>
      'plan' in target
        ? each.plan === target.plan
        : 'release' in each && each.release === target.release,
    )
  }

  #addArchives(published: string): void {
    const { year, month } = yearAndMonth(published)
    this.#links.add(`/press-releases/${year}/`)
    this.#links.add(`/press-releases/${year}/${month}/`)
  }

  *#publishPlans(): Generator<Publication, void> {
    for (const { file, front, intro, commitments, public: shown } of this.#plans.values()) {
      const { value } = front
      this.#checkNotes(front, [...intro, ...commitments])
      const release = this.#releases.get(value.announcedIn)
      if (!release) this.#links.addUndecided(`/action-plans/${file.id}/`)
      const publishedAt = this.#publicFrom(value)
      if (!shown || !publishedAt || !release) continue
      const address = `/action-plans/${file.id}/`
      const made = this.#madeFormats(front, address, { plan: file.id })
      const about = namedInPlan(value, [...intro, ...commitments], this.#registers.documents)
      const notice = this.#previewNotice(address, value)
      const tree = withNotice(
        assemblePlan(file.id, value, intro, commitments, release, about, this.#surroundings),
        notice,
      )
      const changes = this.#changesOf(address, value, this.#updatesOf({ plan: file.id }))
      const data = {
        ...filed(value, publishedAt, changes, about, made),
        ...this.#marked(value),
        from: release.from,
        announcedIn: value.announcedIn,
        actions: value.actions.length,
      }
      this.#useNotes({ address, title: value.title, dates: data, notice }, tree)
      this.#record(address, 'Action plan', data, about)
      const whole = { ...data, ...this.#filesOf(tree, made) }
      yield this.#whole({ collection: 'action-plans', ...named(file), address, tree, data: whole })
    }
  }

  /** Remembers a publication for the pages of those that it names. */
  #record(
    address: string,
    kind: string,
    data: schemas.ReleaseEntry | schemas.PlanEntry,
    about: Named,
  ): void {
    const { title, lang, published, from, withdrawn } = data
    if (withdrawn) return
    const updatedAt = new Date(data.updatedAt)
    const listed = { address, title, lang, kind: kind.toLowerCase(), published, updatedAt }
    this.#subjects.add(listed, from, about)
  }

  /** What changed in a publication, newest first; remembered for the lists of changes. */
  #changesOf(
    address: string,
    { title, lang, withdrawn }: schemas.PressRelease | schemas.ActionPlan,
    updates: readonly schemas.Update[],
  ): Change[] {
    const subject = { address, title, lang }
    const changes = updates.filter(isTold).map((update) => ({
      ...subject,
      on: update.on,
      moment: momentOf(update),
      correction: update.type === 'correction',
      what: updateInWords(update, this.#actionInWords(update)),
    }))
    if (withdrawn) {
      const { on, why } = withdrawn
      const moment = momentOf(withdrawn)
      changes.push({ ...subject, on, moment, correction: false, what: `Withdrawn. ${why}` })
    }
    this.#changes.push(...changes)
    return changes.toSorted((a, b) => b.moment.getTime() - a.moment.getTime())
  }

  /** The number and title of the action that an update is about. */
  #actionInWords(update: schemas.Update): string {
    if (update.type !== 'progress') return ''
    const actions = this.#plans.get(update.plan)?.front.value.actions ?? []
    const index = actions.findIndex(({ id }) => id === update.action)
    return index < 0 ? '' : `Action ${index + 1}, ${actions[index]?.title ?? ''}`
  }

  *#publishNotes(): Generator<Publication, void> {
    for (const { file, front, children } of this.#notes.values()) {
      const uses = this.#noteUses.get(file.id)
      // A note is public once a public text carries it.
      if (!uses) continue
      const address = `/notes-to-editors/${file.id}/`
      const { title, summary, lang } = front
      const oldest = uses.toSorted((a, b) =>
        a.dates.publishedAt.localeCompare(b.dates.publishedAt),
      )[0]
      if (!oldest) continue
      const isPublic = uses.some(({ notice }) => notice.length === 0)
      const tree = withNotice(
        assembleNote(file.id, front, children, uses, this.#surroundings),
        isPublic ? [] : oldest.notice,
      )
      const { published, publishedAt, updatedAt, from } = oldest.dates
      const files = this.#filesOf(tree)
      const data = { title, summary, lang, published, publishedAt, updatedAt, from, ...files }
      yield this.#whole({ collection: 'notes-to-editors', ...named(file), address, tree, data })
    }
  }

  *#publishPages(): Generator<Publication, void> {
    for (const file of this.#folder('pages')) {
      if (madePages.includes(file.id)) {
        this.#problems.error(
          { file: file.file, line: 1, column: 1 },
          `The site makes the page /${file.id}/ itself.`,
          'Give the file another name, or take it away.',
        )
        continue
      }
      const front = this.#front(schemas.sitePage, file, 'pages')
      if (!front) continue
      const blocks = this.#text(file, front.value.lang)
      this.#refuseMarks(blocks)
      const { title, summary, lang } = front.value
      const tree = assemblePage(front.value, blocks)
      const updatedAt = timestamp(momentInLondon(front.value.reviewed))
      const data = { title, summary, lang, kind: '', updatedAt, ...this.#filesOf(tree) }
      yield this.#whole({
        collection: 'pages',
        ...named(file),
        address: `/${file.id}/`,
        tree,
        data,
      })
    }
  }

  /** The pages that are made from what all publications say together. */
  *#publishOverviews(): Generator<Publication, void> {
    const { lang } = this.#registers.site
    const corrections = this.#changes.filter(({ correction }) => correction)
    const overviews: Iterable<SubjectPage | ChangesPage>[] = [
      this.#subjects.pages(this.#registers),
      changesPages('updates', this.#changes, lang),
      changesPages('corrections', corrections, lang),
    ]
    for (const { id, address, title, summary, tree, updatedAt, ...more } of overviews.flatMap(
      (pages) => [...pages],
    )) {
      const data = {
        title,
        summary,
        lang,
        kind: 'kind' in more ? more.kind : '',
        ...(updatedAt && { updatedAt: timestamp(updatedAt) }),
        ...this.#filesOf(tree),
      }
      const file = `content/${id}`
      yield this.#whole({ collection: 'pages', id, file, address, tree, data })
    }
  }

  /** The files of this site that a publication shows or links to: only these are served. */
  #filesOf(
    tree: readonly Block[],
    made: readonly schemas.MadeFormat[] = [],
  ): { attached?: schemas.Attached[]; pictures?: schemas.ShownPicture[] } {
    const attached = this.#attachedTo(tree, made)
    const pictures = shownPictures(this.#options.root, tree)
    return {
      ...(attached.length > 0 && { attached }),
      ...(pictures.length > 0 && { pictures }),
    }
  }

  /** The documents of this site that a publication links to, and what their check found. */
  #attachedTo(tree: readonly Block[], made: readonly schemas.MadeFormat[]): schemas.Attached[] {
    const titles = new Map(made.map(({ href, format }) => [href, format]))
    for (const node of everyNode(tree)) {
      if (node.type !== 'link' && node.type !== 'documentLink') continue
      titles.set(node.address, textOf(node.children))
    }
    for (const { href, title } of this.#registers.documents.values()) {
      if (href !== undefined && titles.has(href)) titles.set(href, title)
    }
    return [...titles].flatMap(([address, title]) => {
      const attachment = this.#registers.attachments.get(address)
      if (!attachment) return []
      const { verdict, checkedOn, digest } = attachment
      return [{ title, address, details: detailsOf(attachment), verdict, checkedOn, digest }]
    })
  }

  /** A publication as it goes out, with the list of its contents. */
  #whole(publication: Publication): Publication {
    const { address, file, data } = publication
    const tree = withContents(publication.tree)
    const isRecord = 'formats' in data
    this.#links.addTree(address, tree, file, this.#problems, isRecord ? [FORMATS_ID] : [])
    for (const picture of data.pictures ?? []) this.#links.add(picture.address)
    if (isRecord) for (const end of formatEndings) this.#links.add(address.slice(0, -1) + end)
    return { ...publication, tree }
  }

  *#folder(folder: Folder): Generator<ContentFile> {
    const unread = (id: string) => {
      this.#setAside(folder, id)
    }
    for (const file of readFolder(this.#options.root, folder, this.#problems, unread)) {
      this.#options.inspect?.(file, this.#problems)
      yield file
    }
  }

  /** Whether a publication is shown: it is public, or this is a preview. */
  #isPublic(front: schemas.PressRelease | schemas.ActionPlan): boolean {
    const from = publicFrom(front)
    const isPublic = from !== undefined && this.#isPast(from)
    return isPublic || this.#isPreview
  }

  /** A preview dates what has no time yet as if it went out on its day. */
  #publicFrom(front: schemas.PressRelease | schemas.ActionPlan): Date | undefined {
    return publicFrom(front) ?? (this.#isPreview ? momentInLondon(front.published) : undefined)
  }

  /** For the lists of a preview. */
  #marked(front: schemas.PressRelease | schemas.ActionPlan): { notPublic?: true } {
    return this.#isPreview && !isPublic(front, this.#options.now) ? { notPublic: true } : {}
  }

  get #isPreview(): boolean {
    return this.#options.preview === true
  }

  /** A publication as it is now: a withdrawal that is dated to come has not happened. */
  #asOfNow<T extends schemas.PressRelease | schemas.ActionPlan>(
    front: StructuredData<T>,
    address: string,
  ): StructuredData<T> {
    const { withdrawn } = front.value
    if (!withdrawn || this.#isShown(momentOf(withdrawn), address, 'The withdrawal')) return front
    return { ...front, value: { ...front.value, state: 'published', withdrawn: undefined } }
  }

  /**
   * Whether a part of a publication is shown: its moment has come, or this is a preview, which
   * then says of what it belongs to that this part is not public.
   */
  #isShown(moment: Date, address: string, what: string): boolean {
    if (this.#isPast(moment)) return true
    if (!this.#isPreview) return false
    const said = this.#early.get(address) ?? []
    this.#early.set(address, [...said, `${what} becomes public on ${momentInWords(moment)}.`])
    return true
  }

  #previewNotice(address: string, front: schemas.PressRelease | schemas.ActionPlan): Block[] {
    if (!this.#isPreview) return []
    return previewNotice(front, this.#options.now, this.#early.get(address) ?? [])
  }

  /** Whether a moment has come; one that is to come is remembered. */
  #isPast(moment: Date): boolean {
    if (moment <= this.#options.now) return true
    this.#moments.add(moment.getTime())
    return false
  }

  #setAside(folder: Folder, id: string): void {
    this.#unread.add(`${kindOf[folder]} ${id}`)
    this.#links.addUndecided(folder === 'pages' ? `/${id}/` : `/${folder}/${id}/`)
  }

  #front<T>(
    schema: z.ZodType<T>,
    file: ContentFile,
    folder: Folder,
  ): StructuredData<T> | undefined {
    const { frontMatter, frontMatterOffset } = file
    const front = readStructuredData(
      schema,
      frontMatter,
      file.file,
      this.#problems,
      frontMatterOffset,
    )
    if (!front) this.#setAside(folder, file.id)
    return front
  }

  #tree(file: ContentFile, lang: string): ReturnType<typeof buildTree> {
    const tree = buildTree(file.body, file.file, lang, this.#references, this.#problems)
    return tree
  }

  /** The text of anything but a plan: it has no actions of its own. */
  #text(file: ContentFile, lang: string): Block[] {
    const { blocks, actions } = this.#tree(file, lang)
    for (const { id, place } of actions) {
      this.#problems.error(
        place ?? { file: file.file, line: 1, column: 1 },
        `The action “${id}” stands outside an action plan.`,
        'Write it in a file of content/action-plans/ and show it here with <Actions plan="its-id" />.',
      )
    }
    return blocks
  }

  /** What `npm run new` leaves to be written must be written before it goes out. */
  #refusePlaceholders(state: string, text: readonly NodeOf[]): void {
    if (state === 'draft' || state === 'in-review') return
    for (const node of everyNode(text)) {
      if (node.type !== 'paragraph' || !node.place) continue
      if (!/^\[Write [^\]]+\]$/.test(textOf(node.children))) continue
      this.#problems.error(
        node.place,
        'The text still has a placeholder.',
        'Write what belongs here, or keep `state: draft` until then.',
      )
    }
  }

  /** Notes are shown under releases and plans only; elsewhere a mark would lead nowhere. */
  #refuseMarks(blocks: readonly Block[]): void {
    for (const node of everyNode(blocks)) {
      if (node.type !== 'noteMark' || !node.place) continue
      this.#problems.error(
        node.place,
        `The mark of the note “${node.noteId}” stands where no notes are shown.`,
        'Take it out: only press releases and action plans have notes to editors.',
      )
    }
  }

  #known(kind: string, id: string, known: ReadonlyMap<string, unknown>, place: Place): void {
    if (known.has(id) || this.#unread.has(`${kind} ${id}`)) return
    this.#problems.error(place, `There is no ${kind} “${id}”.`, suggest(id, [...known.keys()]))
  }

  #checkRole(
    role: { person?: string | undefined; organisation?: string | undefined },
    place: Place,
  ): void {
    const { people, organisations } = this.#registers
    if (role.person !== undefined) this.#known('person', role.person, people, place)
    if (role.organisation !== undefined) {
      this.#known('organisation', role.organisation, organisations, place)
    }
  }

  #checkPublishing({
    value,
    place,
  }: StructuredData<schemas.PressRelease | schemas.ActionPlan>): void {
    if (value.state === 'ready' && value.publishAt === undefined) {
      this.#problems.remark(
        place('state'),
        'It is ready, but nothing says when it goes out, so it does not.',
        'Add `publishAt`, such as 2016-11-25T09:30:00+00:00; or write `state: published` for now.',
      )
    }
    const from = publicFrom(value)
    if (value.withdrawn && from && momentOf(value.withdrawn) < from) {
      this.#problems.error(
        place('withdrawn', 'on'),
        'It is withdrawn before it is published.',
        'Write the day on which it was withdrawn; a text that never went out needs no withdrawal: `state: draft`.',
      )
    }
    value.formats.forEach((made, index) => {
      this.#everyFormat.push({ made, place: place('formats', index, 'href') })
    })
    value.topics.forEach((id, index) => {
      this.#known('topic', id, this.#registers.topics, place('topics', index))
    })
    value.documents.forEach((id, index) => {
      this.#known('document', id, this.#registers.documents, place('documents', index))
    })
    value.notes.forEach((id, index) => {
      this.#known('note', id, this.#notes, place('notes', index))
    })
  }

  /** A note without a mark would never be found; a mark without a note leads nowhere. */
  #checkNotes(
    { value, place }: StructuredData<schemas.PressRelease | schemas.ActionPlan>,
    marked: readonly NodeOf[],
  ): void {
    const marks = findMarks(marked)
    // Its actions may hold the mark.
    const planUnread = [...this.#unread].some((each) => each.startsWith('action plan '))
    value.notes.forEach((id, index) => {
      if (!this.#notes.has(id) || marks.has(id) || planUnread) return
      this.#problems.error(
        place('notes', index),
        `Nothing in the text has the mark of the note “${id}”.`,
        `Put <NoteMark note="${id}"> and </NoteMark> round the words that it hangs on.`,
      )
    })
    for (const id of marks.keys()) {
      if (value.notes.includes(id)) continue
      this.#problems.error(
        place('notes'),
        `The text has a mark of the note “${id}”, which \`notes\` does not list.`,
        `Add it: notes: [${[...value.notes, id].join(', ')}]`,
      )
    }
  }

  #useNotes(use: Omit<NoteUse, 'marks'>, marked: readonly NodeOf[]): void {
    for (const [id, backs] of findMarks(marked)) {
      const marks = backs.map(({ markId, label }) => ({
        markId,
        label: label.replace(/^Back to /, ''),
      }))
      this.#noteUses.set(id, [...(this.#noteUses.get(id) ?? []), { ...use, marks }])
    }
  }

  /** RFC 9116, section 2.5.5. Only a remark: it must not keep an announcement from going out. */
  #checkSecurityContact(): void {
    const expires = this.#registers.site.security?.expires
    if (expires === undefined) return
    const month = 30 * 24 * 60 * 60 * 1000
    if (momentInLondon(expires).getTime() - this.#options.now.getTime() > month) return
    this.#problems.remark(
      { file: 'content/site.yaml', line: 1, column: 1 },
      `The contact for security is good until ${formatDay(expires)} only (\`security.expires\`).`,
      'See that the contact is still right, and write a day within the next year.',
    )
  }

  /** What an update says of its publication must be true of it. */
  #checkUpdates(): void {
    for (const { value, place } of this.#everyUpdate) {
      const plan = value.plan === undefined ? undefined : this.#plans.get(value.plan)
      const release =
        'release' in value && value.release !== undefined
          ? this.#releases.get(value.release)
          : undefined
      const publishedAt = plan ? publicFrom(plan.front.value) : release?.publishedAt
      // Feeds tell of a change by its moment: one that is not later would tell nobody.
      if (publishedAt && momentOf(value) <= publishedAt) {
        this.#problems.error(
          place('on'),
          'The update is not later than the publication that it is about.',
          'On the day of publication, add the time of day in London, such as at: "14:05".',
        )
      }
      const listed = plan?.front.value.formats ?? release?.formats
      if (value.type !== 'format-added' || !listed) continue
      const names = listed.map(({ format }) => format)
      if (names.includes(value.format)) continue
      this.#problems.error(
        place('format'),
        `The publication lists no format “${value.format}” in its \`formats\`.`,
        names.length === 0
          ? 'Add it there, with `format`, `href`, `madeBy` and `added`.'
          : `${suggest(value.format, names)} Otherwise add it there.`,
      )
    }
  }

  #checkReferencesToReleases(): void {
    for (const { id, place, mustBePublic } of this.#releaseReferences) {
      this.#known('press release', id, this.#releases, place)
      // What is wrong with a reference is not said again of the link that is made from it.
      if (mustBePublic && !this.#releases.get(id)?.public) {
        this.#links.addUndecided(`/press-releases/${id}/`)
      }
      if (mustBePublic && this.#releases.get(id)?.public === false) {
        this.#problems.error(
          place,
          `The release “${id}” is not public, but what refers to it is.`,
          'Publish them together, or take the reference out until then.',
        )
      }
    }
  }
}

const named = ({ id, file }: ContentFile) => ({ id, file })

/** The title first: nothing may stand before it. */
const withNotice = ([title, ...rest]: Block[], notice: Block[]): Block[] =>
  title === undefined ? [] : [title, ...notice, ...rest]

function addressOfTarget(update: schemas.Update): string {
  if (update.plan !== undefined) return `/action-plans/${update.plan}/`
  return `/press-releases/${'release' in update ? (update.release ?? '') : ''}/`
}

/** What the site's pages know of a release or a plan. */
function filed(
  front: schemas.PressRelease | schemas.ActionPlan,
  publishedAt: Date,
  changes: readonly Change[],
  about: Named,
  formats: schemas.MadeFormat[],
) {
  const { title, summary, lang, published, state } = front
  return {
    title,
    summary,
    lang,
    published,
    publishedAt: timestamp(publishedAt),
    updatedAt: timestamp(changes[0]?.moment ?? publishedAt),
    changes: changes.map(({ moment, what }) => ({ at: timestamp(moment), what })),
    withdrawn: state === 'withdrawn',
    people: [...about.people.keys()],
    organisations: [...about.organisations],
    topics: [...about.topics],
    formats,
  }
}
