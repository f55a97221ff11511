import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { movedAddresses } from '../document/moved-addresses.ts'

/** Beside `headers.json` in a build: the new address of each page that moved, by its old one. */
export const REDIRECTS = 'redirects.json'

const pages = z.record(z.string().startsWith('/'), z.string().regex(/^\/(?!\/)[\x21-\x7e]*$/))

/**
 * @param file the full path of the `redirects.json` that the build wrote
 * @returns every address that has moved, formats too; none when there is no such file
 * @throws {Error} when it holds something else than what the build writes
 */
export async function readMoved(file: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}'
    throw error
  })
  const { data, success } = pages.safeParse(JSON.parse(text))
  if (success) return movedAddresses(Object.entries(data))
  throw new Error('it does not hold what the build writes')
}

/**
 * A page for hosts that know nothing but files. A refresh after 0 seconds takes nobody by surprise
 * (WCAG 2.2, technique H76).
 * @param to the new address
 * @param siteUrl the origin that readers see
 */
export function movedPage(to: string, siteUrl: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>This page has moved</title>
<meta http-equiv="refresh" content="0; url=${to}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${siteUrl}${to}">
</head>
<body>
<main>
<h1>This page has moved</h1>
<p><a href="${to}">Go to its new address</a></p>
</main>
</body>
</html>
`
}

/**
 * The same for hosts that read a `_redirects` file, as Netlify and Cloudflare Pages do. Cloudflare
 * reads 2,000 rules for one address each and then 100 with a `*`, and leaves out the rest: so pages
 * come first, then formats, then what lies beneath a page. No status has Netlify's `!`, which
 * Cloudflare refuses; Netlify then shows the page itself, which leads on.
 *
 * @param redirects the new address of each page by its old one
 * @see https://developers.cloudflare.com/pages/configuration/redirects/
 * @see https://docs.netlify.com/manage/routing/redirects/overview/
 */
export function hostRedirects(redirects: readonly (readonly [string, string])[]): string {
  const beneath = redirects.map(([from, to]) => [`${from}*`, `${to}:splat`] as const)
  return [...movedAddresses(redirects), ...beneath]
    .map(([from, to]) => `${from} ${to} 301\n`)
    .join('')
}
