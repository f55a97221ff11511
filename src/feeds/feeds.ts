import { everyPlan, everyRecord, writtenPage, type Plan, type Release } from '../publications.ts'
import { nameOf, topics } from '../registers.ts'
import { site } from '../site.ts'
import { entryOf, newestChanges, type Feed, type FeedEntry } from './feed.ts'

/** A list that can be followed, by the address that its feeds stand under. */
export interface Followed {
  /** The id of the plan or topic; empty for everything. */
  id: string
  address: string
  title: string
  description: string
  lang: string
  records: (Release | Plan)[]
}

/** Everything that is published here. */
export async function everything(): Promise<Followed> {
  const { name: title, description, lang } = site
  return { id: '', address: '/', title, description, lang, records: await everyRecord() }
}

/** Each plan, with the releases that announce it. */
export async function eachPlan(): Promise<Followed[]> {
  const records = await everyRecord()
  return (await everyPlan()).map(({ id, address, title, summary, lang }) => ({
    id,
    address,
    title: `${title} – ${site.name}`,
    description: summary,
    lang,
    records: records.filter((each) =>
      'announces' in each ? each.announces.includes(id) : each.address === address,
    ),
  }))
}

/** Each topic that something is filed under. */
export async function eachTopic(): Promise<Followed[]> {
  const records = await everyRecord()
  return Object.entries(topics).flatMap(([id, { title, summary }]) => {
    const those = records.filter((each) => each.topics.includes(id))
    if (those.length === 0) return []
    const followed: Followed = {
      id,
      address: `/topics/${id}/`,
      title: `${title} – ${site.name}`,
      description: summary,
      lang: site.lang,
      records: those,
    }
    return [followed]
  })
}

/** @param siteUrl the site's origin, with no slash at its end. */
export function feedOf(followed: Followed, siteUrl: string): Feed {
  const { address, title, description, lang, records } = followed
  const page = siteUrl + address
  return {
    title,
    description,
    lang,
    page,
    atom: `${page}feed.xml`,
    json: `${page}feed.json`,
    icon: `${siteUrl}/icon-512.png`,
    entries: newestChanges(records).map((record) => toEntry(record, siteUrl)),
  }
}

function toEntry(record: Release | Plan, siteUrl: string): FeedEntry {
  const more = {
    authors: record.from.map((id) => ({
      name: nameOf('organisations', id),
      address: `${siteUrl}/organisations/${id}/`,
    })),
    topics: record.topics.map((id) => nameOf('topics', id)),
    picture: `${siteUrl}${record.address.slice(0, -1)}.png`,
  }
  return entryOf(record, writtenPage(record), more, siteUrl)
}
