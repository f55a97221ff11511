import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  inlineStyleHashes,
  scriptedAddresses,
  securityHeaders,
  staticHostHeaders,
  type Headers,
} from '../../../src/server/headers.ts'

// As OpenSSL gives them: printf 'p{}' | openssl dgst -sha256 -binary | base64
const P_HASH = "'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"
const TWO_LINES_HASH = "'sha256-nAd+vbBe7vlPybiqkJj7W/GyGhVg0Yo4bv1iflsI4ls='"

function policyOf(headers: Headers): Map<string, string> {
  const policy = headers['Content-Security-Policy'] ?? ''
  return new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
  )
}

test('the policy allows nothing but what the pages use', () => {
  const policy = policyOf(securityHeaders([P_HASH]).everywhere)
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

test('a scripted address may also run the scripts of this site and read its files', () => {
  const { everywhere, scripted } = securityHeaders([P_HASH])
  assert.deepEqual(Object.keys(scripted.headers), ['Content-Security-Policy'])
  assert.deepEqual(Object.fromEntries(policyOf(scripted.headers)), {
    ...Object.fromEntries(policyOf(everywhere)),
    'script-src': "'self' 'wasm-unsafe-eval'",
    'connect-src': "'self'",
    'worker-src': "'none'",
  })
  assert.deepEqual(scripted.addresses, scriptedAddresses)
})

test('without style sheets the policy allows none', () => {
  assert.equal(policyOf(securityHeaders([]).everywhere).get('style-src'), "'none'")
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
  const headers = securityHeaders([]).everywhere
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
  assert.equal(securityHeaders([]).everywhere[name], undefined)
  assert.equal(securityHeaders([], 'http://localhost:4321').everywhere[name], undefined)
  assert.match(
    securityHeaders([], 'https://releases.example').everywhere[name] ?? '',
    /^max-age=\d{8}$/,
  )
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

const MADE_UP = {
  everywhere: { A: 'strict', B: 'c d' },
  scripted: { addresses: ['/search/', '/x.js'], headers: { A: 'wide' } },
}

test('static hosts get the wide policy everywhere, and the strict one where nothing runs', () => {
  const files = [
    'x.js',
    'search/index.html',
    'index.html',
    'b/c/index.html',
    'b/index.html',
    'a.xml',
  ]
  assert.equal(
    staticHostHeaders(MADE_UP, files),
    `/*
  A: wide
  B: c d
/
  A: strict
/a.xml
  A: strict
/b/*
  A: strict
/index.html
  A: strict
`,
  )
})

test('what static hosts get does not depend on the order of the files', () => {
  const files = ['a/index.html', 'b/index.html', 'a/c.txt']
  assert.equal(staticHostHeaders(MADE_UP, files), staticHostHeaders(MADE_UP, files.toReversed()))
})

test('more rules than Cloudflare takes are an error that says so', () => {
  const folders = Array.from({ length: 98 }, (_, number) => `folder-${number}/index.html`)
  assert.equal(staticHostHeaders(MADE_UP, folders).match(/^\//gm)?.length, 100)
  assert.throws(() => staticHostHeaders(MADE_UP, [...folders, 'one-more.txt']), {
    name: 'RangeError',
    message: /^_headers would need 101 rules, .* takes 100: /,
  })
})

test('a line longer than Cloudflare takes is an error that says so', () => {
  const withLine = (length: number) => ({
    ...MADE_UP,
    everywhere: { A: 'x'.repeat(length - '  A: '.length) },
  })
  assert.ok(staticHostHeaders(withLine(2000), ['a/index.html']))
  assert.throws(() => staticHostHeaders(withLine(2001), ['a/index.html']), {
    name: 'RangeError',
    message: /^_headers would have a line of 2001 characters, .* takes 2000: .* begins A: xxx/,
  })
})
