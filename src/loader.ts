import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Loader } from 'astro/loaders'
import { readConfiguration } from './configuration.ts'
import { readLibrary, type Library, type Publication } from './document/library.ts'
import { ContentError } from './document/problems.ts'
import { FormatCache } from './formats/cache.ts'

type Collection = Publication['collection']
type Entry = Pick<Publication, 'id' | 'file' | 'data'> & { digest: string }

/** One reading of content/ serves the loaders of all collections. */
interface Reading {
  library: Library
  entries: Record<Collection, Entry[]>
}

function read(root: string): Reading {
  const { siteUrl, now } = readConfiguration(process.env)
  const cache = new FormatCache(root, siteUrl)
  const entries: Reading['entries'] = {
    'press-releases': [],
    'action-plans': [],
    'notes-to-editors': [],
    pages: [],
  }
  const library = readLibrary({
    root,
    siteUrl,
    now: now ?? new Date(),
    publish: (publication) => {
      const { collection, id, file, data } = publication
      entries[collection].push({ id, file, data, digest: cache.keep(publication) })
    },
  })
  const { errors } = library.problems
  cache.close(errors.length === 0)
  if (errors.length > 0) throw new ContentError(errors)
  return { library, entries }
}

let reading: Reading | undefined

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
        reading ??= read(root)
        const ids = new Set<string>()
        for (const { id, file, data, digest } of reading.entries[collection]) {
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
        reading = undefined
        fill().catch((error: unknown) => {
          logger.error(error instanceof Error ? error.message : String(error))
        })
      })
    },
  }
}
