import {
  excerpt,
  foundWords,
  lengthOf,
  parts,
  type Anchor,
  type Part,
  type Piece,
} from './excerpt.ts'
import { wordsForIndex, type Question } from './question.ts'

/** A publication that was found, as the page shows it. */
export interface Result {
  address: string
  title: string
  kind: string
  /** A calendar date; empty for pages of the site itself. */
  date: string
  lang: string
  summary: string
  /** Empty when the words were found in the title or the summary only. */
  excerpt: Piece[]
  parts: Part[]
  /** The words that were found, as they stand in it. */
  found: string[]
}

/** The index of the site, as the search page asks it. */
export interface SearchIndex {
  /** @returns what fetches each result, the best match or the newest first. */
  search: (question: Question) => Promise<(() => Promise<Result>)[]>
  /** @returns the words for spelling, the most used first. */
  words: () => Promise<string[]>
}

const folder = '/search/index/'

/* What is used of Pagefind's script, which has no types of its own for the browser. */
interface Pagefind {
  createInstance: (options: object) => Instance
}
interface Instance {
  mergeIndex: (folder: string, options: object) => Promise<void>
  search: (words: string | null, options: object) => Promise<{ results: Hit[] }>
}
interface Hit {
  data: () => Promise<Fragment>
}
interface Fragment {
  url: string
  content: string
  locations: number[]
  anchors: Anchor[]
  meta: Record<string, string>
  filters: Record<string, string[]>
}

/**
 * Loads the script, the module and the index.
 * @throws when something of it cannot be fetched
 */
export async function openIndex(): Promise<SearchIndex> {
  const response = await fetched(`${folder}index.json`)
  const manifest: unknown = await response.json()
  const shards = shardsIn(manifest)
  const [newest = '', ...older] = shards
  const script: unknown = await import(/* @vite-ignore */ `${folder}${newest}/pagefind.js`)
  if (!isPagefind(script)) throw new Error('The script of the search has changed.')
  // Its worker would be 11 kB more, and the index of a shard is searched in milliseconds.
  const options = { basePath: `${folder}${newest}/`, noWorker: true }
  const instance = script.createInstance({ ...options, mergeFilter: { shard: newest } })
  for (const shard of older) {
    await instance.mergeIndex(`${folder}${shard}/`, { mergeFilter: { shard } })
  }
  return {
    search: async (question) => {
      const words = question.words === '' ? null : wordsForIndex(question.words)
      const byDay = question.newest || words === null
      const sort = byDay ? { sort: { date: 'desc' } } : {}
      const hits: Hit[] = []
      // Pagefind sorts by day in each shard only, and the shards are in the order of days.
      for (const shard of byDay && older.length > 0 ? shards : [undefined]) {
        const filters = { ...question.filters, ...(shard !== undefined && { shard }) }
        hits.push(...(await instance.search(words, { ...sort, filters })).results)
      }
      return hits.map((hit) => async () => resultOf(await hit.data()))
    },
    words: async () => (await (await fetched(`${folder}words.txt`)).text()).split('\n'),
  }
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response
}

function shardsIn(manifest: unknown): string[] {
  const shards =
    typeof manifest === 'object' && manifest !== null && 'shards' in manifest
      ? manifest.shards
      : undefined
  if (!Array.isArray(shards)) throw new Error('The list of the parts of the index is damaged.')
  return shards.filter((shard) => typeof shard === 'string')
}

const isPagefind = (script: unknown): script is Pagefind =>
  typeof script === 'object' && script !== null && 'createInstance' in script

function resultOf(fragment: Fragment): Result {
  const { url, meta, filters, content, locations, anchors } = fragment
  const found = { content, locations, anchors }
  const title = meta.title ?? url
  return {
    address: url,
    title,
    kind: meta.kind ?? '',
    date: meta.date ?? '',
    lang: filters.lang?.[0] ?? '',
    summary: meta.summary ?? '',
    excerpt: excerpt(found, lengthOf(title)),
    parts: parts(found),
    found: foundWords(found),
  }
}
