import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  inlineStyleHashes,
  securityHeaders,
  staticHostHeaders,
} from '../../../src/server/headers.ts'

// As OpenSSL gives them: printf 'p{}' | openssl dgst -sha256 -binary | base64
const P_HASH = "'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"
const TWO_LINES_HASH = "'sha256-nAd+vbBe7vlPybiqkJj7W/GyGhVg0Yo4bv1iflsI4ls='"

function policyOf(headers: Record<string, string>): Map<string, string> {
  const policy = headers['Content-Security-Policy'] ?? ''
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
  )
}

test('the policy allows nothing but what the pages use', () => {
  const policy = policyOf(securityHeaders([P_HASH]))
  assert.deepEqual(Object.fromEntries(policy), {
    'default-src': "'none'",
    'style-src': P_HASH,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  })
})

test('without style sheets the policy allows none', () => {
  assert.equal(policyOf(securityHeaders([])).get('style-src'), "'none'")
})

test('the policy is the same whatever the order and repetition of the hashes', () => {
  assert.deepEqual(
    securityHeaders([P_HASH, TWO_LINES_HASH, P_HASH]),
    securityHeaders([TWO_LINES_HASH, P_HASH]),
  )
})

test('a source that is not a hash is refused', () => {
  assert.throws(() => securityHeaders(["'unsafe-inline'"]), /quoted SHA-256 hash/)
  assert.throws(() => securityHeaders([`${P_HASH}; script-src *`]), /quoted SHA-256 hash/)
})

test('the other headers are there', () => {
  const headers = securityHeaders([])
  assert.equal(headers['X-Content-Type-Options'], 'nosniff')
  assert.equal(headers['Referrer-Policy'], 'strict-origin-when-cross-origin')
  assert.equal(headers['X-Frame-Options'], 'DENY')
  assert.equal(headers['Cross-Origin-Opener-Policy'], 'same-origin')
  assert.equal(headers['Cross-Origin-Resource-Policy'], 'same-origin')
  assert.match(
    headers['Permissions-Policy'] ?? '',
    /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  )
})

test('browsers are told to stay on https only when the site is on https', () => {
  const name = 'Strict-Transport-Security'
  assert.equal(securityHeaders([])[name], undefined)
  assert.equal(securityHeaders([], 'http://localhost:4321')[name], undefined)
  assert.match(securityHeaders([], 'https://releases.example')[name] ?? '', /^max-age=\d{8}$/)
})

test('each style element of a page is hashed, in order', () => {
  const html = `<style>p{}</style><STYLE media="a>b" data-x>\n a\n</STYLE ><styled>x</styled>`
  assert.deepEqual(inlineStyleHashes(html), [P_HASH, TWO_LINES_HASH])
})

test('line breaks are hashed as browsers read them', () => {
  assert.deepEqual(inlineStyleHashes('<style>\r\n a\r</style>'), [TWO_LINES_HASH])
})

test('a page without style elements has no hashes', () => {
  assert.deepEqual(inlineStyleHashes('<p style="color: red">&lt;style></p>'), [])
})

test('static hosts get the same headers for every address', () => {
  assert.equal(staticHostHeaders({ A: 'b c', D: "'e'" }), "/*\n  A: b c\n  D: 'e'\n")
})
