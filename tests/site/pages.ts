import { existsSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/** The origin that the site is served at, as the global setup tells the workers. */
export const site = process.env.SITE_UNDER_TEST ?? ''

/** The folder that is served. */
export const folder = join(import.meta.dirname, '..', '..', 'dist', 'client')

/**
 * Every page of the built site, as its path inside the folder. A single file is no page of the
 * site: it is one of the formats, with tests of its own.
 */
export const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.endsWith('-single-file.html'))
  .map((file) => file.split(sep).join('/'))
  .sort()

/** Every page of the built site, as the address that it is read at. */
export const pages = files.map(addressOf)

/** Every page, but of the bodies and of the people one each, because these are made alike. */
export const unlikePages = [
  ...Map.groupBy(
    pages,
    (page) => /^\/(organisations|people)\/(?=.)/.exec(page)?.[1] ?? page,
  ).values(),
].flatMap(([first]) => first ?? [])

/** The pages that are a public record: those that exist as plain text as well. */
export const publications = pages.filter((address) =>
  existsSync(join(folder, `${address.replace(/\/$/, '')}.txt`)),
)

/** The origin that the specimens are served at. */
export const specimenSite = process.env.SPECIMENS_UNDER_TEST ?? ''

/** Pages of the specimens, of the kinds that the real content has none of. */
export const specimenPages = [
  '/updates/',
  '/corrections/',
  '/topics/',
  '/topics/specimen-topic/',
  '/people/specimen-person/',
  '/organisations/ministry-of-specimens/',
  '/press-releases/specimen-release/',
  '/press-releases/specimen-release/versions/',
  '/press-releases/specimen-release/versions/1/',
  '/press-releases/specimen-documents/',
  '/press-releases/specimen-release-cy/',
  '/press-releases/specimen-release-ar/',
  '/action-plans/specimen-plan/',
  '/feeds/',
  '/formats/',
  '/request-a-format/',
]

export const release =
  '/press-releases/mayor-to-oversee-change-in-mets-approach-to-keeping-children-safe/'
export const plan = '/action-plans/keeping-children-safe/'
export const note = '/notes-to-editors/mopac-7-neighbourhood-crimes/'

function addressOf(file: string): string {
  // The page for unknown addresses is read at one of those.
  if (file === '404.html') return '/there-is-no-such-page/'
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`
}
