import { archive, everyRecord, notes, plans, releases, sitePages } from '../publications.ts'
import { lastOf, type Located } from './write.ts'

/** The pages of one sitemap: those of a year's publications, or all others. */
export interface SitemapPart {
  name: string
  pages: Located[]
}

/** All pages, a sitemap for each year, so that a new publication changes one small file. */
export async function sitemapParts(): Promise<SitemapPart[]> {
  const years = Map.groupBy(await everyRecord(), ({ published }) => published.slice(0, 4))
  return [
    { name: 'site', pages: await otherPages() },
    ...[...years].map(([name, pages]) => ({ name, pages })),
  ]
}

async function otherPages(): Promise<Located[]> {
  const [newest, allPlans, allNotes] = [await releases(), await plans(), await notes()]
  const months = (await archive()).map(({ year, month, releases: those }) => ({
    year,
    address: `/press-releases/${year}/${month}/`,
    updatedAt: lastOf(those),
  }))
  const years = [...Map.groupBy(months, ({ year }) => year)].map(([year, those]) => ({
    address: `/press-releases/${year}/`,
    updatedAt: lastOf(those),
  }))
  return [
    { address: '/', updatedAt: lastOf([...newest, ...allPlans]) },
    { address: '/press-releases/', updatedAt: lastOf(newest) },
    ...years,
    ...months.map(({ address, updatedAt }) => ({ address, updatedAt })),
    { address: '/action-plans/', updatedAt: lastOf(allPlans) },
    { address: '/notes-to-editors/', updatedAt: lastOf(allNotes) },
    { address: '/feeds/', updatedAt: undefined },
    { address: '/formats/', updatedAt: undefined },
    { address: '/request-a-format/', updatedAt: undefined },
    { address: '/search/', updatedAt: undefined },
    ...allNotes.map(({ address, updatedAt }) => ({ address, updatedAt })),
    ...(await sitePages()).map(({ address, updatedAt }) => ({ address, updatedAt })),
  ]
}
