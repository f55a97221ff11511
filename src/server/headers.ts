import { createHash } from 'node:crypto'
import { HOST_REDIRECTS } from './files.ts'

/** Header names and values. */
export type Headers = Readonly<Record<string, string>>

/** The security headers of the whole site. */
export interface SiteHeaders {
  /** What every answer is sent with. */
  readonly everywhere: Headers
  /** The addresses that need a script to run, and what they are sent with in place of the above. */
  readonly scripted: { readonly addresses: readonly string[]; readonly headers: Headers }
}

/**
 * Pages that are read carry no script, so that there is nothing to fail and nothing to allow. Search
 * looks its words up in the reader's own browser, in files of this site. Should it do that in a
 * worker, the worker's file belongs here too: a worker obeys the policy that its file comes with.
 */
export const scriptedAddresses: readonly string[] = ['/search/']

/** What a scripted address may do besides. */
const SCRIPTS = [
  // The index is read by WebAssembly, which browsers count as eval; eval itself stays forbidden.
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  // Said, because without it the sources of scripts would count for workers.
  "worker-src 'none'",
]

/**
 * The policy of an address that is read allows no script, and exactly the style sheets that the
 * build put into the pages, by their hashes. That of a scripted address allows more, and nothing
 * less: see {@link staticHostHeaders}.
 *
 * @param styleHashes sources for `style-src`, quoted, as {@link inlineStyleHashes} gives them
 * @param siteUrl the origin that readers see; with https, browsers are told to stay on https
 * @param options.preview whether search engines must leave the whole site out
 * @throws {TypeError} for a source that is not a quoted SHA-256 hash (`'unsafe-inline'`, say)
 * @see https://www.w3.org/TR/CSP3/
 */
export function securityHeaders(
  styleHashes: readonly string[],
  siteUrl?: string,
  { preview = false } = {},
): SiteHeaders {
  for (const hash of styleHashes) {
    if (!/^'sha256-[A-Za-z0-9+/]{43}='$/.test(hash)) {
      throw new TypeError(`A style source must be a quoted SHA-256 hash, and this is not: ${hash}`)
    }
  }
  const styles = [...new Set(styleHashes)].sort().join(' ')
  const policy = (scripts: readonly string[]): Headers => ({
    'Content-Security-Policy': [
      "default-src 'none'",
      ...scripts,
      `style-src ${styles || "'none'"}`,
      "img-src 'self' data:",
      "font-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  })

  return {
    everywhere: {
      ...policy([]),
      'X-Content-Type-Options': 'nosniff',
      // Not no-referrer: with it Chromium sends "Origin: null" with the form for requests.
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      // For browsers that do not know frame-ancestors.
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
      // Stops other sites' pages from embedding our files; links to them and downloads still work.
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': SWITCHED_OFF.map((feature) => `${feature}=()`).join(', '),
      ...(preview && { 'X-Robots-Tag': 'noindex' }),
      ...(siteUrl?.startsWith('https:') && {
        // Two years. No includeSubDomains: the neighbours of this host are not ours to decide for.
        'Strict-Transport-Security': 'max-age=63072000',
      }),
    },
    scripted: { addresses: scriptedAddresses, headers: policy(SCRIPTS) },
  }
}

/** Powers of the browser that a page of text has no use for. */
const SWITCHED_OFF = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

const STYLE_ELEMENT = /<style(?:\s(?:"[^"]*"|'[^']*'|[^"'>])*)?>([\s\S]*?)<\/style\s*>/gi

/**
 * The sources that let a page's own style sheets through the policy.
 *
 * @param html a whole page
 * @returns one `'sha256-…'` source, quotes included, for each `<style>` element, in order
 * @see https://www.w3.org/TR/CSP3/#match-element-to-source-list
 */
export function inlineStyleHashes(html: string): string[] {
  return [...html.matchAll(STYLE_ELEMENT)].map(([, text = '']) => {
    // Browsers hash what the HTML parser read, and it reads every line break as a line feed.
    const parsed = text.replace(/\r\n?/g, '\n')
    return `'sha256-${createHash('sha256').update(parsed).digest('base64')}'`
  })
}

/** As Cloudflare Pages counts them; what exceeds them it leaves out, and says so in a log only. */
const MOST_RULES = 100
const LONGEST_LINE = 2000

/**
 * The same headers for a host that serves `dist/client` by itself: the text of a `_headers` file,
 * as Netlify and Cloudflare Pages read it.
 *
 * When two rules match one address, hosts join their values or let the more exact rule win, and only
 * Cloudflare can take a header back. So the rule for every address has the wider policy, that of the
 * scripted addresses, and a rule for each other file and folder at the top has the strict one. Joined
 * or alone, the strict one is what then counts, because two policies allow what both allow.
 *
 * What this gives away: an address that means nothing, outside those folders, is answered with the
 * wider policy, and so are all files in the folder of a scripted address. That lets scripts of this
 * site run, and none from elsewhere and none in a page's text.
 *
 * @param headers what {@link securityHeaders} returned
 * @param files all files of the site, as paths inside it with `/` between names
 * @throws {RangeError} when there are more rules, or longer lines, than Cloudflare takes
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 * @see https://docs.netlify.com/manage/routing/headers/
 */
export function staticHostHeaders(headers: SiteHeaders, files: readonly string[]): string {
  const { everywhere, scripted } = headers
  const strict = Object.entries(everywhere).filter(([name]) => name in scripted.headers)
  const rules = [
    ['/*', ...lines(Object.entries({ ...everywhere, ...scripted.headers }))],
    ...readPaths(files, scripted.addresses).map((path) => [path, ...lines(strict)]),
  ]
  if (rules.length > MOST_RULES) {
    throw new RangeError(
      `_headers would need ${rules.length} rules, one for each file and folder at the top of the site, and Cloudflare Pages takes ${MOST_RULES}: put some of them into one folder.`,
    )
  }
  const long = rules.flat().find((line) => line.length > LONGEST_LINE)
  if (long !== undefined) {
    throw new RangeError(
      `_headers would have a line of ${long.length} characters, and Cloudflare Pages takes ${LONGEST_LINE}: are there too many different style sheets? It begins ${long.slice(0, 60).trim()}`,
    )
  }
  return rules.map((rule) => `${rule.join('\n')}\n`).join('')
}

function lines(headers: readonly [name: string, value: string][]): string[] {
  return headers.map(([name, value]) => `  ${name}: ${value}`)
}

/** A pattern for each file and folder at the top of the site, but those with a scripted address. */
function readPaths(files: readonly string[], scripted: readonly string[]): string[] {
  const pages = files.filter((file) => file !== HOST_REDIRECTS)
  const tops = pages.map((file) => file.replace(/\/.*/, '/*'))
  const paths = new Set(['/', ...tops.map((top) => `/${top}`)])
  return [...paths].toSorted().filter((path) => {
    const folder = path.endsWith('*') ? path.slice(0, -1) : undefined
    return !scripted.some((address) =>
      folder === undefined ? address === path : address.startsWith(folder),
    )
  })
}
