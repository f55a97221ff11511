import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { close, createIndex } from 'pagefind'
import * as z from 'zod'
import { wordsIn } from './spelling.ts'

/*
 * The search index: Pagefind's, in shards of whole years. Each shard is made anew only when a
 * record in it changed, and its memory is given back before the next is made.
 */

/** Pagefind needs about 0.15 MB a record. A site with fewer records has one shard. */
const shardSize = 2000

/** A list for spelling is fetched whole, so it is bounded: the words of the most publications. */
const mostWords = 20_000

const searchRecord = z.object({
  address: z.string(),
  published: z.string(),
  listed: z.boolean(),
  html: z.string(),
})
type SearchRecord = z.infer<typeof searchRecord>

const wordCounts = z.record(z.string(), z.int())
const manifest = 'index.json'

/**
 * Makes the index of a site that is built, at /search/index/ in it.
 *
 * @param root the project's folder, whose .cache/search/ keeps the shards of the last build
 * @param site the folder of the built site; a record without a page in it is left out
 * @param written the records of all publications (src/formats/search.ts), in any order; the same
 *   ones always give the same bytes
 * @throws when Pagefind cannot be started or refuses a record
 */
export async function makeSearchIndex(
  root: string,
  site: string,
  written: readonly string[],
): Promise<void> {
  const records = written.map((record) => searchRecord.parse(JSON.parse(record)))
  const kept = join(root, '.cache', 'search')
  const index = join(site, 'search', 'index')
  mkdirSync(kept, { recursive: true })
  mkdirSync(index, { recursive: true })
  const shown = records.filter(
    ({ address, listed }) => listed && existsSync(join(site, address, 'index.html')),
  )
  const shards = shardsOf(shown).map((those) => ({ name: nameOf(those), those }))
  try {
    for (const [place, { name, those }] of shards.entries()) {
      if (!existsSync(join(kept, name))) await makeShard(join(kept, name), those)
      linkAll(join(kept, name, 'index'), join(index, name), place > 0 ? isProgram : undefined)
    }
  } finally {
    await close()
  }
  const counts = shards.map(({ name }) =>
    wordCounts.parse(JSON.parse(readFileSync(join(kept, name, 'words.json'), 'utf8'))),
  )
  writeFileSync(join(index, 'words.txt'), mostUsed(counts).join('\n'))
  writeFileSync(join(index, manifest), JSON.stringify({ shards: shards.map(({ name }) => name) }))
  const names = new Set(shards.map(({ name }) => name))
  for (const old of readdirSync(kept)) {
    if (!names.has(old)) rmSync(join(kept, old), { recursive: true })
  }
}

/**
 * Whole years, oldest first, until a shard is full, so that a new publication changes the newest
 * one only. What has no date goes there too.
 * @returns the shards, newest first; at least one.
 */
export function shardsOf(records: readonly SearchRecord[]): SearchRecord[][] {
  const years = Map.groupBy(records, ({ published }) => published.slice(0, 4) || '9999')
  const shards: SearchRecord[][] = [[]]
  for (const [, those] of [...years].toSorted(([a], [b]) => a.localeCompare(b))) {
    const last = shards.at(-1)
    if (last && last.length < shardSize) last.push(...those)
    else shards.push(those)
  }
  return shards
    .map((those) => those.toSorted((a, b) => (a.address < b.address ? -1 : 1)))
    .toReversed()
}

/** The name says all that a shard is made from, so a shard of that name is never out of date. */
function nameOf(records: readonly SearchRecord[]): string {
  const hash = createHash('sha256')
  for (const file of ['make-index.ts', 'spelling.ts']) {
    hash.update(readFileSync(join(import.meta.dirname, file)))
  }
  const pagefind = dirname(fileURLToPath(import.meta.resolve('pagefind')))
  hash.update(readFileSync(join(pagefind, '..', 'package.json')))
  for (const record of records) hash.update(JSON.stringify(record))
  return hash.digest('hex').slice(0, 16)
}

/** The page takes these from the newest shard. */
const isProgram = (path: string): boolean => /\.(?:js|pagefind)$/.test(path)

/** What of Pagefind's own files the search page uses: its script, and one module for English. */
const isUsed = (path: string): boolean =>
  /^(?:fragment|index|filter)\/|\.pf_meta$|^pagefind-entry\.json$|^pagefind\.js$|^wasm\.en\./.test(
    path,
  )

/**
 * Pagefind packs its files with gzip, and its script unpacks what is not unpacked already. The
 * module that every first search fetches is stored unpacked, because brotli packs it tighter.
 */
const isUnpacked = (path: string): boolean => path.endsWith('.pagefind')

async function makeShard(folder: string, records: readonly SearchRecord[]): Promise<void> {
  // One language for all: the page searches in one index, and other stemmers would split it.
  const { index, errors } = await createIndex({ forceLanguage: 'en' })
  if (!index) throw new Error(`Pagefind did not start. ${errors.join(' ')}`)
  const counts = new Map<string, number>()
  for (const { address, html } of records) {
    const added = await index.addHTMLFile({ url: address, content: html })
    if (added.errors.length > 0) throw new Error(`${address}: ${added.errors.join(' ')}`)
    for (const word of new Set(wordsIn(textOf(html)))) {
      if (/^\p{L}{3,24}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const { files } = await index.getFiles()
  await index.deleteIndex()
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  for (const { path, content } of files.filter(({ path }) => isUsed(path))) {
    const file = join(unfinished, 'index', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, isUnpacked(path) ? gunzipSync(content) : content)
  }
  writeFileSync(join(unfinished, 'words.json'), JSON.stringify(Object.fromEntries(counts)))
  renameSync(unfinished, folder)
}

const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, ' ').replace(/&(?:amp|lt|gt|quot);/g, ' ')

function mostUsed(counts: readonly Record<string, number>[]): string[] {
  const all = new Map<string, number>()
  for (const [word, count] of counts.flatMap((each) => Object.entries(each))) {
    all.set(word, (all.get(word) ?? 0) + count)
  }
  return [...all]
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => word)
}

/** Links, because it costs less than a copy and nothing ever writes into a built file. */
function linkAll(from: string, to: string, isLeftOut?: (path: string) => boolean): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name).slice(from.length + 1)
    if (isLeftOut?.(path)) continue
    mkdirSync(dirname(join(to, path)), { recursive: true })
    linkSync(join(from, path), join(to, path))
  }
}
