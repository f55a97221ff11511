import { momentInLondon } from './dates.ts'
import { pagesOf, titleLink, yearsSection } from './listings.ts'
import { date, link, list, paragraph, section, text } from './nodes.ts'
import type { Update } from './schemas.ts'
import type { Block, Inline } from './vocabulary.ts'

/** A change of a published text that its readers are told of. */
export interface Change {
  on: string
  moment: Date
  address: string
  title: string
  lang: string
  correction: boolean
  /** What changed, after the title of the publication. */
  what: string
}

/** The moment of an update; one without a time of day counts from the beginning of its day. */
export function momentOf({ on, at }: { on: string; at?: string | undefined }): Date {
  return momentInLondon(on, at)
}

/** Whether feeds and lists tell of an update; what means the same stands in the history alone. */
export function isTold(update: Update): boolean {
  return update.type !== 'change' || (update.significant === true && update.minor === undefined)
}

/** An update in words. @param action the action's number and title, for progress. */
export function updateInWords(update: Update, action = ''): string {
  switch (update.type) {
    case 'progress':
      return `${action === '' ? '' : `${action}: `}${update.status}. ${update.summary}`
    case 'correction':
      return `Corrected: ${update.where}. It said: “${update.said}”. It now says: “${update.says}”.${update.why === undefined ? '' : ` ${update.why}`}`
    case 'change':
      return (
        update.summary ?? `The wording was changed; the meaning is the same. ${update.reason ?? ''}`
      )
    case 'format-added':
      return `New format: ${update.format}. ${update.summary}`
  }
}

/** A page that lists changes: its address and title, and its tree. */
export interface ChangesPage {
  id: string
  address: string
  title: string
  summary: string
  updatedAt: Date | undefined
  tree: Block[]
}

const texts = {
  updates: {
    title: 'Updates',
    summary: 'What has changed in publications since they went out, newest first.',
    intro:
      'Progress on actions, corrections, added formats and withdrawals: whatever has changed in a publication since it went out stands here.',
    none: 'There is no update yet.',
  },
  corrections: {
    title: 'Corrections',
    summary: 'What publications said wrongly, and what they say now, newest first.',
    intro:
      'When a publication was wrong, what it said and what it says now stand here, and at the top of the publication itself.',
    none: 'There is no correction yet.',
  },
}

/** The pages /updates/ or /corrections/, with one for each year when there are many. */
export function changesPages(
  id: keyof typeof texts,
  changes: readonly Change[],
  siteLang: string,
): ChangesPage[] {
  const { title, summary, intro, none } = texts[id]
  const newest = changes.toSorted((a, b) => b.moment.getTime() - a.moment.getTime())
  return pagesOf(`/${id}/`, newest, ({ on }) => on).map((page) => {
    const pageTitle = page.year === undefined ? title : `${title} of ${page.year}`
    const byYear = [...Map.groupBy(page.items, ({ on }) => on.slice(0, 4))]
    const opening =
      page.year === undefined
        ? [
            paragraph(
              text(`${intro} You can `),
              link('/feeds/', 'follow changes with a feed reader'),
              text('.'),
            ),
          ]
        : []
    return {
      id: page.address.slice(1, -1),
      address: page.address,
      title: pageTitle,
      summary: page.year === undefined ? summary : `${pageTitle}, newest first.`,
      updatedAt: page.items[0]?.moment,
      tree: [
        { type: 'titleBlock', title: pageTitle, kind: '', details: [] },
        ...opening,
        ...(page.items.length === 0 ? [paragraph(text(none))] : []),
        ...byYear.map(([year, those]) =>
          section(`year-${year}`, year, [list(those.map((each) => changeItem(each, siteLang)))]),
        ),
        ...yearsSection(title, page),
      ],
    }
  })
}

function changeItem(change: Change, siteLang: string): Inline[] {
  return [date(change.on), text(': '), titleLink(change, siteLang), text(`. ${change.what}`)]
}
