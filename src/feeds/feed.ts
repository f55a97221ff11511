/** A feed: the newest and newly changed entries of a list, with all of their words. */
export interface Feed {
  title: string
  description: string
  lang: string
  /** The whole address of the page that lists the same. */
  page: string
  /** The whole addresses of the feed itself, in both of its forms. */
  atom: string
  json: string
  icon: string
  entries: FeedEntry[]
}

/** One publication in a feed. All addresses are whole: a feed is read away from the site. */
export interface FeedEntry {
  /** Its address; it names the entry for ever. */
  address: string
  title: string
  summary: string
  lang: string
  /** Moments as RFC 3339 writes them. */
  publishedAt: string
  updatedAt: string
  authors: { name: string; address: string }[]
  topics: string[]
  picture: string | undefined
  html: string
}

/** What an entry is made from. */
export interface Source {
  address: string
  title: string
  summary: string
  lang: string
  publishedAt: string
  updatedAt: string
  withdrawn: boolean
  changes: readonly { at: string; what: string }[]
}

/** As many as a reader who was away for a while may have missed; each has all of its words. */
const most = 25

/** The publications that a feed tells of: those that changed last, the newest change first. */
export function newestChanges<T extends { updatedAt: string; address: string }>(
  publications: readonly T[],
): T[] {
  return publications
    .toSorted(
      (a, b) => b.updatedAt.localeCompare(a.updatedAt) || a.address.localeCompare(b.address),
    )
    .slice(0, most)
}

/**
 * Makes the entry of a publication. Its title stands apart, so the heading is taken out, and so is
 * the list of contents; what changed last is said first, because many feed readers show a changed entry as if it were new.
 *
 * @param html the words of the publication as its page has them
 * @param siteUrl the site's origin, with no slash at its end
 */
export function entryOf(
  source: Source,
  html: string,
  more: Pick<FeedEntry, 'authors' | 'topics' | 'picture'>,
  siteUrl: string,
): FeedEntry {
  const { address, title, summary, lang, publishedAt, updatedAt, withdrawn, changes } = source
  const [change] = changes
  const news = change === undefined ? '' : `<p><strong>${escapeXml(change.what)}</strong></p>`
  const inside = html.replace(/<h1>.*?<\/h1>|<nav .*?<\/nav>/gs, '')
  const body = wholeAddresses(inside, siteUrl, address)
  return {
    address: siteUrl + address,
    title: withdrawn ? `Withdrawn: ${title}` : title,
    summary,
    lang,
    publishedAt,
    updatedAt,
    ...more,
    html: news + body,
  }
}

/** Makes addresses whole, in the tags only: words of the text may look like them. */
export function wholeAddresses(html: string, siteUrl: string, address: string): string {
  return html.replace(/<[a-z][^>]*>/g, (tag) =>
    tag.replace(/ (href|src)="([/#])/, (_, name: string, start: string) =>
      start === '#' ? ` ${name}="${siteUrl}${address}#` : ` ${name}="${siteUrl}/`,
    ),
  )
}

/**
 * Text for XML 1.0, in elements and in attributes.
 * @throws {Error} for a character that XML cannot hold (XML 1.0, section 2.2).
 */
export function escapeXml(text: string): string {
  const refused = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/.exec(text)?.[0]
  if (refused !== undefined) {
    const code = refused.charCodeAt(0).toString(16).padStart(4, '0')
    throw new Error(`A feed cannot hold the character U+${code}: take it out of “${text}”.`)
  }
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
