import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader } from 'astro/loaders'
import { readConfiguration } from './configuration.ts'
import { readAttachments } from './attachments/read-folder.ts'
import { dayInLondon } from './document/dates.ts'
import { openLibrary, type Publication } from './document/library.ts'
import { ContentError, withoutRepeats } from './document/problems.ts'
import { FormatCache } from './formats/cache.ts'
import { Progress } from './formats/progress.ts'
import { NEXT_DUE } from './next-due.ts'

type Collection = Publication['collection']
type Entry = Pick<Publication, 'id' | 'file' | 'data'> & { digest: string }

/** One reading of content/ serves the loaders of all collections. */
type Reading = Record<Collection, Entry[]>

async function read(root: string): Promise<Reading> {
  const { siteUrl, now = new Date(), preview } = readConfiguration(process.env)
  const progress = new Progress(process.stderr)
  const cache = new FormatCache({ root, siteUrl, now, report: progress.report })
  const entries: Reading = {
    'press-releases': [],
    'action-plans': [],
    'notes-to-editors': [],
    pages: [],
  }
  let whole = false
  try {
    const attachments = await readAttachments(root, dayInLondon(now), join(root, '.cache'))
    const library = openLibrary({ root, siteUrl, now, preview, attachments })
    for (const publication of library.publications) {
      // After an error nothing goes out: the rest is only read, to say all that is wrong.
      if (library.problems.errors.length > 0) continue
      const { collection, id, file, data } = publication
      entries[collection].push({ id, file, data, digest: await cache.keep(publication) })
    }
    const errors = withoutRepeats([...library.problems.errors, ...cache.problems])
    if (errors.length > 0) throw new ContentError(errors)
    whole = true
    writeFileSync(join(root, '.cache', NEXT_DUE), library.moments[0]?.toISOString() ?? '')
    return entries
  } finally {
    progress.end()
    cache.close(whole)
  }
}

let reading: Promise<Reading> | undefined
let before: Promise<unknown> = Promise.resolve()
let reported: unknown
let forgotten = false

/** The reading that all collections share; one that failed is not tried again until a change. */
function currentReading(root: string): Promise<Reading> {
  if (reading) return reading
  // One after the other, because each holds the cache of formats for itself.
  reading = before.then(() => read(root))
  before = reading.catch(() => undefined)
  return reading
}

/** Every collection hears of a change, one after the other: the first makes all read anew. */
function forgetReading(): void {
  if (forgotten) return
  forgotten = true
  setImmediate(() => (forgotten = false))
  reading = undefined
}

/**
 * Loads the public publications of a collection. The text of each is written once, into the
 * format cache; the store holds only what lists need.
 * Errors in the content stop a build; while writing, they are shown and the last good state stays.
 */
export function publicationLoader(collection: Collection): Loader {
  return {
    name: `publications:${collection}`,
    load: async (context) => {
      const { store, config, watcher, logger } = context
      const root = fileURLToPath(config.root)
      const fill = async () => {
        const { [collection]: entries } = await currentReading(root)
        const ids = new Set<string>()
        for (const { id, file, data, digest } of entries) {
          ids.add(id)
          if (store.get(id)?.digest === digest) continue
          const checked = await context.parseData({ id, data, filePath: file })
          store.set({ id, data: checked, digest, filePath: file })
        }
        for (const id of store.keys()) if (!ids.has(id)) store.delete(id)
      }
      await fill()
      watcher?.on('all', (_event, path) => {
        if (!relative(root, path).startsWith('content')) return
        forgetReading()
        fill().catch((error: unknown) => {
          if (error === reported) return
          reported = error
          logger.error(error instanceof Error ? error.message : String(error))
        })
      })
    },
  }
}
