import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Redirect } from '../src/document/redirects.ts'
import { HOST_REDIRECTS } from '../src/server/files.ts'
import { hostRedirects, movedPage, REDIRECTS } from '../src/server/redirects.ts'

/**
 * Writes what leads from old addresses to new ones: for our server, for hosts that read `_redirects`,
 * and a page at each old address for hosts that know nothing but files.
 *
 * @param build the folder that Astro has built into, with client/ in it
 * @param redirects checked: no old address is one of the site's
 * @param siteUrl the origin that readers see
 */
export function writeRedirects(
  build: string,
  redirects: readonly Redirect[],
  siteUrl: string,
): void {
  if (redirects.length === 0) return
  const client = join(build, 'client')
  const pages = redirects.map(({ from, to }) => [from, to] as const)
  for (const [from, to] of pages) {
    mkdirSync(join(client, from), { recursive: true })
    writeFileSync(join(client, from, 'index.html'), movedPage(to, siteUrl), { flag: 'wx' })
  }
  writeFileSync(join(client, HOST_REDIRECTS), hostRedirects(pages))
  writeFileSync(join(build, REDIRECTS), JSON.stringify(Object.fromEntries(pages), null, 2))
}
