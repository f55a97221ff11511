import type { Feed } from './feed.ts'

/** Writes a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function writeJsonFeed(feed: Feed): string {
  const { title, description, lang, page, json, icon, entries } = feed
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      description,
      language: lang,
      home_page_url: page,
      feed_url: json,
      icon,
      items: entries.map((entry) => ({
        id: entry.address,
        url: entry.address,
        title: entry.title,
        summary: entry.summary,
        language: entry.lang,
        date_published: entry.publishedAt,
        date_modified: entry.updatedAt,
        authors: entry.authors.map(({ name, address }) => ({ name, url: address })),
        ...(entry.topics.length > 0 && { tags: entry.topics }),
        ...(entry.picture !== undefined && { image: entry.picture }),
        content_html: entry.html,
      })),
    },
    null,
    1,
  )}\n`
}
