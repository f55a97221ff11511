import { defineCollection } from 'astro:content'
import { noteEntry, pageEntry, planEntry, releaseEntry } from './document/schemas.ts'
import { publicationLoader } from './loader.ts'

// What writers may write is in document/schemas.ts; these are the facts that pages know.
export const collections = {
  pressReleases: defineCollection({
    loader: publicationLoader('press-releases'),
    schema: releaseEntry,
  }),
  actionPlans: defineCollection({ loader: publicationLoader('action-plans'), schema: planEntry }),
  notesToEditors: defineCollection({
    loader: publicationLoader('notes-to-editors'),
    schema: noteEntry,
  }),
  pages: defineCollection({ loader: publicationLoader('pages'), schema: pageEntry }),
}
