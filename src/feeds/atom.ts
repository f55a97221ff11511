import { escapeXml as escape, type Feed, type FeedEntry } from './feed.ts'

/** Writes a feed as Atom (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const { title, description, lang, page, atom, icon, entries } = feed
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escape(lang)}">
  <id>${escape(atom)}</id>
  <title>${escape(title)}</title>
  <subtitle>${escape(description)}</subtitle>
  <updated>${lastUpdate(entries)}</updated>
  <link rel="self" type="application/atom+xml" href="${escape(atom)}"/>
  <link rel="alternate" type="text/html" href="${escape(page)}"/>
  <icon>${escape(icon)}</icon>
${entries.map(writeEntry).join('')}</feed>
`
}

function writeEntry(entry: FeedEntry): string {
  const { address, title, summary, lang, publishedAt, updatedAt, authors, topics, html } = entry
  const author = ({ name, address: about }: FeedEntry['authors'][number]) =>
    `    <author><name>${escape(name)}</name><uri>${escape(about)}</uri></author>\n`
  const category = (topic: string) => `    <category term="${escape(topic)}"/>\n`
  return `  <entry xml:lang="${escape(lang)}">
    <id>${escape(address)}</id>
    <title>${escape(title)}</title>
    <link rel="alternate" type="text/html" href="${escape(address)}"/>
    <published>${publishedAt}</published>
    <updated>${updatedAt}</updated>
${authors.map(author).join('')}${topics.map(category).join('')}    <summary>${escape(summary)}</summary>
    <content type="html">${escape(html)}</content>
  </entry>
`
}

/** A feed without entries has never changed; Atom wants a moment all the same. */
const lastUpdate = (entries: readonly FeedEntry[]): string =>
  entries
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1) ?? '1970-01-01T00:00:00Z'
