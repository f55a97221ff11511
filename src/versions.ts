import { readConfiguration } from './configuration.ts'
import { readVersions, type Version } from './history/read-versions.ts'
import { Problems } from './document/problems.ts'
import { readRedirects } from './document/redirects.ts'
import type { Line } from './history/words.ts'
import { once } from './once.ts'

/** A publication whose versions are shown. */
export interface Versioned {
  id: string
  address: string
  title: string
  lang: string
  /** Names all that its page was written from. */
  digest: string
  notPublic?: true | undefined
  withdrawn?: boolean
}

const everyVersion = once(() => {
  const { now = new Date() } = readConfiguration(process.env)
  const root = process.cwd()
  // What is wrong with them has been said by the loader.
  const moved = readRedirects(root, new Problems()).map(({ from, to }) => [from, to] as const)
  const redirects = new Map(moved)
  const found = readVersions({ root, now, withUncommitted: __PREVIEW__, redirects })
  if (!found) {
    console.warn('There is no git history here: the pages of earlier versions are not made.')
  }
  return Promise.resolve(found)
})

/** Whether the site can say what its texts were before. */
export const hasVersions = async (): Promise<boolean> => (await everyVersion()) !== undefined

/**
 * The public versions of a text, newest first; none for one that never changed. A preview knows
 * of none of a text that is not public.
 */
async function versionsOf({ address }: Versioned): Promise<readonly Version[]> {
  return (await everyVersion())?.get(address) ?? []
}

/** A key for what is made from versions: it changes when one is added. */
const keyOf = (versions: readonly Version[]): string =>
  versions.map(({ commit, since }) => `${commit ?? ''} ${since.getTime()}`).join()

/** What the page of all versions of each text is made from. */
export async function versionPages<T extends Versioned>(texts: readonly T[]) {
  if (!(await hasVersions())) return []
  return await Promise.all(
    texts.map(async (text) => {
      const versions = await versionsOf(text)
      const cacheKey = `${text.digest} ${keyOf(versions)}`
      return { params: { id: text.id }, props: { text, versions }, cacheKey }
    }),
  )
}

/** What the pages of the earlier versions are made from; they are numbered from the oldest. */
export async function earlierVersions<T extends Versioned>(texts: readonly T[]) {
  const pages = await versionPages(texts)
  return pages.flatMap(({ params, props: { text, versions }, cacheKey }) =>
    versions.slice(1).map((version, index) => {
      const number = versions.length - 1 - index
      const until = versions[index]?.since ?? version.since
      return {
        params: { ...params, number: String(number) },
        props: { text, version, number, until },
        cacheKey,
      }
    }),
  )
}

/** The lines of a text, with the items of a list together. */
export function withLists(lines: readonly Line[]): (Line | Line[])[] {
  const blocks: (Line | Line[])[] = []
  for (const line of lines) {
    const last = blocks.at(-1)
    if (!line.label.startsWith('list item')) blocks.push(line)
    else if (Array.isArray(last)) last.push(line)
    else blocks.push([line])
  }
  return blocks
}
