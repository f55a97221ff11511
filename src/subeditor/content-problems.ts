import { hash } from 'node:crypto'
import { readAttachments } from '../attachments/read-folder.ts'
import { dayInLondon } from '../document/dates.ts'
import {
  fixedAddresses,
  readLibrary,
  type LibraryOptions,
  type Publication,
} from '../document/library.ts'
import { Problems, type Problem } from '../document/problems.ts'
import { readRegisters } from '../document/registers.ts'
import { compareParsers } from '../document/second-parser.ts'
import { formatContext } from '../formats/context.ts'
import { formatsOf } from '../formats/index.ts'
import type { FormatContext } from '../formats/writers.ts'
import type { CheckOptions } from './check.ts'
import { isPastUpdate, isRecord, LEAVE_IT } from './public-records.ts'
import { SubEditor } from './sub-editor.ts'

/** What a reading of content/ found, and what the history is held against. */
export interface ReadContent {
  problems: Problem[]
  /** Every address that the public has. */
  addresses: ReadonlySet<string>
  publicBranches: readonly string[]
}

/**
 * What is wrong with content/: the library's errors, now and at each moment at which more becomes
 * public; what a format cannot write; where the two parsers differ; and the sub-editor's remarks.
 */
export async function contentProblems(options: CheckOptions): Promise<ReadContent> {
  const { root, siteUrl, now, cache, errorsOnly } = options
  const today = dayInLondon(now)
  const attachments = await readAttachments(root, today, cache)
  const formats = new FormatProblems(root, siteUrl)
  const records = new Set<string>()
  const addresses = new Set<string>(fixedAddresses)
  const publish = (publication: Publication) => {
    formats.ask(publication)
    addresses.add(publication.address)
    if (isRecord(publication, today)) records.add(publication.file)
  }
  const remarks: Problem[] = []
  // The library reports what is wrong with the registers, and reads nothing else then.
  const registers = errorsOnly ? undefined : readRegisters(root, attachments, new Problems())
  const subEditor = registers && new SubEditor(root, registers)
  const inspect: LibraryOptions['inspect'] = (file, problems) => {
    const tree = compareParsers(file, problems)
    if (isPastUpdate(file, today)) records.add(file.file)
    if (tree && subEditor) remarks.push(...subEditor.read(file, tree))
  }
  const current = readLibrary({ root, siteUrl, now, attachments, publish, inspect })
  // What is scheduled must not break the build when its moment comes.
  const later = current.moments.map((moment) =>
    readLibrary({
      root,
      siteUrl,
      now: moment,
      attachments,
      publish: (each) => {
        formats.ask(each)
      },
    }),
  )
  const problems = [
    ...[current, ...later].flatMap(({ problems }) => problems.all),
    ...formats.problems,
    ...remarks.map((each) => (records.has(each.file) ? { ...each, mend: LEAVE_IT } : each)),
  ]
  return { problems, addresses, publicBranches: current.site?.publicBranches ?? [] }
}

/** Asks the formats what they cannot write, once for what is the same at several moments. */
class FormatProblems {
  readonly problems: Problem[] = []
  readonly #root: string
  readonly #siteUrl: string
  readonly #asked = new Set<string>()
  #context: FormatContext | undefined

  constructor(root: string, siteUrl: string) {
    this.#root = root
    this.#siteUrl = siteUrl
  }

  ask(publication: Publication): void {
    const { address, tree, data } = publication
    const name = hash('sha1', JSON.stringify([address, tree, data]))
    if (this.#asked.has(name)) return
    this.#asked.add(name)
    // Not before: the library reports what is wrong with the site's facts, and publishes nothing then.
    const context = (this.#context ??= formatContext(this.#root, this.#siteUrl))
    for (const { problems } of formatsOf(publication)) {
      this.problems.push(...(problems?.(publication, context) ?? []))
    }
  }
}
