import { createHash } from 'node:crypto'

/** Header names and values, as sent on every answer. */
export type Headers = Record<string, string>

/**
 * The security headers of every answer. Pages carry no script, so the policy allows none; it allows
 * exactly the style sheets that the build put into the pages, by their hashes.
 *
 * @param styleHashes sources for `style-src`, quoted, as {@link inlineStyleHashes} gives them
 * @param siteUrl the origin that readers see; with https, browsers are told to stay on https
 * @throws {TypeError} for a source that is not a quoted SHA-256 hash (`'unsafe-inline'`, say)
 * @see https://www.w3.org/TR/CSP3/
 */
export function securityHeaders(styleHashes: readonly string[], siteUrl?: string): Headers {
  for (const hash of styleHashes) {
    if (!/^'sha256-[A-Za-z0-9+/]{43}='$/.test(hash)) {
      throw new TypeError(`A style source must be a quoted SHA-256 hash, and this is not: ${hash}`)
    }
  }
  const styles = [...new Set(styleHashes)].sort().join(' ')

  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src ${styles || "'none'"}`,
      "img-src 'self' data:",
      "font-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    // Not no-referrer: with it Chromium sends "Origin: null" with the form for requests.
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    // For browsers that do not know frame-ancestors.
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Stops other sites' pages from embedding our files; links to them and downloads still work.
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': SWITCHED_OFF.map((feature) => `${feature}=()`).join(', '),
    ...(siteUrl?.startsWith('https:') && {
      // Two years. No includeSubDomains: the neighbours of this host are not ours to decide for.
      'Strict-Transport-Security': 'max-age=63072000',
    }),
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

/**
 * The same headers for a host that serves `dist/client` by itself: the text of a `_headers` file,
 * as Netlify and Cloudflare Pages read it. Cloudflare ignores a line of more than 2,000 characters,
 * which a policy reaches at about thirty different style sheets.
 *
 * @param headers what {@link securityHeaders} returned
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 * @see https://docs.netlify.com/manage/routing/headers/
 */
export function staticHostHeaders(headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`)
  return `/*\n${lines.join('')}`
}
