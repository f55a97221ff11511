import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content'
import { yearAndMonth } from './document/dates.ts'
import type { Attached, ShownPicture } from './document/schemas.ts'
import { Relations, type Related } from './document/related.ts'
import { noteKind, planKind, releaseKind } from './document/kinds.ts'
import { counted, sizeInWords } from './document/nodes.ts'
import { nameOf, offered } from './document/offered-formats.ts'
import { readFacts, readWritten } from './formats/written.ts'
import { once } from './once.ts'
import { hasVersions } from './versions.ts'

/** A publication as pages see it. */
export type Listed<K extends CollectionKey = CollectionKey> = CollectionEntry<K>['data'] & {
  id: string
  address: string
  /** Names everything that the publication was written from; changes whenever a word of it does. */
  digest: string
}
export type Release = Listed<'pressReleases'>
export type Plan = Listed<'actionPlans'>

async function all<K extends CollectionKey>(collection: K, folder: string): Promise<Listed<K>[]> {
  const entries = await getCollection(collection)
  return entries.map(({ id, data, digest = '' }) => ({
    ...data,
    id,
    digest: String(digest),
    address: `${folder}${id}/`,
  }))
}

const newestFirst = (a: { published: string; id: string }, b: { published: string; id: string }) =>
  b.published.localeCompare(a.published) || a.id.localeCompare(b.id)

/** All press releases, newest first, with withdrawn ones: their pages stay. */
export const everyRelease = once(async () =>
  (await all('pressReleases', '/press-releases/')).toSorted(newestFirst),
)
/** The press releases that lists show, newest first. */
export const releases = once(async () =>
  (await everyRelease()).filter(({ withdrawn }) => !withdrawn),
)
export const everyPlan = once(async () =>
  (await all('actionPlans', '/action-plans/')).toSorted(newestFirst),
)
export const plans = once(async () => (await everyPlan()).filter(({ withdrawn }) => !withdrawn))
export const notes = once(() => all('notesToEditors', '/notes-to-editors/'))
export const sitePages = once(() => all('pages', '/'))

/** The archive: releases by year and month, newest first. */
export interface ArchiveMonth {
  year: string
  month: string
  releases: Release[]
}
export const archive = once(async (): Promise<ArchiveMonth[]> => {
  const months = Map.groupBy(await releases(), ({ published }) => published.slice(0, 7))
  return [...months.values()].flatMap((those) =>
    those[0] === undefined ? [] : [{ ...yearAndMonth(those[0].published), releases: those }],
  )
})

/** Releases and plans, newest first, with withdrawn ones: feeds tell of those too. */
export const everyRecord = once(async (): Promise<(Release | Plan)[]> => {
  return [...(await everyRelease()), ...(await everyPlan())].toSorted(newestFirst)
})

/** What surrounds a publication: others like it, and its neighbours in time. */
export interface Surroundings {
  related: Related<Release | Plan>[]
  earlier: Release | Plan | undefined
  later: Release | Plan | undefined
}

const surroundings = once(async (): Promise<Map<string, Surroundings>> => {
  const those = { releases: await releases(), plans: await plans() }
  const records = [...those.releases, ...those.plans].toSorted(newestFirst)
  const comparable = records.map((record) => ({
    ...record,
    plans: 'announces' in record ? record.announces : [record.id],
  }))
  const relations = new Relations(comparable)
  const around = new Map<string, Surroundings>()
  for (const each of comparable) {
    const { address } = each
    around.set(address, { related: relations.of(each), earlier: undefined, later: undefined })
  }
  for (const list of Object.values(those)) {
    list.forEach(({ address }, index) => {
      const found = around.get(address)
      if (found) Object.assign(found, { later: list[index - 1], earlier: list[index + 1] })
    })
  }
  return around
})

const nothingAround: Surroundings = { related: [], earlier: undefined, later: undefined }

/** The records of a list, each with what surrounds it and a key that changes when either does. */
export async function withSurroundings<T extends Release | Plan>(
  records: readonly T[],
): Promise<{ record: T; around: Surroundings; key: string }[]> {
  const all = await surroundings()
  const linksToVersions = String(await hasVersions())
  return records.map((record) => {
    // A withdrawn record is on no list, so it has no neighbours.
    const around = all.get(record.address) ?? nothingAround
    const { related, earlier, later } = around
    const shown = [...related.map(({ publication }) => publication), earlier, later]
    const made = filesOf(record).map(({ madeOn }) => madeOn)
    const key = [
      record.digest,
      linksToVersions,
      ...made,
      ...shown.map((each) => each?.digest ?? ''),
    ].join()
    return { record, around, key }
  })
}
/** Every dated publication with its kind in words, newest first. */
export const everythingByDate = once(async () =>
  [
    ...(await releases()).map((each) => ({ ...each, kind: releaseKind(each.kind).words })),
    ...(await plans()).map((each) => ({ ...each, kind: planKind.words })),
    ...(await notes()).map((each) => ({ ...each, kind: noteKind.words })),
  ].toSorted(newestFirst),
)

/** The words of a publication as the inside of its web page. */
export function writtenPage({ digest }: { digest: string }): string {
  return readWritten(digest, '.html')
}

/** What the picture of a publication says, for those who do not see it. */
export function pictureInWords({ digest }: { digest: string }): string {
  return readWritten(digest, '.png.txt')
}

const everyText = once(async () => [
  ...(await everyRecord()),
  ...(await notes()),
  ...(await sitePages()),
])

/** Every document of this site that a publication links to, once. */
export const everyAttachment = once(async (): Promise<Attached[]> =>
  onlyOnce((await everyText()).flatMap(({ attached }) => attached ?? [])),
)

/** Every picture that a publication shows, once. */
export const everyPicture = once(async (): Promise<ShownPicture[]> =>
  onlyOnce((await everyText()).flatMap(({ pictures }) => pictures ?? [])),
)

const onlyOnce = <T extends { address: string }>(files: readonly T[]): T[] => [
  ...new Map(files.map((each) => [each.address, each])).values(),
]

/** A file that a program wrote from a publication, as its page offers it. */
export interface MadeFile {
  /** What it is, with its size and how many pages it has. */
  words: string
  address: string
  /** The day on which it was made. */
  madeOn: string
  checked: string
}

/** Every file that was made of a release or a plan, in the order in which they are offered. */
export function filesOf({ digest, address }: Release | Plan): MadeFile[] {
  const facts = readFacts(digest)
  return offered.map((format) => {
    const { ending, checked } = format
    const file = facts.get(ending)
    if (!file) throw new Error(`${address} was never written as ${ending}.`)
    const { bytes, pages, madeOn } = file
    const size = [sizeInWords(bytes), ...(pages === undefined ? [] : [counted(pages, 'page')])]
    const words = nameOf(format, size.join(', '))
    return { words, address: address.slice(0, -1) + ending, madeOn, checked }
  })
}

/** A key for pages that list publications: it changes when something that they show does. */
export function listKey(listed: readonly Listed[]): string {
  return listed.map(({ digest }) => digest).join()
}
