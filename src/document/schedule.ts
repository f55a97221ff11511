import type * as z from 'zod'
import { momentOf } from './changes.ts'
import { readFolder, type ContentFile, type folders } from './content-files.ts'
import { momentInLondon } from './dates.ts'
import { kindInWords } from './kinds.ts'
import { Problems } from './problems.ts'
import { actionPlan, pressRelease, update } from './schemas.ts'
import type { ActionPlan, PressRelease, Update } from './schemas.ts'
import { publicFrom } from './states.ts'
import { readStructuredData } from './structured-data.ts'

/** Something that becomes public, or ends, at a moment; or a text to be read through again. */
export interface Due {
  moment: Date
  kind: 'publication' | 'update' | 'format' | 'withdrawal' | 'review'
  /** What happens, in words, such as 'press release “Its title” goes out'. */
  what: string
  /** The title and the address of the publication that it is about. */
  title: string
  address: string
  file: string
  /** The field that sets the moment, in words. */
  why: string
}

/** What is written and will not go out by itself. */
export type Waiting = Pick<Due, 'title' | 'address' | 'file' | 'why'>

export interface Schedule {
  /** All moments at which the site changes by itself, also those that have passed; soonest first. */
  due: Due[]
  waiting: Waiting[]
  /** Texts with a `reviewOn`, soonest first. */
  reviews: Due[]
  /** Files with errors, which are left out here; the check says what is wrong. */
  leftOut: string[]
}

/** A publication of either kind, as far as times concern it. */
interface Timed {
  noun: string
  title: string
  address: string
  file: string
  front: PressRelease | ActionPlan
  from: Date | undefined
}

/**
 * Reads from front matter alone what goes out when.
 * @param root the folder that holds content/
 */
export function readSchedule(root: string): Schedule {
  const publications = new Map<string, Timed>()
  const updates: { file: string; value: Update }[] = []
  const leftOut: string[] = []
  const read = <T>(folder: (typeof folders)[number], schema: z.ZodType<T>) =>
    readFronts(root, folder, schema, leftOut)

  for (const { id, file, value } of read('press-releases', pressRelease)) {
    const noun = kindInWords(value.kind).toLowerCase()
    publications.set(`/press-releases/${id}/`, timed(noun, `/press-releases/${id}/`, file, value))
  }
  for (const { id, file, value } of read('action-plans', actionPlan)) {
    const address = `/action-plans/${id}/`
    publications.set(address, timed('action plan', address, file, value))
  }
  for (const { file, value } of read('updates', update)) updates.push({ file, value })

  const all = [...publications.values()]
  const due = [
    ...all.flatMap(momentsOf),
    ...updates.flatMap(({ file, value }) => momentsOfUpdate(file, value, publications)),
  ]
  return {
    due: due.toSorted(bySoonest),
    waiting: all.flatMap(waitingOf),
    reviews: all.flatMap(reviewOf).toSorted(bySoonest),
    leftOut,
  }
}

/** Reads the front matter of a folder's files; those with errors are named in `leftOut`. */
export function* readFronts<T>(
  root: string,
  folder: (typeof folders)[number],
  schema: z.ZodType<T>,
  leftOut: string[],
): Generator<Pick<ContentFile, 'id' | 'file'> & { value: T }> {
  const problems = new Problems()
  for (const { id, file, frontMatter, frontMatterOffset } of readFolder(
    root,
    folder,
    problems,
    () => undefined,
  )) {
    const front = readStructuredData(schema, frontMatter, file, problems, frontMatterOffset)
    if (front) yield { id, file, value: front.value }
  }
  leftOut.push(...new Set(problems.errors.map(({ file }) => file)))
}

function timed(
  noun: string,
  address: string,
  file: string,
  front: PressRelease | ActionPlan,
): Timed {
  return { noun, title: front.title, address, file, front, from: publicFrom(front) }
}

/** When a publication goes out, is withdrawn, and gets formats that people made. */
function momentsOf({ noun, from, front, ...about }: Timed): Due[] {
  // What has no time of its own has no times at all: nothing of it is public.
  if (!from) return []
  const { title, address, file } = about
  const named = `${noun} “${title}”`
  const made = (moment: Date, kind: Due['kind'], what: string, why: string): Due => ({
    moment,
    kind,
    what,
    title,
    address,
    file,
    why,
  })
  const { withdrawn, formats } = front
  return [
    made(from, 'publication', `${named} goes out`, reasonOf(front, from)),
    ...(withdrawn
      ? [made(momentOf(withdrawn), 'withdrawal', `${named} is withdrawn`, 'its withdrawal')]
      : []),
    ...formats
      .map(({ format, added }) => {
        const what = `${format} of “${title}” can be had`
        return made(momentInLondon(added), 'format', what, 'the day on which it is added')
      })
      // The others go out with the publication.
      .filter(({ moment }) => moment > from),
  ]
}

/** Which field sets the moment. */
function reasonOf({ publishAt, embargoUntil }: PressRelease | ActionPlan, from: Date): string {
  const isSetBy = (moment: string | undefined) =>
    moment !== undefined && Date.parse(moment) === from.getTime()
  if (isSetBy(publishAt)) return 'its time of publication'
  return isSetBy(embargoUntil) ? 'the end of its embargo' : 'its day of publication'
}

function momentsOfUpdate(
  file: string,
  value: Update,
  publications: ReadonlyMap<string, Timed>,
): Due[] {
  const target = addressOf(value)
  const publication = publications.get(target)
  const moment = momentOf(value)
  if (!publication?.from || moment <= publication.from) return []
  const { title, address } = publication
  const what = `${nounOf(value)} “${title}” goes out`
  return [{ moment, kind: 'update', what, title, address, file, why: 'its day and time' }]
}

function addressOf(value: Update): string {
  if (value.plan !== undefined) return `/action-plans/${value.plan}/`
  return 'release' in value && value.release !== undefined
    ? `/press-releases/${value.release}/`
    : ''
}

function nounOf({ type }: Update): string {
  const nouns = {
    progress: 'progress on',
    change: 'change of',
    correction: 'correction of',
    'format-added': 'new format of',
  }
  return nouns[type]
}

function waitingOf({ title, address, file, front, from }: Timed): Waiting[] {
  if (from) return []
  const { state, publishAt, embargoUntil } = front
  if (state === 'ready') {
    return [{ title, address, file, why: 'It is ready, and `publishAt` is missing.' }]
  }
  // Whoever wrote a time may think that it will go out.
  if (publishAt === undefined && embargoUntil === undefined) return []
  return [{ title, address, file, why: `It has a time, but its state is ${state}.` }]
}

function reviewOf({ noun, title, address, file, front, from }: Timed): Due[] {
  if (!from || front.reviewOn === undefined || front.state === 'withdrawn') return []
  const moment = momentInLondon(front.reviewOn)
  const what = `${noun} “${title}” is to be read through again`
  return [{ moment, kind: 'review', what, title, address, file, why: 'its `reviewOn`' }]
}

const bySoonest = (a: Due, b: Due): number =>
  a.moment.getTime() - b.moment.getTime() || a.file.localeCompare(b.file, 'en')
