import type { Publication } from './library.ts'
import type { PressRelease } from './schemas.ts'
import { slugOf } from './slugs.ts'

const kinds = {
  'press-release': 'Press release',
  statement: 'Statement',
  'media-advisory': 'Media advisory',
  speech: 'Speech',
} as const

/** The kind of a publication in words, such as 'Press release'. */
export function kindInWords(kind: PressRelease['kind']): string {
  return kinds[kind]
}

/** What a publication is: an id for addresses, and the words that readers see. */
export interface Kind {
  id: string
  words: string
}

const named = (words: string): Kind => ({ id: slugOf(words), words })

/** The kinds of what is no press release. */
export const planKind = named('Action plan')
export const noteKind = named('Note to editors')
export const releaseKind = (kind: PressRelease['kind']): Kind => named(kindInWords(kind))
/** @param kind what a page is about, such as 'Person'; empty for a page about the site. */
export const pageKind = (kind: string): Kind => named(kind === '' ? 'About this site' : kind)

/** The kind of a publication, or of a page of the site. */
export function kindOf({ collection, data }: Publication): Kind {
  switch (collection) {
    case 'press-releases':
      return releaseKind(data.kind)
    case 'action-plans':
      return planKind
    case 'notes-to-editors':
      return noteKind
    case 'pages':
      return pageKind(data.kind)
  }
}
