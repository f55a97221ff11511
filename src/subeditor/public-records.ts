import type { ContentFile } from '../document/content-files.ts'
import type { Publication } from '../document/library.ts'

/** The mend of every remark on a public record: the sub-editor was too late for it. */
export const LEAVE_IT = 'Leave a public record as it was published, or write a change.'

/**
 * Whether a text went out on a day before: on its own day, a writer may still be at work on it.
 * Pages of the site itself are no records.
 */
export function isRecord({ collection, data }: Publication, today: string): boolean {
  return collection !== 'pages' && data.published < today
}

/** The same of an update; the library hands out none, because they stand in what they are about. */
export function isPastUpdate({ file, frontMatter }: ContentFile, today: string): boolean {
  const on = /^on: *["']?(\d{4}-\d{2}-\d{2})/m.exec(frontMatter)?.[1]
  return file.startsWith('content/updates/') && on !== undefined && on < today
}
